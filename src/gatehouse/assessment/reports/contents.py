"""The contents of a report as values that JSON keeps: sections of sentences, tables and plots, each with its sources.

A sentence is one of the table `sentences.csv` with values put in, so that it can be said in any language; or words
that somebody wrote (`words`), which are quoted as they are and can be kept confidential paragraph by paragraph. A
source is a reference of the log (`finding:7`, `evidence:3`) or an obligation (`obligation:2396-2`); a sentence without
one is refused.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from gatehouse.assessment.reports.errors import ReportError
from gatehouse.terms.saying import Saying

WORDS = "words"
"""The key of a sentence that is somebody's own words."""
Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the table `key`, or own words: `values["text"]`, of the piece `values["piece"]`.

    Beside own words stand their approved translations (`values["text.fr"]`).
    """

    key: str
    values: Mapping[str, Value]
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.sources:
            raise ReportError(Saying("a sentence (%(key)s) has no source; name what it stands on", key=self.key))
        if self.key == WORDS and not {"text", "piece"} <= self.values.keys():
            raise ReportError(Saying("words are quoted with the piece that they are of"))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: a caption and headings of the table of sentences, cells as they are, sources of the whole."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing of a kind (`heat`, `progress`, `roadmap`) from rows of values."""

    kind: str
    caption: str
    rows: tuple[Mapping[str, Value], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its heading (of the table of sentences, or an obligation), and what stands in it."""

    heading: str
    values: Mapping[str, Value]
    sentences: tuple[Sentence, ...] = ()
    grids: tuple[Grid, ...] = ()
    plots: tuple[Plot, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole report: its kind, the State (none: several), the cycle, the day it was frozen, and its parts."""

    kind: str
    state: str | None
    cycle: str
    dated: str
    parts: tuple[Part, ...]

    def as_json(self) -> dict[str, object]:
        """As it is stored."""
        found: dict[str, object] = json.loads(json.dumps(asdict(self)))
        return found

    @property
    def sha256(self) -> str:
        """What makes two contents the same."""
        text = json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def contents_from(stored: dict[str, object]) -> Contents:
    """The contents as they were stored. ReportError for what is of another form."""
    try:
        return Contents(
            str(stored["kind"]),
            None if stored["state"] is None else str(stored["state"]),
            str(stored["cycle"]),
            str(stored["dated"]),
            tuple(_part(one) for one in stored["parts"]),  # type: ignore[attr-defined]
        )
    except (KeyError, TypeError) as fault:
        raise ReportError(
            Saying("these contents are of another form (%(fault)s); they were made by another version", fault=fault)
        ) from fault


def every_part(parts: tuple[Part, ...]) -> Iterator[Part]:
    """All parts, those inside of others too, in their order."""
    for part in parts:
        yield part
        yield from every_part(part.parts)


def _part(stored: dict[str, object]) -> Part:
    given = dict(stored)
    return Part(
        str(given["heading"]),
        dict(given["values"]),  # type: ignore[call-overload]
        tuple(Sentence(one["key"], one["values"], tuple(one["sources"])) for one in given["sentences"]),  # type: ignore[attr-defined]
        tuple(
            Grid(one["caption"], tuple(one["columns"]), tuple(map(tuple, one["rows"])), tuple(one["sources"]))
            for one in given["grids"]  # type: ignore[attr-defined]
        ),
        tuple(Plot(one["kind"], one["caption"], tuple(one["rows"]), tuple(one["sources"])) for one in given["plots"]),  # type: ignore[attr-defined]
        tuple(_part(one) for one in given["parts"]),  # type: ignore[attr-defined]
    )
