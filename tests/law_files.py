"""Law profiles as files for tests: the shipped demonstration, changed as a test wants it, and templates filled in."""

from __future__ import annotations

import re

from gatehouse.safeguards.shipped import DEMO, shipped

KEY = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
FILLED = {
    "country": '"UTO"',
    "public_key": f'"{KEY}"',
    "done_on": "2026-01-01",
    "approved_on": "2026-01-02",
    "due_on": "2027-01-02",
}


def demo(*changes: tuple[str, str]) -> bytes:
    """The demonstration profile with pieces of its text replaced; each piece must be there."""
    text = shipped(DEMO).decode()
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    return text.encode()


def live(*changes: tuple[str, str]) -> bytes:
    """The same for live use."""
    return demo(('use = "demo"', 'use = "live"'), *changes)


def filled(name: str, reading: str = "") -> bytes:
    """A shipped template with something in every place that is for the authority to fill in, and the reading chosen."""
    text = shipped(name).decode().replace('reading = ""', f'reading = "{reading}"', 1)
    keep = ("nationality_provision", "sex_provision", "age_provision", "reading")

    def fill(found: re.Match[str]) -> str:
        return found[0] if found[1] in keep else found[1] + " = " + FILLED.get(found[1], '"for a test"')

    return re.sub(r'^(\w+) = ""$', fill, text, flags=re.MULTILINE).encode()
