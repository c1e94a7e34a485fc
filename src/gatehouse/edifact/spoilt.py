"""Tags that one character spoils, put right where only one tag is left that they can have been.

A person whose `NAD` or `TIF` is not known for one would be joined to the segment before and never screened; a `TVL`
joined to the name before it would make persons of its dates. Only tags that the message already uses are thought of,
and the one that brings a person; a person's tag needs a person's shape behind it too, or a foreign segment would
become one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from gatehouse.edifact.delimiters import Delimiters
from gatehouse.edifact.tags import KNOWN_TAGS

PERSON_TAGS = ("NAD", "TIF")
INTERACTIVE_TAGS = frozenset({"MSG", "SRC", "RCI", "TVL", "TIF"})
"""Tags that only PADIS messages use, in which `TIF` brings a person, and in no other `NAD`."""

TAG_LENGTH = 3
ELEMENTS_MIN = 2
"""A stray apostrophe in a name leaves a piece with fewer elements: the rest of the name, and the given names."""

_QUALIFIER = re.compile(r"[A-Z]{2,3}")


def one_edit_apart(found: str, tag: str) -> bool:
    """Whether one character left out, put in or exchanged makes `tag` of `found`."""
    if len(found) == len(tag):
        return sum(a != b for a, b in zip(found, tag, strict=True)) == 1
    longer, shorter = (found, tag) if len(found) > len(tag) else (tag, found)
    return len(longer) - len(shorter) == 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )


def put_right(text: str, used: Iterable[str], delimiters: Delimiters) -> str | None:
    """The segment with the tag that it must have had, `None` where it is no segment or may be of several kinds.

    `used` are the tags of the message so far. Also put right: blanks behind a tag, and a lost separator behind `NAD`.
    """
    head, *elements = text.split(delimiters.element)
    bare = head.strip()
    if bare in KNOWN_TAGS and head != bare:
        return bare + text[len(head) :]
    known = set(used)
    person = "TIF" if known & INTERACTIVE_TAGS else "NAD"
    if restored := _person(bare, elements, person, delimiters):
        return delimiters.element.join([person, *restored])
    if len(elements) < ELEMENTS_MIN:
        return None
    likely = {*known, person} & KNOWN_TAGS
    near = [[tag for tag in tags if one_edit_apart(bare, tag)] for tags in (likely, KNOWN_TAGS)]
    # Two or four letters are never a tag; three may be one that is not known here.
    meant = near[0] or (near[1] if len(bare) != TAG_LENGTH else [])
    if len(meant) != 1 or (meant[0] == "NAD" and not _is_surely(elements, "NAD", delimiters)):
        return None
    return meant[0] + text[len(head) :]


def _person(head: str, elements: list[str], tag: str, delimiters: Delimiters) -> list[str] | None:
    """The elements of the person that the piece is: its tag is spoilt, torn in two, or grown together.

    `NA.D+FL`, `D+FL` behind a stray terminator, `NA+D+FL`, and `NADFL` or `NAD-FL` for `NAD+FL`.
    """
    if head.startswith(tag):
        elements = [re.sub(r"^[^A-Z0-9]", "", head[TAG_LENGTH:]), *elements]
    elif elements and head + elements[0] == tag:
        elements = elements[1:]
    elif not (one_edit_apart(head, tag) or tag[1:].endswith(head)):
        return None
    return elements if _is_surely(elements, tag, delimiters) else None


def _is_surely(elements: Sequence[str], tag: str, delimiters: Delimiters) -> bool:
    """Whether elements are a person's: a qualifier, nothing, and a name; or a surname, and given names with a type."""
    if len(elements) < ELEMENTS_MIN:
        return False
    if tag == "TIF":
        return bool(elements[0]) and elements[1].split(delimiters.component)[1:2] in (["A"], ["C"], ["IN"])
    return bool(_QUALIFIER.fullmatch(elements[0].strip())) and len(elements) > ELEMENTS_MIN and not elements[1]


def run_ins(text: str, delimiters: Delimiters) -> list[int]:
    """Where in a segment another person begins, because the terminator before is lost: the places, in order."""
    return [found.start() for found in _run_in(delimiters.element, delimiters.component).finditer(text, 1)]


@lru_cache(maxsize=16)
def _run_in(element: str, component: str) -> re.Pattern[str]:
    """`NAD+FL+++` and `TIF+SURNAME+GIVEN:A:`, which no name or free text holds."""
    part, inner = re.escape(element), re.escape(component)
    name = f"[^{part}{inner}]"
    return re.compile(f"NAD{part}F[LM]{part}{{3}}(?={name})|TIF{part}{name}+{part}{name}*{inner}(?:A|C|IN)(?={inner})")
