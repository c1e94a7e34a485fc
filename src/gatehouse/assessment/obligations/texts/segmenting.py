"""Lines → parts: what stands before the organ, preambular paragraphs, operative ones under their headings, the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gatehouse.assessment.obligations.texts import numbering
from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTE
from gatehouse.assessment.obligations.texts.layout import Layout, layout_of
from gatehouse.assessment.obligations.texts.line import Line
from gatehouse.assessment.obligations.texts.organs import speaking
from gatehouse.assessment.obligations.texts.preamble import parted_preamble
from gatehouse.assessment.obligations.texts.sections import is_annex, parted_heading

_ACTING = re.compile(
    r"(?:Acting|Also acting|Further acting) under\b|(?:根据|依照|按照)《联合国宪章》第七章.{0,20}采取行动"
)
_FULL_STOP = re.compile(r"[.。][\s”\"'）)]*$")


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph as lines: its number (preambular ones are counted), its heading, where it begins in the file."""

    number: int
    lines: Sequence[Line]
    section: tuple[str, ...] = ()


@dataclass
class Parts:
    """A text cut up. `faults` are codes of `findings.csv`, each with the line it is about."""

    layout: Layout
    organ: str | None = None
    before: Sequence[Line] = ()
    preambular: list[Part] = field(default_factory=list)
    operative: list[Part] = field(default_factory=list)
    after: Sequence[Line] = ()
    faults: list[tuple[str, int]] = field(default_factory=list)


def segmented(lines: Sequence[Line]) -> Parts:
    """The parts of a text; without any operative paragraph `operative` is empty."""
    found = Parts(layout_of(lines))
    language = found.layout.language
    at, rest = _split_at_organ(lines, found)
    found.before = lines[:at]
    body = numbering.parted(rest, language)
    # The layout is that of the body: covers are set otherwise.
    found.layout = layout_of(body)._replace(language=language)
    starts = numbering.starts_of(body, language)
    if not starts:
        starts = numbering.unnumbered(body, language)
        if starts:
            found.faults.append(("number-not-stated", body[starts[0].at].number))
    first = starts[0].at if starts else len(body)
    end = _end(body, starts, found)
    section = _preambular(body[:first], found)
    _operative(body[:end], starts, section, found)
    found.after = (*found.after, *body[end:])
    return found


def _split_at_organ(lines: Sequence[Line], found: Parts) -> tuple[int, list[Line]]:
    """Where the organ begins to speak, and the lines behind it."""
    for index, line in enumerate(lines):
        if organ := speaking(line):
            found.organ = organ.code
            rest = line.text[organ.end :].strip()
            return index, ([replace(line, text=rest)] if rest else []) + list(lines[index + 1 :])
    found.faults.append(("organ-missing", lines[0].number if lines else 1))
    return 0, list(lines)


def _end(body: Sequence[Line], starts: list[numbering.Start], found: Parts) -> int:
    """Where the last operative paragraph may reach at most; starts behind an annex are dropped."""
    if not starts:
        return len(body)
    annex = next((i for i, line in enumerate(body) if i > starts[0].at and is_annex(line)), None)
    if annex is not None:
        starts[:] = [start for start in starts if start.at < annex]
        found.faults.append(("annex-left-out", body[annex].number))
        return annex
    return len(body)


def _preambular(lines: Sequence[Line], found: Parts) -> tuple[str, ...]:
    lines, heading = parted_heading(lines, found.layout)
    for number, paragraph in enumerate(parted_preamble(lines, found.layout), start=1):
        found.preambular.append(Part(number, paragraph))
    return tuple(line.text for line in heading)


def _operative(body: Sequence[Line], starts: list[numbering.Start], section: tuple[str, ...], found: Parts) -> None:
    previous = 0
    for place, start in enumerate(starts):
        is_last = place + 1 == len(starts)
        stop = len(body) if is_last else starts[place + 1].at
        first = body[start.at]
        lines = [replace(first, text=first.text[start.end :].strip()), *body[start.at + 1 : stop]]
        if is_last:
            lines, found.after = _closed(lines)
            heading: list[Line] = []
        else:
            lines, acting = _acting(lines)
            lines, heading = parted_heading(lines, found.layout)  # type: ignore[assignment]
            if acting:
                found.preambular.append(Part(len(found.preambular) + 1, acting))
        if start.number > previous + 1:
            found.faults.append(("number-missing", first.number))
        found.operative.append(Part(start.number, lines, section))
        previous = start.number
        section = tuple(line.text for line in heading) or section


def _acting(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """A paragraph without a preambular one behind it: the Council may begin to act under Chapter VII half-way."""
    for index, line in enumerate(lines):
        ended = index > 0 and re.search(r"[;；.。]$", FOOTNOTE.sub("", lines[index - 1].text))
        if ended and _ACTING.match(line.shadow):
            return lines[:index], lines[index:]
    return lines, []


def _closed(lines: Sequence[Line]) -> tuple[list[Line], Sequence[Line]]:
    """The last paragraph, and what stands behind its full stop."""
    for index, line in enumerate(lines):
        ended = _FULL_STOP.search(FOOTNOTE.sub("", line.text))
        follows = lines[index + 1] if index + 1 < len(lines) else None
        if ended and (follows is None or not follows.text[:1].islower()):
            return list(lines[: index + 1]), lines[index + 1 :]
    return list(lines), []
