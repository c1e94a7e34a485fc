"""Files are hashed and opened once, stdin is a file like others, errors are one line."""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path

import pytest

from gatehouse.cli.console import Refused, opened, say_error, with_progress


def test_opened_hashes_and_rewinds(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"abc")
    with opened(path) as file:
        assert file.sha256 == hashlib.sha256(b"abc").hexdigest()
        assert file.peek(2) == b"ab"
        assert file.stream.read() == b"abc"


def test_stdin_is_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"UNB")))
    with opened(Path("-")) as file, with_progress(file) as stream:
        assert stream.read() == b"UNB"


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no such file"), opened(tmp_path / "none"):
        pass
    with pytest.raises(Refused, match="directory"), opened(tmp_path):
        pass


def test_an_error_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    say_error("first\nsecond   third")
    assert capsys.readouterr().err == "gatehouse: first second third\n"
