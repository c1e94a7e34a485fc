"""Addressees: to whom a clause speaks (`addressees.csv`), in the order in which the text names them.

They stand behind the verb, joined by `and` and commas, up to what they are to do. Where the table lacks them, the words
of the text between a verb that addresses somebody and `to` are taken as they stand. Whoever is named behind `in
cooperation with` (与, 同) is a partner and no addressee. Where a decision names its addressee only after its purpose,
whoever `shall` (应) is taken.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gatehouse.assessment.obligations.texts.tables import of_language

WINDOW_CHARS = 420
SKIPPED_CHARS_MAX = 14
"""Characters of Chinese between two addressees that may be unknown to the table."""
_PARENTHESIS = re.compile(r"\([^()]{0,120}\)")
NAME_CHARS_MAX = 90
_LISTED = re.compile(
    r"\s*(?:(?:,?\s*in\s+(?:this|that)\s+(?:regard|respect|context|connection),?|upon|on|once again|again|also|"
    r"further)\s+)*"
    r"(?P<who>[A-Za-z][^;:.]{1,300}?),?\s+(?:to\s+(?!the\b|that\b)|not to\s|that\s+(?:they|it|he|she)\b)"
)
_PARTNERS = re.compile(
    r",?\s+(?:in\s(?!particular)|with\s|within\s|under\s|through\s|pursuant\s|by\s|where\s|at\s|as\s(?!well)|consistent\s|"
    r"without\s|which\s|who\s|that\s)"
)
"""What begins so is how something is to be done, or with whom, and no addressee."""
_BETWEEN = re.compile(
    r",?\s+and(?:\s+in particular)?\s+|,?\s+as well as\s+|,\s*(?:in particular,?\s+|including\s+|especially\s+)?"
)
_CLOSED, _OPENED = str.maketrans(" ,", "\x01\x02"), str.maketrans("\x01\x02", " ,")
_HEAD = re.compile(
    r"^(?:the )?(?:President|Chairs?|Chairperson|Executive Director|Head|Heads|Director|Government) of\s"
)
_NAMED = re.compile(
    r"^(?:the|all|other|those|both|every|each|relevant|concerned|armed|political|national|local|neighbouring|humanitarian|"
    r"parties|donor)\s(?!same|extent|need|necessary|appropriate|above|light)|^[A-Z][A-Za-z-]*[A-Z]|"
    r"^[A-Z][a-z]+ [A-Za-z ]+$"
)
_WRITTEN_ZH = re.compile(
    r"\s?(?P<who>(?:(?![在并与和以为对酌进它其订制把向就按根据从、])[\u3400-\u9fff]){0,9}?(?:政府|当局|政党|当事方|派遣国|特派团|稳定团|"
    r"行动团|调解人|协调员|工作组|办事处|特使|法庭|法院|委员会|捐助者))"
)
_OBLIGED_ZH = re.compile(r"(?:应当|应|须|必须|将)")


class Addressee(NamedTuple):
    """Who is addressed, and of which kind: `states`, `un`, `organisations`, `others`."""

    name: str
    kind: str


@lru_cache(maxsize=4)
def _words(language: str, kind: str) -> re.Pattern[str]:
    """The words of `addressee_words.csv`: a `stop` begins what is to be done, a `filler` stands between addressees."""
    either = "|".join(row["pattern"] for row in of_language("addressee_words", language) if row["kind"] == kind)
    if language == "en":
        return re.compile(rf"\b(?:{either})\b")
    return re.compile(either if kind == "stop" else rf"{either}|[\s,]|\([^()]{{0,40}}\)")


@lru_cache(maxsize=2)
def _aliases(language: str) -> tuple[re.Pattern[str], dict[str, Addressee]]:
    named = {
        row["form"].lower().replace(" ", ""): Addressee(row["name"], row["kind"])
        for row in of_language("addressees", language)
    }
    longest = sorted((row["form"] for row in of_language("addressees", language)), key=len, reverse=True)
    if language == "en":
        either = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest)
        return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])"), named
    return re.compile("|".join(r"\s?".join(map(re.escape, form.replace(" ", ""))) for form in longest)), named


def addressees_in(shadow: str, at: int, language: str) -> list[Addressee]:
    """Whom the clause addresses whose verb ends at `at`."""
    window = shadow[at : at + WINDOW_CHARS]
    found = _english(window) if language == "en" else _chinese(window)
    return list(dict.fromkeys(found))


def as_written(shadow: str, at: int, language: str, known: list[Addressee]) -> list[Addressee]:
    """Whom a clause addresses, with the text's own words for those whom the table lacks: `the political parties`."""
    if language == "en":
        return _named_in_english(shadow[at : at + WINDOW_CHARS], known)
    found = _WRITTEN_ZH.match(shadow, at, at + WINDOW_CHARS)
    return known or ([Addressee(found["who"], "others")] if found else [])


def _named_in_english(window: str, known: list[Addressee]) -> list[Addressee]:
    """The parts of an enumeration before what is to be done, each from the table or as it is written."""
    listed = _LISTED.match(_PARENTHESIS.sub("", window))
    if listed is None:
        return known
    found: list[Addressee] = []
    said = _PARTNERS.split(listed["who"], maxsplit=1)[0]
    # A name of the table may hold an `and` of its own: it is closed while the enumeration is taken apart.
    closed = _aliases("en")[0].sub(lambda alias: alias[0].translate(_CLOSED), said)
    for part in (piece.translate(_OPENED) for piece in _BETWEEN.split(closed)):
        name = " ".join(part.split())
        named = [_who(alias, "en") for alias in _aliases("en")[0].finditer(part)]
        if not named or (_HEAD.match(name) and not _aliases("en")[0].fullmatch(name.removeprefix("the "))):
            named = [Addressee(name, "others")] if _NAMED.match(name) and len(name) <= NAME_CHARS_MAX else []
        if not named:
            return known or found
        found += named
    return list(dict.fromkeys(found))


def _who(found: re.Match[str], language: str) -> Addressee:
    return _aliases(language)[1][re.sub(r"\s", "", found[0].lower())]


def _english(window: str) -> list[Addressee]:
    window = _PARENTHESIS.sub(lambda part: " " * len(part[0]), window)
    pattern = _aliases("en")[0]
    stop = _words("en", "stop").search(window)
    first = pattern.search(window)
    # `Decides that, in furtherance of …, Member States shall`: the addressee stands before `shall`.
    if first is not None and stop is not None and first.start() > stop.start():
        obliged = re.search(r"\b(?:shall|must|should)\b", window)
        before = window[: obliged.start()] if obliged else ""
        begin = before.rfind(",") + 1
        if before[begin:].lstrip().startswith("and "):
            begin = before.rfind(",", 0, begin - 1) + 1
        return [_who(part, "en") for part in pattern.finditer(before, begin)]
    return [_who(part, "en") for part in pattern.finditer(window, 0, stop.start() if stop else len(window))]


def _chinese(window: str) -> list[Addressee]:
    pattern = _aliases("zh")[0]
    stop = _words("zh", "stop")
    found: list[Addressee] = []
    position, skipped = 0, 0
    window = re.split(r"[;；。]", window, maxsplit=1)[0]
    while position < len(window):
        if named := pattern.match(window, position):
            found.append(_who(named, "zh"))
            position, skipped = named.end(), 0
        elif filler := _words("zh", "filler").match(window, position):
            position = filler.end()
        elif stop.match(window, position) or skipped >= SKIPPED_CHARS_MAX or window[position] in ",，":
            break
        else:
            position, skipped = position + 1, skipped + 1
    return found or _obliged(window)


def _obliged(window: str) -> list[Addressee]:
    pattern = _aliases("zh")[0]
    for part in pattern.finditer(window):
        if _OBLIGED_ZH.match(window, part.end()):
            return [_who(part, "zh")]
    return []
