"""The values of the catalogue: versions of instruments, obligations, where they stand, what changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class UnknownObligation(LookupError):  # noqa: N818  (reads as what happened)
    """A code that the catalogue does not have."""


class State(StrEnum):
    """How far Gatehouse answers an obligation today. `record`: it asks nothing that a system could do."""

    SERVES = "serves"
    PARTLY = "partly"
    NOT_YET = "not-yet"
    RECORD = "record"


class Tier(StrEnum):
    """What would do: a working function (M), a register with a workflow (S), a record (R), an entry here (C)."""

    FUNCTION = "M"
    REGISTER = "S"
    RECORD = "R"
    ENTRY = "C"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an instrument. `status` is `draft` or `adopted`; `operative` and `preambular` count paragraphs."""

    code: str
    instrument: str
    title: str
    organ: str
    symbol: str | None
    date: str | None
    status: str
    chapter_vii: bool
    operative: int
    preambular: int
    remark: str


@dataclass(frozen=True, slots=True, order=True)
class Placing:
    """Where an obligation stands: a paragraph of a version, preambular ones as `PP4`."""

    version: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class Change:
    """What became of paragraphs between two versions: a kind of `texts.comparison`, and what of it matters."""

    before: str
    before_paragraphs: tuple[str, ...]
    after: str
    after_paragraphs: tuple[str, ...]
    kind: str
    what: str


@dataclass(frozen=True, slots=True)
class Obligation:
    """One thread: `duty` in our words (`duty_zh`: Chinese), whom it addresses, with what force, by when, what answers.

    `numbers` (`R031`) are the short names under which questions and findings refer to it; a thread has one for each
    version in which it was listed. `deadlines` are ISO dates or durations, or `undefined` where the text says only
    `timely`. `area` is one of T (screening of travellers), C (casework, cooperation), A (assessment), G (safeguards),
    or several. `function` is what would serve it and `done_when` how one would see that; `state`, `evidence` (a command
    or a page) and `missing` say what stands today. `question` is the code of a question of ours that asks it; questions
    of other rooms name the obligation themselves.
    """

    code: str
    numbers: tuple[str, ...]
    duty: str
    addressees: tuple[str, ...]
    force: str
    deadlines: tuple[str, ...]
    tier: Tier
    area: tuple[str, ...]
    function: str
    done_when: str
    question: str | None
    state: State
    evidence: str | None
    missing: str | None
    placings: tuple[Placing, ...] = ()
    duty_zh: str | None = None

    def duty_in(self, language: str) -> tuple[str, str]:
        """The duty in a language, and the code of the one it is in: English where there are no words of ours in it."""
        if language.startswith("zh") and self.duty_zh:
            return self.duty_zh, "zh"
        return self.duty, "en"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All of it, in the order of the files."""

    versions: tuple[Version, ...]
    obligations: tuple[Obligation, ...]
    changes: tuple[Change, ...]
    _by_code: dict[str, Obligation] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for obligation in self.obligations:
            self._by_code.update(dict.fromkeys((obligation.code, *obligation.numbers), obligation))

    def obligation(self, code: str) -> Obligation:
        """The obligation of a code or number. Raises `UnknownObligation`."""
        try:
            return self._by_code[code]
        except KeyError as fault:
            raise UnknownObligation(f"{code}: no such obligation; `gatehouse obligations list` shows all") from fault

    def version(self, code: str) -> Version:
        """The version of a code. Raises `UnknownObligation`."""
        found = next((version for version in self.versions if version.code == code), None)
        if found is None:
            known = ", ".join(version.code for version in self.versions)
            raise UnknownObligation(f"{code}: no such version of an instrument; there are {known}")
        return found

    def at(self, version: str, paragraph: str) -> tuple[Obligation, ...]:
        """The obligations that stand in a paragraph of a version."""
        placing = Placing(version, paragraph)
        return tuple(obligation for obligation in self.obligations if placing in obligation.placings)

    def history(self, obligation: Obligation) -> tuple[Change, ...]:
        """What became of the paragraphs in which an obligation stands."""
        places = {(placing.version, placing.paragraph) for placing in obligation.placings}
        return tuple(
            change
            for change in self.changes
            if any((change.after, paragraph) in places for paragraph in change.after_paragraphs)
            or any((change.before, paragraph) in places for paragraph in change.before_paragraphs)
        )
