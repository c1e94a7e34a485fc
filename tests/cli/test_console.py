"""Files are hashed and opened once, stdin is a file like others, errors are one line."""

from __future__ import annotations

import hashlib
import io
import os
import sys
import threading
from pathlib import Path

import pytest

from gatehouse.cli.console import Refused, opened, plain, say_error, with_progress, write_json


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
    with pytest.raises(Refused, match="cannot be opened"), opened(tmp_path / ("n" * 300)):
        pass


def test_a_pipe_is_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"UNB",))
    writer.start()
    with opened(pipe) as file:
        assert (file.peek(2), file.stream.read()) == (b"UN", b"UNB")
    writer.join()


def test_a_file_name_of_any_bytes_can_be_told_as_json(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.edi"))
    path.write_bytes(b"UNB")
    with opened(path) as file:
        write_json({"file": file.name})
    sys.stdout.flush()
    assert capfdbinary.readouterr().out.endswith('/\ufffd.edi"}\n'.encode())


def test_missing_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(Refused, match="no standard input"), opened(Path("-")):
        pass


def test_an_error_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    say_error("first\nsecond   third")
    assert capsys.readouterr().err == "gatehouse: first second third\n"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ilse Varga", "Ilse Varga"),
        ("[bold]Ilse[/bold]", r"\[bold]Ilse\[/bold]"),
        ("\x1b[31mIlse\x07", r"\x1b[31mIlse\x07"),
        ("Ilse\nVarga", r"Ilse\nVarga"),
        ("\u202eIlse\u202c", r"\u202eIlse\u202c"),
        ("\u0645\u06cc\u200c\u0631\u0648\u062f", "\u0645\u06cc\u200c\u0631\u0648\u062f"),
    ],
    ids=["letters", "markup", "control", "line-end", "direction", "persian-joiner"],
)
def test_what_others_wrote_is_shown_and_not_obeyed(written, shown):
    assert plain(written) == shown
