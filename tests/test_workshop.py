"""Guards of the workshop: what reviewers would otherwise have to look for by eye."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
import regex

from extract.model import STATUSES
from ontology.schema import load_schema

ROOT = Path(__file__).parent.parent
PACKAGES = ("ontology", "extract", "graph")
CODE = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
LANGUAGES = sorted((ROOT / "extract" / "languages").glob("*.toml"))
TABLES = sorted((ROOT / "tests" / "cases").glob("*/*.toml"))
LONGEST_FILE, LONGEST_FUNCTION = 250, 40

# Scripts of the six languages and others. Latin is for code; punctuation and digits belong to no script.
LETTERS = regex.compile(r"[\p{Han}\p{Arabic}\p{Cyrillic}--\p{P}--\p{N}]", regex.VERSION1)
# Split, so that this file does not hold what it looks for.
REGISTRIES = re.compile(
    "|".join(("py" + r"pi\.org", "python" + r"hosted\.org", "registry" + r"\.npmjs", "conda" + r"\.anaconda"))
)
MACHINE = re.compile(
    r"(?<![\w.])/(?:" + "|".join(("ho" + "me", "ro" + "ot", "Us" + "ers", "wo" + "rk", "tm" + "p")) + r")/\w"
)


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tracked() -> Iterator[tuple[str, str]]:
    """Every text file that git keeps or would keep: its path and its text."""
    command = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.is_file() and b"\0" not in (data := path.read_bytes()):
            yield name, data.decode("utf-8")


def holding(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in tracked()
        for number, line in enumerate(text.split("\n"), 1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("path", CODE, ids=relative)
def test_a_file_of_code_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE, "split it by what its parts do"


@pytest.mark.parametrize("path", CODE, ids=relative)
def test_a_function_is_short(path: Path) -> None:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    long = {f.name: size for f in functions if (size := (f.end_lineno or 0) - f.lineno + 1) > LONGEST_FUNCTION}
    assert not long, "take a step out and name it"


# Folders in which most modules are of one kind.
KINDS = {ROOT / path for path in ("extract/documents", "graph/commands", "graph/export/formats", "graph/show/pictures")}
FOLDERS = sorted({path.parent for path in CODE if not path.is_relative_to(ROOT / "ontology")} - KINDS)


@pytest.mark.parametrize("folder", FOLDERS, ids=relative)
def test_a_folder_says_what_its_modules_do(folder: Path) -> None:
    told = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    modules = {path.stem for path in folder.glob("*.py")} | {path.parent.name for path in folder.glob("*/*.py")}
    assert sorted(name for name in modules - {"__init__"} if not re.search(rf"\b{name}\b", told)) == []


def strings(code: str) -> Iterator[ast.Constant]:
    """The strings of a module that are no docstrings; those and the comments may show examples."""
    tree = ast.parse(code)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node


@pytest.mark.parametrize("path", CODE, ids=relative)
def test_nothing_of_a_language_stands_in_code(path: Path) -> None:
    found = [node for node in strings(path.read_text(encoding="utf-8")) if LETTERS.search(str(node.value))]
    assert [f"{node.lineno}: {node.value!r}" for node in found] == []


def test_the_guard_of_languages_sees_letters_and_lets_examples_and_punctuation_pass() -> None:
    code = '"""As in 中国."""\nCUES = ["批准", "Норвегия", "，。；"]  # 例如\n'
    assert [node.value for node in strings(code) if LETTERS.search(str(node.value))] == ["批准", "Норвегия"]


def test_no_file_names_a_package_registry() -> None:
    assert holding(REGISTRIES) == []


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    assert holding(MACHINE) == []


def test_the_guards_of_hosts_and_paths_find_them() -> None:
    assert REGISTRIES.search("https://files.python" + "hosted.org/x.whl")
    assert MACHINE.search("open('/ho" + "me/ann/report.txt')")
    assert not MACHINE.search("https://example.org/wo" + "rk/reports")


def shape(value: object) -> object:
    """The keys of a table and of the tables in it, without the values; a language may have no rows in a list."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in sorted(value.items())}
    return type(value).__name__


@pytest.mark.parametrize("path", LANGUAGES, ids=relative)
def test_every_language_has_the_same_shape(path: Path) -> None:
    first, other = (tomllib.loads(p.read_text(encoding="utf-8")) for p in (LANGUAGES[0], path))
    for data in (first, other):
        data["macros"] = {}  # names for pieces of patterns are each language's own
    assert shape(other) == shape(first)


def test_shapes_differ_when_keys_or_kinds_do() -> None:
    assert shape({"a": [{"b": 1}], "c": "x"}) == shape({"a": [{"b": 2}, {"b": 3}], "c": "y"})
    assert shape({"a": {"b": "x"}}) != shape({"a": {"c": "x"}})
    assert shape({"a": "x"}) != shape({"a": ["x"]})


def bare(requirement: str) -> str:
    """The name of a requirement, as the lock file writes it."""
    return re.split(r"[\s<>=!~\[;]", requirement)[0].lower().replace("_", "-")


def imported(path: Path) -> Iterator[str]:
    """The top-level packages that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_the_packages_import_only_what_they_declare() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    used = {name for path in CODE for name in imported(path)} - set(sys.stdlib_module_names) - set(PACKAGES)
    declared = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    assert {bare(name) for name in used} <= {bare(name) for name in declared}


def test_the_lock_file_pins_every_dependency_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    blocks = re.split(r"\n(?=\S)", (ROOT / "requirements.lock").read_text(encoding="utf-8").rstrip())
    assert {bare(name) for name in wanted} <= {block.partition("==")[0] for block in blocks}
    assert [block.split("\n")[0] for block in blocks if "==" not in block or "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("path", TABLES, ids=relative)
def test_the_rows_of_a_test_table_are_well_formed(path: Path) -> None:
    relations = {*load_schema().relations, "*"}
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
        name = case["name"]
        assert ("text" in case) != ("lines" in case), name
        rows = [*case.get("expect", []), *case.get("absent", [])]
        assert rows, f"{name}: a case that cannot fail"
        for row in rows:
            assert 3 <= len(row) <= 7, (name, row)
            assert row[1] in relations, (name, row)
            assert len(row) == 3 or row[3] in (*STATUSES, "*"), (name, row)


def test_no_test_table_was_lost() -> None:
    counts = {
        path.stem: len(tomllib.loads(path.read_text(encoding="utf-8"))["case"])
        for path in TABLES
        if path.parent.name == "zh"
    }
    assert sum(counts.values()) >= 268, counts


def readme_table() -> list[tuple[str, list[str]]]:
    """What the README says one touches to add something, with the paths it names."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").partition("| to add | touch |")[2].splitlines()
    rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    return [(cells[0], re.findall(r"`([\w./]+)`", cells[1])) for cells in rows if len(cells) == 2]


def test_the_readme_says_what_to_touch_and_it_is_there() -> None:
    rows = readme_table()
    assert len(rows) >= 9
    assert [(what, path) for what, paths in rows for path in paths or ["no path"] if not (ROOT / path).exists()] == []


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = {path.stem for path in (ROOT / "graph" / "commands").glob("*.py")} - {"__init__"}
    assert sorted(name for name in commands if f"`pactgraph {name}" not in text) == []
