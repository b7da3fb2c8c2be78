"""Running the scripts of `tests/browser` in Node.js, for tests that need a browser or a reader written in JavaScript.

What they need (node, npm, chromium, the packages of tests/browser/package.json) may be absent on a developer's machine:
then the test is skipped and says why. Where the variable CI is set, it fails instead.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NoReturn

import pytest

SCRIPTS = Path(__file__).parent / "browser"
PLACE = Path(__file__).parent.parent / "build" / "browser"


@pytest.fixture(scope="session")
def node() -> Callable[..., dict[str, object]]:
    """A function that runs a script with arguments, and `asked` as JSON on its input; it returns the JSON answered."""
    reason = _installed()
    if reason:
        _absent(reason)
    return _run


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the browser is."""
    found = shutil.which("chromium")
    if not found:
        _absent("chromium is not installed (Debian package: chromium)")
    return found


def _absent(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def _run(script: str, *arguments: str | Path, asked: object = None) -> dict[str, object]:
    command = ["node", str(PLACE / script), *map(str, arguments)]
    said = json.dumps(asked)
    done = subprocess.run(command, input=said, capture_output=True, check=False, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


@cache
def _installed() -> str:
    """Install the packages once: nothing when they are there, else the reason why not."""
    for name in ("node", "npm"):
        if not shutil.which(name):
            return f"{name} is not installed (Debian packages: nodejs, npm)"
    PLACE.mkdir(parents=True, exist_ok=True)
    for path in SCRIPTS.iterdir():
        if path.is_file():
            shutil.copy(path, PLACE)
    lock, mark = (SCRIPTS / "package-lock.json").read_bytes(), PLACE / "node_modules" / ".installed"
    if mark.exists() and mark.read_bytes() == lock:
        return ""
    command = ["npm", "ci", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=PLACE, capture_output=True, check=False, encoding="utf-8")
    if done.returncode:
        return f"npm could not install the packages of tests/browser: {done.stderr.strip()[-300:]}"
    mark.write_bytes(lock)
    return ""
