"""What is unsure or contradicts itself in a text that was read: findings, from `findings.csv`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from gatehouse.assessment.obligations.texts.citations import years_stated
from gatehouse.assessment.obligations.texts.clauses import Clause
from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTES_MAX
from gatehouse.assessment.obligations.texts.deadlines import UNTIL, Deadline
from gatehouse.assessment.obligations.texts.front import UNKNOWN
from gatehouse.assessment.obligations.texts.paragraph import OPERATIVE, PREAMBULAR, Finding, Paragraph, ResolutionText
from gatehouse.assessment.obligations.texts.tables import rows

_ANOTHER = re.compile(
    r"\b(?:report|review|update|brief|assessment|meet)|报告|审查|通报|审议|最新|会议|评估", re.IGNORECASE
)
_ENDS = {PREAMBULAR: (",", "，", ":", "："), OPERATIVE: (";", "；", ".", "。")}


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, str]]:
    return {row["code"]: (row["severity"], row["text"]) for row in rows("findings")}


def finding(code: str, paragraph: str | None = None, line: int | None = None, more: str = "") -> Finding:
    """A finding of the table about a paragraph or a line; `more` says which."""
    severity, text = _table()[code]
    return Finding(code, severity, f"{text} {more}".strip(), paragraph, line)


def findings_of(text: ResolutionText, faults: list[tuple[str, int]], bodies: dict[int, str]) -> list[Finding]:
    """All findings about a text; `faults` are those of cutting it up."""
    found = [finding(code, line=line) for code, line in faults]
    if not text.of_kind(PREAMBULAR):
        found.append(finding("preamble-missing"))
    if text.status == UNKNOWN:
        found.append(finding("status-unknown"))
    for paragraph in text.paragraphs:
        found += _of_paragraph(paragraph)
    return [*found, *_repeated(text), *_footnotes(text, bodies), *_years(text), *_chained(text)]


def _of_paragraph(paragraph: Paragraph) -> Iterator[Finding]:
    label, line = paragraph.label, paragraph.line
    if paragraph.verb is None:
        yield finding("verb-unknown", label, line)
    if not paragraph.text.endswith(_ENDS[paragraph.kind]):
        yield finding("end-unusual", label, line)
    for stated in paragraph.dates:
        if stated.due is None:
            yield finding("date-impossible", label, line, stated.value)
    for clause in paragraph.clauses:
        if differing := _differing(clause, paragraph.text):
            yield finding("deadlines-differ", label, line, differing)


def _differing(clause: Clause, text: str) -> str:
    """The deadlines of a clause that contradict each other, in words; empty when none do."""
    kinds: dict[str, list[Deadline]] = {}
    for deadline in clause.deadlines:
        if deadline.value and deadline.relation != UNTIL:
            kinds.setdefault(deadline.kind, []).append(deadline)
    found = [
        f"{one.value}, {other.value}"
        for same in kinds.values()
        for one, other in pairwise(same)
        if one.value != other.value and not _of_two_things(one, other, text[clause.begin : clause.end])
    ]
    return "; ".join(found)


def _of_two_things(one: Deadline, other: Deadline, text: str) -> bool:
    """Whether another thing is asked between two deadlines: a mid-term report by one day, a final one by another."""
    first, second = sorted((text.find(one.text), text.find(other.text)))
    return bool(_ANOTHER.search(text[first:second]))


def _repeated(text: ResolutionText) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for paragraph in text.paragraphs:
        key = re.sub(r"[\W_]", "", paragraph.text)
        if key in seen:
            yield finding("text-repeated", paragraph.label, paragraph.line, seen[key])
        seen.setdefault(key, paragraph.label)


def _footnotes(text: ResolutionText, bodies: dict[int, str]) -> Iterator[Finding]:
    marked = {n.number: paragraph for paragraph in text.paragraphs for n in paragraph.footnotes if n.number}
    for number in sorted(number for number in set(bodies) - set(marked) if number <= FOOTNOTES_MAX):
        yield finding("footnote-mark-missing", more=str(number))
    for number in sorted(set(marked) - set(bodies)):
        yield finding("footnote-body-missing", marked[number].label, marked[number].line, str(number))


def _years(text: ResolutionText) -> Iterator[Finding]:
    stated = years_stated(citation for paragraph in text.paragraphs for citation in paragraph.cites)
    for (body, number), years in sorted(stated.items()):
        if len(years) > 1:
            yield finding("citation-years-differ", more=f"{body} {number}: {', '.join(map(str, sorted(years)))}")


def _chained(text: ResolutionText) -> Iterator[Finding]:
    """A review of what another paragraph asks for cannot be due before it."""
    due = {p.number: _due(p) for p in text.of_kind(OPERATIVE)}
    for paragraph in text.of_kind(OPERATIVE):
        own = due[paragraph.number]
        for number in paragraph.refers_to:
            source = due.get(number)
            if own and source and number != paragraph.number and own < source:
                yield finding("deadline-before-source", paragraph.label, paragraph.line, f"OP {number}")


def _due(paragraph: Paragraph) -> str | None:
    return next((d.due.isoformat() for d in paragraph.deadlines if d.due and d.relation == "by"), None)
