"""Whoever reads messages from outside takes out what is sensitive first."""

from __future__ import annotations

import re
from pathlib import Path

import gatehouse

PACKAGE = Path(gatehouse.__file__).parent
CALL = re.compile(r"(?<!def )\bread_messages\((.*)")


def test_messages_are_read_from_redacted_or_held_bytes_only() -> None:
    calls = {
        path.relative_to(PACKAGE).as_posix(): found[0]
        for path in PACKAGE.rglob("*.py")
        for found in CALL.finditer(path.read_text(encoding="utf-8"))
    }
    assert set(calls) == {"cli/read.py", "screening/batches.py", "screening/spread/asked.py"}
    assert "Redacted(stream)" in calls["cli/read.py"]
    assert "Redacted(stream)" in calls["screening/spread/asked.py"]
    # What is held was redacted before it was.
    assert "stream = HeldStream(" in (PACKAGE / "screening/batches.py").read_text(encoding="utf-8")


def test_only_a_redacted_copy_is_stored() -> None:
    stores = [
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if "content.store(" in path.read_text(encoding="utf-8") and path.name != "content.py"
    ]
    assert "content.store(made, copy.stream, key)" in (PACKAGE / "screening/intake/receiving.py").read_text(
        encoding="utf-8"
    )
    assert "screening/intake/receiving.py" in stores
    assert [path for path in stores if path.startswith("screening/intake/")] == ["screening/intake/receiving.py"]
