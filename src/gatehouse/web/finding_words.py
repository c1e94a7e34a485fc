"""Findings about data in the reader's language: what a code means, and what was recorded beside it.

What a reader of messages recorded is English, with the codes and counts of this one message. A reader of English has it
as it is; to all others the meaning of the code is said, and the recorded text follows, marked as English.
"""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import get_language, gettext

from gatehouse.screening.counts.fault_kinds import meaning_of


class FindingSaid(NamedTuple):
    """A finding in the reader's language; `recorded` is English text beside it, blank where nothing is left to say."""

    says: str
    recorded: str


def finding_said(code: str, type_: str | None, text: str) -> FindingSaid:
    """A finding on a message of a type. One whose code nobody knows any more is said as it was recorded."""
    meaning = meaning_of(code, type_)
    if meaning is None or (get_language() or "en").startswith("en"):
        return FindingSaid(text, "")
    rest = text.removeprefix(meaning).removeprefix(": ")
    return FindingSaid(gettext(meaning), rest)
