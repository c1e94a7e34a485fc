"""The last look at what goes out: nothing that is kept from its reader may stand in it, however it came there.

Redaction takes out what it knows the place of. This looks for the words themselves, in the finished text, so that a
paragraph which somebody copied into a remark or a title is found as well. It finds whole sentences that were copied;
what was retold in other words no machine finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from gatehouse.assessment.confidentiality.errors import LeakError
from gatehouse.assessment.confidentiality.paragraphs import plain
from gatehouse.terms.saying import Saying

SENTENCE_CHARS_MIN = 24
"""Shorter sentences ("Yes.", "See above.") are everybody's, and are looked for as whole paragraphs only."""
PARAGRAPH_CHARS_MIN = 8
_SENTENCE = re.compile(r"(?<=[.!?。！？；;])\s*")


def leaks(output: str, kept: Iterable[str]) -> int:
    """How many of the kept paragraphs stand in the output, whole or by one of their sentences."""
    given = plain(output)
    return sum(any(piece in given for piece in _pieces(paragraph)) for paragraph in kept)


def check(output: str, kept: Iterable[str]) -> str:
    """The output, where nothing kept stands in it. Raises `LeakError` with how many there are, and not which."""
    if found := leaks(output, kept):
        raise LeakError(
            Saying(
                "%(found)s paragraphs kept confidential stand in the output; nothing was written: mark the copies",
                found=found,
            )
        )
    return output


def _pieces(paragraph: str) -> list[str]:
    sentences = [plain(sentence) for sentence in _SENTENCE.split(paragraph)]
    whole = plain(paragraph)
    pieces = [sentence for sentence in sentences if len(sentence) >= SENTENCE_CHARS_MIN]
    return pieces + ([whole] if len(whole) >= PARAGRAPH_CHARS_MIN else [])
