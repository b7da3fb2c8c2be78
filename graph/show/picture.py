"""Pictures of a graph for papers, drawn by matplotlib.

In: a network, the name of a picture, the form. Out: bytes of PNG, SVG or PDF, the same for the same network. The pictures are the
modules of `graph.show.pictures`; matplotlib is only needed here (`pip install "pactgraph[pictures]"`).
"""

from importlib import import_module
from io import BytesIO
from pathlib import PurePath
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, simplefilter

import graph.show.pictures
from graph.show.network import Network
from ontology.errors import PactgraphError
from ontology.schema import Schema

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMS = ("png", "svg", "pdf")
# Text is text and no formula; names of objects in SVG do not change from run to run; no font is asked for that is not there.
_STYLE: dict[Any, object] = {
    "text.parse_math": False,
    "svg.hashsalt": "pactgraph",
    "svg.fonttype": "none",
    "savefig.dpi": 200,
}
_FONTS = (
    "DejaVu Sans",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "WenQuanYi Zen Hei",
    "Noto Sans Arabic",
    "Noto Naskh Arabic",
)
_UNDATED = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None},
}


def pictures() -> list[str]:
    """The names of all pictures, sorted."""
    return sorted(module.name for module in iter_modules(graph.show.pictures.__path__))


def picture(network: Network, schema: Schema, name: str, form: str, language: str = "en") -> bytes:
    """The picture of that name. Raises PactgraphError when matplotlib is not installed."""
    try:
        from matplotlib import font_manager, rc_context  # noqa: PLC0415
        from matplotlib.figure import Figure  # noqa: PLC0415
    except ImportError as error:
        message = 'pictures are drawn by matplotlib, which is not installed: pip install "pactgraph[pictures]"'
        raise PactgraphError(message) from error
    module = import_module(f"graph.show.pictures.{name}")
    known = font_manager.get_font_names()
    with rc_context({**_STYLE, "font.family": [font for font in _FONTS if font in known]}):
        figure = Figure(layout="constrained")
        module.paint(network, schema, figure, language)
        return _written(figure, form, language)


def _written(figure: "Figure", form: str, language: str) -> bytes:
    data = BytesIO()
    with catch_warnings(record=True) as told:
        simplefilter("always")
        figure.savefig(data, format=form, metadata=_UNDATED[form])
    if any(str(warning.message).startswith("Glyph") for warning in told):
        fonts = ", ".join(_FONTS[1:])
        message = (
            f"no font here has the letters of names in {language}: install one of {fonts}, or give another --language"
        )
        raise PactgraphError(message)
    return data.getvalue()


def form_of(file: str) -> str:
    """The form that a file name ends in. Raises PactgraphError when it is none of FORMS."""
    form = PurePath(file).suffix.removeprefix(".").lower()
    if form not in FORMS:
        message = f"{file}: pictures are written as {', '.join(FORMS)}; end the name in one of them"
        raise PactgraphError(message)
    return form
