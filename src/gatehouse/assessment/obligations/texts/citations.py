"""Resolutions that a text cites, paragraphs it refers to, and symbols of documents.

A Council resolution is a number with its year (`1373 (2001)`), an Assembly one has its session (`60/288`) or an old
roman session (`217 A (III)`). A citation without a year takes the year that the same text states for that number, when
it states one only. Enumerations (`resolutions 1267 (1999), 1989 (2011) and 2253`) are read to their end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gatehouse.assessment.obligations.texts.dates import MONTHS, dates_in

COUNCIL, ASSEMBLY, RIGHTS, SOCIAL, COMMISSION = "SC", "GA", "HRC", "ECOSOC", "CHR"
_DATED = re.compile(r"(?<![\d/.])(\d{1,4})\s?\(\s?((?:19|20)\d\d)\s?\)")
_NO_RESOLUTION = re.compile(r"(?:\bNo\.|\bConvention|\bRecommendation|公约|建议书|\bdecisions?)\s*$", re.IGNORECASE)
"""`Convention No. 182 (1999)` has the form of a resolution's number, and is none."""
_RES_SYMBOL = re.compile(
    r"\b([ASE])/(HRC/)?RES/((?:E?S-)?\d{1,4}(?:/\d{1,3})?[A-Z]?)(?:\s?\((?:(\d{4})|([IVXL]+|E?S-[IVXL]+))\))?"
)
_ROMAN = re.compile(r"(?<![\d/.])(\d{1,4}(?:\s?[A-Z])?)\s?\(([IVXL]+|S-[IVX]+|ES-[IVX]+)\)")
_SESSION = re.compile(
    r"(?<![\d/.A-Z-])((?:E?S-\d{1,2}|(?:19|20)\d\d|\d{1,3})/\d{1,3}(?:\s?[A-Z](?![a-zA-Z]))?)(?![\d/])"
)
_BARE_ZH = re.compile(r"第\s?(\d{1,4})(?![\d/(A-Z]|\s?\()\s?号?")
_BARE_EN = re.compile(
    r"\bresolutions?\s+((?:\d{1,4}(?:\s?\(\d{4}\))?(?:\s?,\s?|\s?,?\s?and\s|\s?,?\s?or\s))*\d{1,4})(?![\d/])",
    re.IGNORECASE,
)
_RESOLUTION = re.compile(r"决议|决定|resolution", re.IGNORECASE)
_SYMBOL = re.compile(r"\b[ASE]/(?:[A-Z]+(?:\.\d+)?/)*(?:\d{1,4}|[A-Z]+)(?:/[A-Z0-9.]+)*(?:\s?\(\d{4}\))?(?<![.,])")
_OWN_PARAGRAPH = {
    "zh": re.compile(r"(?:上文|本决议|下文)?\s?第\s?(\d{1,3})\s?(?:\([a-z]\))?\s?段"),
    "en": re.compile(
        r"\bparagraphs?\s+((?:\d{1,3}(?:\s?\([a-z]\))?(?:,\s*|,?\s+(?:and|to|or)\s+))*\d{1,3})(?:\s?\([a-z]\))?",
        re.IGNORECASE,
    ),
}
_OF_OTHER = {
    "zh": re.compile(r"(?:号决议|号|报告|文件|宣言|公约)\s?$"),
    "en": re.compile(
        r"^\s*(?:\([a-z]\)\s*)?(?:,\s*)?of\s+(?:(?:its|the|Security Council|General Assembly)\s+)*"
        r"(?:that|those|this report|resolution|report|annex|\d)",
        re.IGNORECASE,
    ),
}
_BODIES = re.compile(
    r"(?P<HRC>人权理事会|Human\s+Rights\s+Council)|(?P<ECOSOC>经济及社会理事会|经社理事会|Economic\s+and\s+Social\s+Council)"
    r"|(?P<CHR>人权委员会|Commission\s+on\s+Human\s+Rights)|(?P<GA>大会|General\s+Assembly)|(?P<SC>安全理事会|安理会|Security\s+Council)"
    r"|(?P<own>其|本|\bits\b|\bits\s+own\b|(?<!Rights )(?<!Social )(?<!Security )\b(?:Council|Assembly)|理事会)"
)
_GOES_ON = re.compile(
    rf"(?:[\s,、]|[A-Z](?![A-Za-z])|and|of|or|to|以及|和|及|号|第|\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\s+\d{{4}}|\d{{4}}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日)*"
)
"""What stands between the numbers of an enumeration, dates among it."""
_ENUMERATED = re.compile(r"(?:\s?[、和及以]+\s?(?:第\s?)?\d{1,4}(?:\s?\(\d{4}\))?\s?号?){1,40}\s?决议")
ENUMERATION_CHARS = 400
_LETTERS = re.compile(r"^(?:(?:,|\s(?:and|to|or))\s?[A-Z]\b)+")
"""`49/139 A and B of 20 December 1994`."""
_UNDATED = re.compile(r"(?<![\d(])\d{1,4}(?![\d)]|\s?\()")
_NEAR = 60
BODY_CHARS = 400
"""So far before a number the body whose resolution it is may be named: a long enumeration stands between."""
SOCIAL_YEAR_MIN = 1946


class Citation(NamedTuple):
    """One resolution cited: body (`SC`, `GA`, `HRC`, `ECOSOC`, `CHR`), number as text, year where known; its place."""

    body: str
    number: str
    year: int | None
    begin: int
    end: int


def citations_in(shadow: str, language: str, organ: str | None = None) -> list[Citation]:
    """The citations of a text in order, each number once for each place; `organ` is who says `its resolution`."""
    found: dict[int, Citation] = {}
    covered: set[int] = set()
    for citation in (
        *_symbols(shadow),
        *_dated(shadow),
        *_old(shadow, language, organ),
        *_sessions(shadow, language, organ),
        *_bare(shadow, language),
    ):
        if citation.begin not in covered:
            found[citation.begin] = citation
            covered.update(range(citation.begin, citation.end))
    return [found[begin] for begin in sorted(found)]


def with_years(citations: Iterable[Citation], known: dict[tuple[str, str], int]) -> list[Citation]:
    """The citations, those without a year with the one that is known for them."""
    return [c if c.year else c._replace(year=known.get((c.body, c.number))) for c in citations]


def years_stated(citations: Iterable[Citation]) -> dict[tuple[str, str], set[int]]:
    """The years that citations state, by body and number; more than one is a contradiction."""
    found: dict[tuple[str, str], set[int]] = {}
    for citation in citations:
        if citation.year:
            found.setdefault((citation.body, citation.number), set()).add(citation.year)
    return found


def symbols_in(shadow: str) -> list[str]:
    """Symbols of documents (`S/PRST/2015/11`), each once, in order."""
    return list(
        dict.fromkeys(
            re.sub(r"(?<=\d)\(", " (", found[0])
            for found in _SYMBOL.finditer(shadow)
            if any(c.isdigit() for c in found[0])
        )
    )


def own_paragraphs(shadow: str, language: str) -> list[int]:
    """Numbers of paragraphs of the same resolution that a text refers to."""
    found = []
    for part in _OWN_PARAGRAPH[language].finditer(shadow):
        around = shadow[: part.start()] if language == "zh" else shadow[part.end() :]
        if not _OF_OTHER[language].search(around):
            found += [int(number) for number in re.findall(r"\d{1,3}", part[1])]
    return list(dict.fromkeys(found))


def _symbols(shadow: str) -> list[Citation]:
    bodies = {"S": COUNCIL, "A": ASSEMBLY, "E": SOCIAL}
    return [
        Citation(
            RIGHTS if part[2] else bodies[part[1]],
            f"{_lettered(part[3])} ({part[5]})" if part[5] else part[3],
            int(part[4]) if part[4] else None,
            *part.span(),
        )
        for part in _RES_SYMBOL.finditer(shadow)
    ]


def _dated(shadow: str) -> list[Citation]:
    return [
        Citation(COUNCIL, part[1], int(part[2]), *part.span())
        for part in _DATED.finditer(shadow)
        if not _NO_RESOLUTION.search(shadow, 0, part.start())
    ]


def _old(shadow: str, language: str, organ: str | None) -> list[Citation]:
    """Resolutions of the years in which sessions had roman numbers."""
    return [
        Citation(
            _body(shadow, part.start(), organ, ASSEMBLY),
            f"{_lettered(part[1])} ({part[2]})",
            _year_of(shadow, part, language),
            *part.span(),
        )
        for part in _ROMAN.finditer(shadow)
        if _RESOLUTION.search(shadow[max(0, part.start() - BODY_CHARS) : part.end() + _NEAR])
    ]


def _lettered(number: str) -> str:
    return re.sub(r"(?<=\d)\s?(?=[A-Z])", " ", number)


def _sessions(shadow: str, language: str, organ: str | None) -> list[Citation]:
    found: list[Citation] = []
    for part in _SESSION.finditer(shadow):
        body = _listed(shadow, found, part.start()) or _named(shadow, part, language, organ)
        if body:
            found.append(Citation(body, part[1].replace(" ", ""), _year_of(shadow, part, language), *part.span()))
    return found


def _listed(shadow: str, found: list[Citation], at: int) -> str | None:
    """The body of the citation before, when a number only goes on with its enumeration."""
    if found and _GOES_ON.fullmatch(shadow, found[-1].end, at):
        return found[-1].body
    return None


def _named(shadow: str, part: re.Match[str], language: str, organ: str | None) -> str | None:
    """The body of a number that resolutions are named beside; None for a fraction, or for a decision."""
    before = shadow[max(0, part.start() - _NEAR) : part.start()]
    behind = shadow[part.end() : part.end() + 8] if language == "zh" else ""
    if not (_RESOLUTION.search(before + behind) or behind.lstrip().startswith("号")):
        return None
    if _is_decision(before, behind, language):
        return None
    first = int(part[1].rpartition("-")[2].split("/")[0])
    return _body(shadow, part.start(), organ, SOCIAL if first >= SOCIAL_YEAR_MIN else ASSEMBLY)


def _is_decision(before: str, behind: str, language: str) -> bool:
    """Whether a number is that of a decision: in English the word stands before, in Chinese behind."""
    if language == "zh":
        return bool(re.match(r"\s?号\s?决定", behind))
    words = re.findall(r"\b(resolution|decision)s?\b", before, re.IGNORECASE)
    return bool(words) and words[-1].lower() == "decision"


def _body(shadow: str, at: int, organ: str | None, otherwise: str) -> str:
    """The body that is named last before a number; `its` and a council without a name are the organ that speaks."""
    named = [*_BODIES.finditer(shadow, max(0, at - BODY_CHARS), at)]
    code = named[-1].lastgroup if named else None
    if code == "own":
        code = organ if organ in (RIGHTS, SOCIAL) else None
    # The Security Council numbers by years: a session is never its own.
    if code in (None, COUNCIL) or (otherwise == SOCIAL and code not in (SOCIAL, COMMISSION)):
        return otherwise
    return code


def _year_of(shadow: str, part: re.Match[str], language: str) -> int | None:
    """The year of the date that belongs to a citation: in Chinese it stands before, in English behind `of`."""
    if language == "zh":
        before = dates_in(shadow[max(0, part.start() - 24) : part.start()], language)
        tail = shadow[max(0, part.start() - 3) : part.start()]
        return int(before[-1].value[:4]) if before and "第" in tail else None
    behind = _LETTERS.sub("", shadow[part.end() : part.end() + 34])
    dated = dates_in(behind[:26], language) if behind.lstrip().startswith("of ") else []
    return int(dated[0].value[:4]) if dated else None


def _bare(shadow: str, language: str) -> list[Citation]:
    if language == "en":
        return [
            Citation(COUNCIL, number[0], None, part.start(1) + number.start(), part.start(1) + number.end())
            for part in _BARE_EN.finditer(shadow)
            for number in re.finditer(r"(?<![\d(])\d{1,4}(?![\d)]|\s?\()", part[1])
        ]
    found = []
    for part in _BARE_ZH.finditer(shadow):
        listed = _ENUMERATED.match(shadow, part.end(), part.end() + ENUMERATION_CHARS)
        if listed or _RESOLUTION.match(shadow, part.end()):
            found.append(part.span(1))
            inner = _UNDATED.finditer(shadow, part.end(), listed.end()) if listed else ()
            found += [number.span() for number in inner]
    return [Citation(COUNCIL, shadow[begin:end], None, begin, end) for begin, end in found]


def distinct(citations: Sequence[Citation]) -> list[Citation]:
    """The citations, each resolution once."""
    kept: dict[tuple[str, str, int | None], Citation] = {}
    for citation in citations:
        kept.setdefault((citation.body, citation.number, citation.year), citation)
    return list(kept.values())
