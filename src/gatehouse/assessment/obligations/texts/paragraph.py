"""The values that reading a text gives: paragraphs, findings, and the whole."""

from __future__ import annotations

from dataclasses import dataclass

from gatehouse.assessment.obligations.texts.addressees import Addressee
from gatehouse.assessment.obligations.texts.citations import Citation
from gatehouse.assessment.obligations.texts.clauses import Clause
from gatehouse.assessment.obligations.texts.dates import Stated
from gatehouse.assessment.obligations.texts.deadlines import Deadline

PREAMBULAR, OPERATIVE = "preambular", "operative"


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its number in the text, what it says, and where in the paragraph its mark stood.

    One that is marked by stars has no number (None).
    """

    number: int | None
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `number` is the text's own for an operative one; preambular ones are counted from 1.

    `verb` is the word that it begins with, as the table writes it; `force` is that of its first clause, None where the
    verb is not known. `line` is where it begins in the file.
    """

    kind: str
    number: int
    text: str
    line: int
    section: str | None = None
    footnotes: tuple[Footnote, ...] = ()
    verb: str | None = None
    act: str | None = None
    force: str | None = None
    addressees: tuple[Addressee, ...] = ()
    cites: tuple[Citation, ...] = ()
    dates: tuple[Stated, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    symbols: tuple[str, ...] = ()
    refers_to: tuple[int, ...] = ()
    clauses: tuple[Clause, ...] = ()

    @property
    def label(self) -> str:
        """`OP 12`, `PP 3`."""
        return f"{'OP' if self.kind == OPERATIVE else 'PP'} {self.number}"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something unsure or wrong: a code of `findings.csv`, its text, and the paragraph or line it is about."""

    code: str
    severity: str
    text: str
    paragraph: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ResolutionText:
    """A text that was read. `status` is `draft`, `adopted` or `unknown`; a draft is never taken for an adopted text."""

    title: str | None
    symbol: str | None
    status: str
    organ: str | None
    language: str
    chapter_vii: bool
    paragraphs: tuple[Paragraph, ...]
    findings: tuple[Finding, ...]

    def of_kind(self, kind: str) -> list[Paragraph]:
        """The paragraphs of a kind, in order."""
        return [paragraph for paragraph in self.paragraphs if paragraph.kind == kind]
