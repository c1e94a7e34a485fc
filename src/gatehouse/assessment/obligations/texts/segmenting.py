"""Lines → parts: what stands before the organ, preambular paragraphs, operative ones under their headings, the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gatehouse.assessment.obligations.texts import numbering
from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTE
from gatehouse.assessment.obligations.texts.front import is_furniture, is_heading, is_letter_of_part
from gatehouse.assessment.obligations.texts.layout import Layout, layout_of
from gatehouse.assessment.obligations.texts.levelling import levelled, with_lines_again, without_bullets
from gatehouse.assessment.obligations.texts.line import Line
from gatehouse.assessment.obligations.texts.organs import Speaking, named_alone, other_speaking, speaking
from gatehouse.assessment.obligations.texts.preamble import parted_preamble
from gatehouse.assessment.obligations.texts.sections import HEADING_LINES_MAX, is_annex, parted_heading
from gatehouse.assessment.obligations.texts.verbs import leading

_ACTING = re.compile(
    r"(?:Acting|Also acting|Further acting) under\b|(?:根据|依照|按照)《?联合国宪章》?第七章.{0,20}采取行动"
)
FRONT_LINES_MAX = 12
HEADING_COLUMNS = 60
"""What begins with a verb of the preamble and is wider is a paragraph."""
_FIRST = re.compile(r"^1\s*[.．、]\s*\D")
"""The first number: what stands behind it is of no front."""
_ENDED = re.compile(r"[,;:.，；：。][\s”\"'）)\]]*$")
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
    """The parts of a text; without any operative paragraph `operative` is empty.

    A resolution may hold several (`A`, `B`), each spoken by the organ anew; their paragraphs follow each other.
    """
    found = Parts(layout_of(lines))
    language = found.layout.language
    lines = with_lines_again(lines, language)
    spoken = _spoken(lines, found)
    begin = spoken[0][0] if spoken else 0
    found.before = lines[:begin]
    found.layout = layout_of(lines[begin:])._replace(language=language)
    over = _over_a_part(found.before) if len(spoken) > 1 else ()
    while spoken:
        at, speaker = spoken.pop(0)
        end = spoken[0][0] if spoken else len(lines)
        rest = lines[at].text[speaker.end :].strip()
        body = [*([replace(lines[at], text=rest)] if rest else []), *lines[at + 1 : end]]
        if _cut_up(body, over, found) or not spoken:
            found.after = (*found.after, *lines[end:])
            break
        over = _over_a_part(found.after)
    return found


def _cut_up(body: Sequence[Line], over: tuple[str, ...], found: Parts) -> bool:
    """Cut up what an organ says from one place on, `over` being the heading of it all; whether an annex ended it."""
    language = found.layout.language
    body = numbering.parted(without_bullets(levelled(body)), language)
    # The layout is that of the body: covers are set otherwise.
    layout = layout_of(body)._replace(language=language)
    starts = numbering.starts_of(body, language)
    if not starts:
        starts = numbering.unnumbered(body, language)
        if starts:
            found.faults.append(("number-not-stated", body[starts[0].at].number))
    first = starts[0].at if starts else len(body)
    end, is_annexed = _end(body, starts, found)
    whole = found.layout
    found.layout = layout
    section = _preambular(body[:first], found)
    found.after = ()
    _operative(body[:end], starts, section, over, found)
    found.layout = layout if not found.operative else whole
    found.after = (*found.after, *body[end:])
    return is_annexed


def _spoken(lines: Sequence[Line], found: Parts) -> list[tuple[int, Speaking]]:
    """Where an organ speaks, with who it is; where none does, the whole is what is said."""
    spoken = [(index, organ) for index, line in enumerate(lines) if (organ := speaking(line))]
    if not spoken:
        for index, line in enumerate(lines[:-1]):
            organ = other_speaking(line) or named_alone(line)
            if organ and leading(lines[index + 1].shadow, found.layout.language, is_preamble=True):
                spoken = [(index, organ)]
                break
    if not spoken:
        found.faults.append(("organ-missing", lines[0].number if lines else 1))
        return [(_front_end(lines), Speaking(None, 0))] if lines else []
    found.organ = spoken[0][1].code
    return spoken


def _front_end(lines: Sequence[Line]) -> int:
    """How many lines at the beginning are of a front, where no organ tells: as far as the last that says so."""
    first = next((index for index, line in enumerate(lines) if _FIRST.match(line.shadow)), len(lines))
    heads = lines[: min(FRONT_LINES_MAX, first)]
    near = [index for index, line in enumerate(heads) if is_furniture(line) or is_heading(line)]
    return min(near[-1] + 1, len(lines) - 1) if near else 0


def _over_a_part(lines: Sequence[Line]) -> tuple[str, ...]:
    """The letter and the title over a part, of the lines before its organ speaks."""
    kept = [line for line in lines if not is_furniture(line)]
    letters = [index for index, line in enumerate(kept) if is_letter_of_part(line)]
    heading = kept[letters[-1] :] if letters else []
    return tuple(line.text for line in heading) if len(heading) <= HEADING_LINES_MAX else ()


def _end(body: Sequence[Line], starts: list[numbering.Start], found: Parts) -> tuple[int, bool]:
    """Where the last operative paragraph may reach at most, and whether by an annex; starts behind it are dropped."""
    if not starts:
        return len(body), False
    annex = next((i for i, line in enumerate(body) if i > starts[0].at and is_annex(line, body[i - 1])), None)
    if annex is not None:
        starts[:] = [start for start in starts if start.at < annex]
        found.faults.append(("annex-left-out", body[annex].number))
        return annex, True
    return len(body), False


def _preambular(lines: Sequence[Line], found: Parts) -> tuple[str, ...]:
    """Take the preambular paragraphs of lines; what is returned is the heading of what follows them."""
    own, heading = parted_heading(lines, found.layout)
    # The last paragraph of a preamble may lack its comma, and is no heading: least of all where Chapter VII is invoked.
    lines, heading = (lines, []) if heading and _recalls(heading, found.layout.language) else (own, heading)
    before, lines = _headed(lines, found)
    for paragraph in parted_preamble(lines, found.layout):
        found.preambular.append(Part(len(found.preambular) + 1, paragraph))
    return tuple(line.text for line in heading) or before


def _recalls(lines: Sequence[Line], language: str) -> bool:
    """Whether lines before the first number begin as a paragraph of the preamble does, and are longer than a title."""
    is_long = sum(line.width for line in lines) > HEADING_COLUMNS
    return bool(_ACTING.match(lines[0].shadow)) or (
        is_long and leading(lines[0].shadow, language, is_preamble=True) is not None
    )


def _headed(lines: Sequence[Line], found: Parts) -> tuple[tuple[str, ...], Sequence[Line]]:
    """A numeral and a title that stand over the first preambular paragraph, and the lines behind them."""
    if not lines or not is_letter_of_part(lines[0]):
        return (), lines
    for index, line in enumerate(lines[1 : HEADING_LINES_MAX + 1], start=1):
        if leading(line.shadow, found.layout.language, is_preamble=True):
            return tuple(line.text for line in lines[:index]), lines[index:]
    return (), lines


def _operative(
    body: Sequence[Line],
    starts: list[numbering.Start],
    section: tuple[str, ...],
    over: tuple[str, ...],
    found: Parts,
) -> None:
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
            own, heading, recalling = _anew(lines, starts[place + 1], found.layout)
            lines = list(own)
            for paragraph in [*([acting] if acting else []), *parted_preamble(recalling, found.layout)]:
                found.preambular.append(Part(len(found.preambular) + 1, paragraph))
        if start.number > previous + 1:
            found.faults.append(("number-missing", first.number))
        found.operative.append(Part(start.number, lines, (*over, *section)))
        previous = start.number
        section = tuple(line.text for line in heading) or section


def _anew(
    lines: list[Line], following: numbering.Start, layout: Layout
) -> tuple[Sequence[Line], list[Line], list[Line]]:
    """The lines of a paragraph, the heading behind it, and the preamble of a section that counts from 1 again."""
    if following.number == 1:
        for index, line in enumerate(lines):
            ended = index > 1 and _ENDED.search(FOOTNOTE.sub("", lines[index - 1].text)) is None
            if ended and leading(line.shadow, layout.language, is_preamble=True):
                own, heading = parted_heading(lines[:index], layout)
                if heading:
                    return own, heading, lines[index:]
    own, heading = parted_heading(lines, layout)
    return own, heading, []


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
