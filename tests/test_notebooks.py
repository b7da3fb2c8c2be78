"""The notebooks run from top to bottom, and are kept with what they show."""

import os
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))


# What each must show, of the sample reports.
SHOWN = {
    "01-from-report-to-graph": ("Norway | ratified", "2014-02-20", "PNG"),
    "02-who-cooperates-with-whom": ("org/1540GOE", "betweenness", "Gate to Africa", "PNG"),
    "03-commitments-over-time": ("2014-02-20", "state/NOR ratified treaty/ICSANT: planned", "PNG"),
    "04-sponsors-and-votes": ("resolution/A/C.1/75/L.9001", "resolution/S/RES/1929(2010)", "PNG"),
    "05-your-own-question": ("rdf:predicate", "state/MAR", "PNG"),
}


def shown(notebook: nbformat.NotebookNode) -> str:
    """Everything a notebook shows as text, and the word PNG for each picture."""
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    data = [output.get("data", {"text/plain": output.get("text", "")}) for output in outputs]
    return "\n".join("PNG" if "image/png" in d else str(d.get("text/markdown", d.get("text/plain"))) for d in data)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_top_to_bottom(path: Path, tmp_path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    commands = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": tmp_path}})
    client.execute(env={**os.environ, "PATH": commands})
    assert [words for words in SHOWN[path.stem] if words not in shown(notebook)] == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_with_what_it_shows(path: Path) -> None:
    kept = nbformat.read(path, as_version=4)
    assert "PNG" in shown(kept)
    assert "Error" not in shown(kept)
    assert all(cell.execution_count for cell in kept.cells if cell.cell_type == "code"), "run make notebooks"


def test_every_notebook_is_told_what_to_show() -> None:
    assert [path.stem for path in NOTEBOOKS] == sorted(SHOWN)
