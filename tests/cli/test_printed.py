"""A document goes to a new file that only its user can read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gatehouse.cli.console import Refused
from gatehouse.cli.printed import check_endings, print_to
from gatehouse.printing.document import Document


@pytest.mark.parametrize(("ending", "magic"), [(".pdf", b"%PDF"), (".docx", b"PK"), (".html", b"<!DOCTYPE")])
def test_the_ending_says_as_what(tmp_path: Path, ending: str, magic: bytes) -> None:
    path = tmp_path / f"letter{ending}"
    print_to(Document("Title", "en", dt.date(2026, 1, 1)), path)
    assert path.read_bytes().startswith(magic)
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(Refused, match="there already"):
        check_endings([path])


def test_another_ending_is_refused() -> None:
    with pytest.raises(Refused, match="not printed as"):
        check_endings([Path("letter.odt")])
