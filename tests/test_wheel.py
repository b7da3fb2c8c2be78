"""The wheel holds everything, and the command works where there is no source tree."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("ontology", "extract", "graph")


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False, text=True, encoding="utf-8")
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the source tree."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment that has the wheel, and the dependencies of this one but not the source tree."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps", wheel)
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin" / "pactgraph"


def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == wanted
    assert {"py.typed", "states.ttl", "zh.toml", "sg-report-2017.zh.txt"} <= {Path(name).name for name in held}


def test_the_installed_packages_are_those_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    place = run(installed.with_name("python"), "-c", "import graph; print(graph.__file__)", cwd=tmp_path)
    assert Path(place).is_relative_to(installed.parent.parent)


def test_help_lists_the_commands(installed: Path, tmp_path: Path) -> None:
    told = run(installed, "--help", cwd=tmp_path)
    for command in ("build", "query", "check", "view", "export", "stats", "demo"):
        assert f"\n  {command} " in told


def test_demo_runs_from_another_folder(installed: Path, tmp_path: Path) -> None:
    told = run(installed, "demo", cwd=tmp_path)
    assert "2014-02-20" in told
