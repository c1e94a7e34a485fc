"""The declarations of all rooms as a page for the data protection officer: `docs/keeps.md`."""

from __future__ import annotations

from collections.abc import Iterator

from gatehouse.retention.inventory import keeps
from gatehouse.terms.keep import Clock, Column, Keep, Masking

HEAD = """# What is kept

Drawn from the `keeps.py` of each room that stores; a test keeps it true. Every column of every table stands here: what
it is, whether it is about a person, which of the nineteen elements of a booking it holds, and what masking does to it
when the law profile masks that element. The clocks are in [retention.md](retention.md).
"""
CLOCKS = {
    Clock.NONE: "nobody's data: kept",
    Clock.TRAVELLER: "masked, and erased, on the traveller's clocks",
    Clock.RECEIPT: "bytes, names and hashes erased when the first clock has run out from receipt",
    Clock.LISTED: "erased when the last clock has run out from the day the entry ended",
    Clock.LOG: "kept with the audit log",
    Clock.ROOM: "erased by the room itself",
}
MASKINGS = {
    Masking.STAYS: "stays",
    Masking.CLEARED: "cleared",
    Masking.BLANKED: "emptied",
    Masking.NUMBERED: "replaced by a number",
    Masking.MEMBERS: "member by member",
}


def page() -> str:
    """The whole page, room by room in the order of the installed rooms."""
    return "\n".join([HEAD, *(line for keep in keeps().values() for line in _table(keep))])


def _table(keep: Keep) -> Iterator[str]:
    yield f"## {keep.model}\n"
    yield f"{keep.says}. For {keep.purpose}. Clock: {CLOCKS[keep.clock]}.\n"
    yield "| column | what it is | personal | element | masking |"
    yield "|---|---|---|---|---|"
    for name, column in keep.columns.items():
        about = "yes" if column.personal else ""
        yield f"| `{name}` | {column.says} | {about} | {_element(column)} | {_masking(column)} |"
    yield ""


def _element(column: Column) -> str:
    elements = {column.element, *column.members.values()} - {None}
    return ", ".join(sorted(str(one) for one in elements))


def _masking(column: Column) -> str:
    if not column.personal:
        return ""
    if column.masking is not Masking.MEMBERS:
        return MASKINGS[column.masking]
    staying = ", ".join(sorted(name for name, element in column.members.items() if element is None))
    return f"{MASKINGS[column.masking]}; always stay: {staying}"
