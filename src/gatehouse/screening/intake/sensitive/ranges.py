"""Which characters of a segment go: as few as leave nothing behind that the lexicon knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from gatehouse.edifact import Delimiters
from gatehouse.screening.intake.sensitive.codes import sensitive_codes
from gatehouse.screening.intake.sensitive.fields import Field, How

Range = tuple[int, int]
"""Characters from the first up to before the second."""
Reveals = Callable[[str], bool]

TAG = 3
SERVICE_TEXT = 8
"""Where the free text of an SSR begins (component 9 of its first element)."""
_ADDRESSED = re.compile(r"\d{0,3}[A-Z]{0,2}(:\w{0,3}){1,2}(:[\w.]{0,12}){1,2}", re.ASCII)
"""An element of an SSR that says for whom it is: seat, unit, TIF 9944, characteristic."""


def cut_places(text: str, within: Range, separator: str, release: str) -> Iterator[Range]:
    """The pieces of `text` within a range that `separator` parts where no `release` precedes it."""
    begin, at = within[0], within[0]
    while at < within[1]:
        if text[at] == release and release != " ":
            at += 1
        elif text[at] == separator:
            yield begin, at
            begin = at + 1
        at += 1
    yield begin, within[1]


def without(text: str, ranges: list[Range]) -> str:
    """`text` with a blank for every character of the ranges."""
    for begin, end in ranges:
        text = text[:begin] + " " * (end - begin) + text[end:]
    return text


def ranges_of(text: str, field: Field, delimiters: Delimiters, reveals: Reveals) -> list[Range]:
    """What goes of a segment that reveals something; all behind its tag where less would leave something behind."""
    everything = [(min(TAG + 1, len(text)), len(text))]
    if field.how is How.REST:
        return everything if _has_tag(text, delimiters) else [(0, len(text))]
    elements = list(cut_places(text, everything[0], delimiters.element, delimiters.release))
    if field.how is How.SERVICE:
        wanted = _of_service(text, elements, delimiters)
    elif field.how is How.PARTS:
        wanted = [
            part
            for element in elements
            for part in cut_places(text, element, delimiters.component, delimiters.release)
            if reveals(text[slice(*part)])
        ]
    else:
        wanted = [(elements[field.keep][0], len(text))] if field.keep < len(elements) else everything
    return everything if not wanted or reveals(without(text, wanted)) else wanted


def _has_tag(text: str, delimiters: Delimiters) -> bool:
    # What looks like a tag may be the end of a name that an apostrophe cut: `D'ORO+1 HIGH STREET`.
    return text[:TAG].isalpha() and text[TAG : TAG + 1] == delimiters.element


def _of_service(text: str, elements: list[Range], delimiters: Delimiters) -> list[Range]:
    """The free text of an SSR, with what spilled from it into other elements; all of a sensitive code's."""
    head = list(cut_places(text, elements[0], delimiters.component, delimiters.release))
    if text[slice(*head[0])].strip().upper() in sensitive_codes() or len(head) <= SERVICE_TEXT:
        return []
    spilled = [element for element in elements[1:] if not _ADDRESSED.fullmatch(text[slice(*element)])]
    return [(head[SERVICE_TEXT][0], elements[0][1]), *spilled]
