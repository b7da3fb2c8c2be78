"""What a command writes is there whole or not at all."""

import os
from pathlib import Path

import pytest

from graph.files import write_atomically, write_output
from ontology.errors import PactgraphError


def test_writes_and_overwrites(tmp_path: Path) -> None:
    target = tmp_path / "graph.ttl"
    write_atomically(target, b"first")
    write_atomically(target, b"second")
    assert target.read_bytes() == b"second"
    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "graph.ttl"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PactgraphError, match="No space left"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"]


def test_follows_a_link_and_keeps_the_mode(tmp_path: Path) -> None:
    target = tmp_path / "real.ttl"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link.ttl"
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_new_file_obeys_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "page.html", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "page.html").stat().st_mode & 0o777 == 0o640


def test_a_device_stays_a_device() -> None:
    write_atomically(Path(os.devnull), b"gone")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(("name", "words"), [(".", "is a folder"), ("no/such/page.html", "cannot be written")])
def test_refuses_with_a_reason(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(PactgraphError, match=words):
        write_atomically(tmp_path / name, b"x")


def test_a_dash_is_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_output("-", b"\xe6\x8c\xaa")
    assert capfdbinary.readouterr().out == b"\xe6\x8c\xaa"
