"""Reading a piece: the kernel is asked once for the piece, and once for each circle that a paragraph is kept to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gatehouse.assessment.acting import may_see
from gatehouse.assessment.confidentiality import leak
from gatehouse.assessment.confidentiality.marks import kept, kept_words
from gatehouse.assessment.confidentiality.paragraphs import plain
from gatehouse.assessment.confidentiality.redaction import WHOLE, Shown, redacted
from gatehouse.safeguards.decision import Actor, KeptTo, Subject


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
        found.append(Read(piece.subject, redacted(piece.text, of_piece, lambda circle, of=allowed: of[circle])))
    return found


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
