"""One question: what is asked, which kind of answer it takes, and which obligations the answer speaks to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from gatehouse.assessment.questions.scale import STAGES, Option, Unit, scale_of, units


class Kind(StrEnum):
    """What an answer is."""

    SCALE = "scale"
    """A code of a scale; yes, no and partly are one."""
    STAGE = "stage"
    """A stage of a capability (2396/48)."""
    NUMBER = "number"
    """A number with its unit."""
    DATE = "date"
    TEXT = "text"
    DOCUMENT = "document"
    """A file by its SHA-256 and name; the file itself is an item of evidence."""


class Condition(NamedTuple):
    """The question is shown only where another one was answered with one of these codes."""

    question: str
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the bank. `of` is the scale or unit of its answers; `cites` are paragraphs that ask for it."""

    id: str
    kind: Kind
    of: str
    obligations: tuple[str, ...]
    cites: tuple[str, ...]
    conditions: tuple[Condition, ...]
    en: str
    zh: str
    guidance_en: str = ""
    guidance_zh: str = ""

    @property
    def is_coded(self) -> bool:
        """Whether answers are codes, which can be compared between States."""
        return self.kind in (Kind.SCALE, Kind.STAGE)

    @property
    def options(self) -> dict[str, Option]:
        """The codes that a coded answer may have."""
        return scale_of(STAGES if self.kind is Kind.STAGE else self.of) if self.is_coded else {}

    @property
    def unit(self) -> Unit | None:
        """The unit of a number."""
        return units()[self.of] if self.kind is Kind.NUMBER else None

    @property
    def fingerprint(self) -> str:
        """What an answer to it means: changes with wording and kind of answer, not with guidance or links."""
        said = "\x1f".join((self.id, self.kind, self.of, self.en, self.zh, *self.options))
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    def text_in(self, language: str) -> str:
        """The question in a language; English where it has none in it."""
        return self.zh if language.startswith("zh") else self.en

    def guidance_in(self, language: str) -> str:
        """The guidance in a language."""
        return self.guidance_zh if language.startswith("zh") else self.guidance_en
