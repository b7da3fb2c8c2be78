"""Names in the forms that texts give them: cases, articles, particles, quotation marks, adjectives; and places that stay exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.languages.load import language_codes
from extract.mentions.names import GENERIC, TRAP, Entry, load_folding, small, strong_names
from extract.pipeline import Options, mentions_of
from extract.text.source import Source

# language, text, and the names that it has: what stands in the text, and whose name that is
FOUND = [
    (
        "en",
        "The Kingdom of Norway and Norway’s neighbours",
        [("Kingdom of Norway", "state/NOR"), ("Norway", "state/NOR")],
    ),
    ("en", "turkey for WHO and who for Turkey", [("WHO", "org/WHO"), ("Turkey", "state/TUR")]),
    ("en", "Niger, Nigeria and nigerien", [("Niger", "state/NER"), ("Nigeria", "state/NGA")]),
    ("en", "the treaty on the non-proliferation of nuclear weapons", []),
    (
        "en",
        "the Treaty on the Non‑Proliferation of Nuclear Weapons",
        [("Treaty on the Non‑Proliferation of Nuclear Weapons", "treaty/NPT")],
    ),
    ("en", "the Norwegian Government and Norwegian salmon", [("Norwegian", "state/NOR")]),
    ("en", "report of the General Assembly12", [("General Assembly", "org/UNGA")]),
    (
        "fr",
        "L’Afghanistan, le Royaume de Norvège et les Etats-Unis",
        [("Afghanistan", "state/AFG"), ("Royaume de Norvège", "state/NOR"), ("Etats-Unis", "state/USA")],
    ),
    ("fr", "le Gouvernement norvégien et le saumon norvégien", [("norvégien", "state/NOR")]),
    ("fr", "1 000 dollars des États-Unis", []),
    (
        "es",
        "del Perú y los Estados Unidos de América",
        [("Perú", "state/PER"), ("Estados Unidos de América", "state/USA")],
    ),
    ("es", "las autoridades noruegas", [("noruegas", "state/NOR")]),
    (
        "ru",
        "в Норвегии, с Кубой, из Китая и Египта",
        [("Норвегии", "state/NOR"), ("Кубой", "state/CUB"), ("Китая", "state/CHN"), ("Египта", "state/EGY")],
    ),
    (
        "ru",
        "в Нигере и Нигерии, в малых странах и в Мали",
        [("Нигере", "state/NER"), ("Нигерии", "state/NGA"), ("Мали", "state/MLI")],
    ),
    (
        "ru",
        "Советом Безопасности и Генеральной Ассамблее",
        [("Советом Безопасности", "org/UNSC"), ("Генеральной Ассамблее", "org/UNGA")],
    ),
    (
        "ru",
        "по докладу Третьего комитета о Всемирной программе действий, касающейся молодежи",
        [
            ("Третьего комитета", "org/UN-C3"),
            ("Всемирной программе действий, касающейся молодежи", "instrument/YOUTH-WPAY"),
        ],
    ),
    (
        "ru",
        "в операции <<Сангарис>>, в рамках «Действий в поддержку миротворчества».",
        [
            ("операции <<Сангарис>>", "initiative/OPERATION-SANGARIS"),
            ("«Действий в поддержку миротворчества»", "initiative/A4P"),
        ],
    ),
    ("ru", "с норвежским правительством", [("норвежским", "state/NOR")]),
    ("ar", "وألمانيا وفي لبنان وللأردن", [("ألمانيا", "state/DEU"), ("لبنان", "state/LBN"), ("لأردن", "state/JOR")]),
    ("ar", "الدعم المالي لمالي", [("مالي", "state/MLI")]),
    ("ar", "مجلسُ الأمنِ وبمجلس الأمن", [("مجلسُ الأمنِ", "org/UNSC"), ("مجلس الأمن", "org/UNSC")]),
    ("ar", "ترحب الحكومة النرويجية", [("النرويجية", "state/NOR")]),
    ("zh", "西班牙文本和西班牙", [("西班牙", "state/ESP")]),
]


@pytest.mark.parametrize(("code", "text", "expected"), FOUND, ids=lambda v: v if isinstance(v, str) else None)
def test_names_are_found_in_the_forms_of_a_text(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = [
        (text[a:b], entry.path) for a, b, entry in strong_names(code).find(text) if entry.kind not in (TRAP, GENERIC)
    ]
    assert found == expected


@pytest.mark.parametrize("code", language_codes())
@given(data=st.data())
def test_places_are_in_order_inside_the_text_and_apart(code: str, data: st.DataObject) -> None:
    """Whatever stands around a name, what is found lies in the text, in order, without overlap."""
    words = st.sampled_from(
        ["Norway", "Мали", "لبنان", "中国", "ONU", "МАГАТЭ", "\u0640", "\u064b", "İ", "’", "-", " ", "22", "х", "و"]
    )
    text = "".join(data.draw(st.lists(words, max_size=12)))
    at = 0
    for start, end, _ in strong_names(code).find(text):
        assert at <= start < end <= len(text)
        at = end


def test_the_longest_name_that_fits_counts() -> None:
    names = small("en", [("Council", Entry("a", "X")), ("Council of Ministers", Entry("b", "X"))])
    assert [(a, b, e.path) for a, b, e in names.find("The Council of ministersX")] == [(4, 11, "a")]
    assert [e.path for _, _, e in names.find("The Council of Ministers")] == ["b"]


def test_a_root_is_that_of_all_cases() -> None:
    folding = load_folding("ru")
    assert (
        len({folding.fold(word).value for word in ("Ассамблея", "Ассамблеи", "Ассамблее", "Ассамблею", "Ассамблеей")})
        == 1
    )


# language, text, path and date of the resolutions and dates that it has
REFERENCES = [
    ("en", "resolution 16/21 of the Human Rights Council", "resolution/A/HRC/RES/16/21"),
    ("fr", "la résolution 16/21 du Conseil des droits de l’homme", "resolution/A/HRC/RES/16/21"),
    ("es", "la resolución 16/21 del Consejo de Derechos Humanos", "resolution/A/HRC/RES/16/21"),
    ("ru", "в резолюции 16/21 Совета по правам человека", "resolution/A/HRC/RES/16/21"),
    ("ar", "قرار مجلس حقوق الإنسان 16/21", "resolution/A/HRC/RES/16/21"),
    ("ar", "القرار ١٥٤٠ (٢٠٠٤)", "resolution/S/RES/1540(2004)"),
    ("ar", "\u200fالقرار 71/38\u200f", "resolution/A/RES/71/38"),
    ("fr", "le Comité créé par la résolution 1718 (2006)", "org/SC-1718C"),
    ("es", "el Comité establecido en virtud de la resolución 1718 (2006)", "org/SC-1718C"),
    ("ru", "Комитета, учрежденного резолюцией 1718 (2006)", "org/SC-1718C"),
    ("ar", "اللجنة المنشأة عملا بالقرار 1718 (2006)", "org/SC-1718C"),
    ("en", "the Committee established pursuant to resolution 1718 (2006)", "org/SC-1718C"),
    ("zh", "第1718(2006)号决议所设委员会", "org/SC-1718C"),
]


@pytest.mark.parametrize(("code", "text", "path"), REFERENCES, ids=lambda v: v)
def test_references_have_one_path_in_every_language(code: str, text: str, path: str) -> None:
    found = mentions_of(Source("a.txt", f"{text} \n"), Options(language=code))
    assert path in [m.path for _, m in found]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le Conseil d’administration s’est réuni."),
        ("en", "The Governing Council and the Council of Ministers met."),
        ("es", "El Consejo de Administración se reunió."),
        ("ru", "Национальный Совет и Совет управляющих провели заседание."),
        ("ar", "اجتمع المجلس الوطني."),
    ],
)
def test_a_short_name_is_no_part_of_a_longer_one(code: str, text: str) -> None:
    found = mentions_of(Source("a.txt", f"{text} \n"), Options(language=code))
    assert "org/UNSC" not in [m.path for _, m in found]


def test_lines_longer_than_a_page_are_paragraphs_of_their_own() -> None:
    """Their numbers are those of the lines, and nothing that one of them introduces holds in the next."""
    line = "Norway welcomes the work of the International Atomic Energy Agency in the field of nuclear security, as it has always done"
    lines = [
        f"{line} and as its neighbours do.",
        "Sixty-ninth session",
        "The Agency met.",
        f"{line} in many other fields.",
    ]
    found = mentions_of(Source("a.txt", "\n".join([*lines, *lines[:1] * 9]) + "\n"), Options(language="en"))
    named = dict.fromkeys((n, m.path) for n, m in found if n <= 4)
    assert list(named) == [(1, "state/NOR"), (1, "org/IAEA"), (4, "state/NOR"), (4, "org/IAEA")]
