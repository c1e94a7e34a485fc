"""What is wrong with the text of a traveller's names: findings, said whether or not anybody on a list is like them."""

from __future__ import annotations

from collections.abc import Iterable

from gatehouse.names.cleaning import DIRECTION, INVISIBLE
from gatehouse.names.name import LOOK_ALIKES, Name, read_name
from gatehouse.terms.finding import Finding, error, info, warning

DISGUISES = frozenset({LOOK_ALIKES, INVISIBLE, DIRECTION})
"""Remarks on what an eye cannot see; honest typing hardly makes it."""
UNREADABLE = "a name has no letter that can be read; screened by whatever else is stated"


def remarks_of(name: Name) -> tuple[str, ...]:
    """The remarks on a name, that this reading takes its letters for those they look like among them."""
    return (*name.remarks, LOOK_ALIKES) if name.reading == LOOK_ALIKES else name.remarks


def name_findings(names: Iterable[str], place: int | None) -> tuple[Finding, ...]:
    """The findings of these names, each said once. `place` is the row or line they stand in, where there is one.

    Never quotes a name.
    """
    found: dict[Finding, None] = {}
    for raw in names:
        name = read_name(raw)
        if not name.tokens:
            found[error("name-unreadable", place, UNREADABLE)] = None
        for remark in name.remarks:
            said = warning if remark in DISGUISES else info
            found[said("name-remark", place, remark)] = None
    return tuple(found)
