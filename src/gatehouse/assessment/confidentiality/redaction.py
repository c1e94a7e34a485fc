"""What a reader may read of a text: its paragraphs, and in the place of those that are kept from them a note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gatehouse.assessment.confidentiality.paragraphs import fingerprint, paragraphs
from gatehouse.safeguards.decision import KeptTo

WHOLE = ""
"""The part of a mark that keeps the whole piece."""
Marks = Mapping[str, KeptTo]
"""By fingerprint of a paragraph, or `WHOLE`: to whom it is kept."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One paragraph as the reader has it; `text` is None where the assessed State keeps it from them."""

    number: int
    text: str | None


def kept_to(marks: Marks, paragraph: str) -> KeptTo | None:
    """The narrowest circle that the marks leave the paragraph in; None where it is not kept."""
    found = {marks[part] for part in (WHOLE, fingerprint(paragraph)) if part in marks}
    return KeptTo.TEAM if KeptTo.TEAM in found else next(iter(found), None)


def redacted(text: str, marks: Marks, may_read: Callable[[KeptTo | None], bool]) -> tuple[Shown, ...]:
    """Every paragraph in its place. `may_read` says whether the reader may have what is kept to that circle."""
    return tuple(
        Shown(number, paragraph if may_read(kept_to(marks, paragraph)) else None)
        for number, paragraph in enumerate(paragraphs(text), 1)
    )


def joined(shown: tuple[Shown, ...], note: str) -> str:
    """The paragraphs as one text, with `note` for each that is left out; neighbours left out share one note."""
    told: list[str] = []
    for one in shown:
        if one.text is not None:
            told.append(one.text)
        elif not told or told[-1] != note:
            told.append(note)
    return "\n\n".join(told)
