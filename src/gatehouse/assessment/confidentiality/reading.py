"""Reading a piece: the kernel is asked once for the piece, and once for each circle that a paragraph is kept to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from gatehouse.assessment.acting import may_see
from gatehouse.assessment.confidentiality import leak
from gatehouse.assessment.confidentiality.marks import kept, kept_words
from gatehouse.assessment.confidentiality.paragraphs import plain
from gatehouse.assessment.confidentiality.redaction import WHOLE, Shown, redacted
from gatehouse.safeguards.decision import Actor, KeptTo, Subject

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Piece:
    """A text and the facts about it. `subject.kept_to` is left to the marks."""

    subject: Subject
    text: str


@dataclass(frozen=True, slots=True)
class Read:
    """What the reader has of a piece; `whole` is False where anything was left out."""

    subject: Subject
    shown: tuple[Shown, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was left out."""
        return all(one.text is not None for one in self.shown)

    @property
    def text(self) -> str:
        """What is left, without notes."""
        return "\n\n".join(one.text for one in self.shown if one.text is not None)


def read(actor: Actor, pieces: Sequence[Piece]) -> list[Read]:
    """What this reader has of each piece. One that they may not see at all is left out of the answer."""
    marks = kept(piece.subject.ref for piece in pieces)
    found = []
    for piece in pieces:
        of_piece = marks.get(piece.subject.ref, {})
        if not may_see(actor, replace(piece.subject, kept_to=of_piece.get(WHOLE))):
            continue
        allowed = {
            circle: may_see(actor, replace(piece.subject, kept_to=circle)) for circle in {None, *of_piece.values()}
        }
        found.append(Read(piece.subject, redacted(piece.text, of_piece, allowed.__getitem__)))
    return found


def cutter(actor: Actor, subject: Subject, marks: Mapping[str, KeptTo]) -> Callable[[str], str] | None:
    """What cuts a text of this piece for the reader; None where they may not see the piece at all.

    `marks` are those in force on the piece. A text of which nothing is kept comes back as it was.
    """
    if not may_see(actor, replace(subject, kept_to=marks.get(WHOLE))):
        return None
    allowed = {circle: may_see(actor, replace(subject, kept_to=circle)) for circle in {None, *marks.values()}}

    def cut(text: str) -> str:
        shown = redacted(text, marks, lambda circle: allowed[circle])
        whole = all(one.text is not None for one in shown)
        return text if whole else "\n\n".join(one.text for one in shown if one.text is not None)

    return cut


def cut_rows(actor: Actor, rows: Iterable[tuple[Subject, Row]], *fields: str) -> list[Row]:
    """The rows that the reader may see, with the words in these fields cut in the rows in hand; nothing is stored.

    Whoever goes on with such a row has no more of it than its reader; it is not to be saved.
    """
    known = list(rows)
    marks = kept(subject.ref for subject, _ in known)
    found = []
    for subject, row in known:
        cut = cutter(actor, subject, marks.get(subject.ref, {}))
        if cut is None:
            continue
        if subject.ref in marks:
            for field in fields:
                setattr(row, field, cut(getattr(row, field)))
        found.append(row)
    return found


def narrowest(subject: Subject) -> Subject:
    """The piece as the kernel is asked about it where it cannot be cut, as a file: any mark on it keeps all of it."""
    circles = set(kept([subject.ref]).get(subject.ref, {}).values())
    return replace(subject, kept_to=KeptTo.TEAM if KeptTo.TEAM in circles else next(iter(circles), None))


def search(actor: Actor, pieces: Sequence[Piece], words: str) -> list[Read]:
    """The pieces of which the reader may see a paragraph with these words. What is kept from them is not searched."""
    wanted = plain(words)
    found = []
    for one in read(actor, pieces) if wanted else []:
        fitting = tuple(part for part in one.shown if part.text is not None and wanted in plain(part.text))
        if fitting:
            found.append(Read(one.subject, fitting))
    return found


def countable(subjects: Iterable[Subject]) -> list[Subject]:
    """The pieces that may be counted in a table: those of which nothing is kept confidential."""
    pieces = list(subjects)
    marked = kept(piece.ref for piece in pieces)
    return [piece for piece in pieces if piece.ref not in marked]


def let_out(actor: Actor, output: str, subject: Subject) -> str:
    """The output, where it holds nothing kept from this reader, of whichever State. Raises `LeakError` otherwise.

    `subject` is what the output is; whose State a paragraph is decides for it, not whose the output is.
    """
    judged: dict[tuple[KeptTo, str], bool] = {}
    kept_from: list[str] = []
    for circle, code, words in kept_words():
        about = replace(
            subject, kept_to=circle, state=code, team=subject.team if code == subject.state else frozenset()
        )
        if not judged.setdefault((circle, code), may_see(actor, about)):
            kept_from.append(words)
    return leak.check(output, kept_from)
