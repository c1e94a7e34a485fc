"""`gatehouse oversight disclosures`: the register, and whether recipients were told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, plain, write_json
from gatehouse.cli.overseeing import READER, Json, Role, asking

if TYPE_CHECKING:
    from gatehouse.oversight.disclosed import Given, Word


def disclosures(
    limit: Annotated[int, typer.Option(min=1, max=1_000, help="At most so many, the newest.")] = 100,
    role: Role = READER,
    json: Json = False,
) -> None:
    """Show what was given to other authorities, on whose word, and whether they were told of what changed since.

    Example: gatehouse oversight disclosures
    """
    with asking(role) as asked:
        from gatehouse.oversight.disclosed import disclosed

        found = disclosed(asked, limit)
    if json:
        for one in found:
            write_json({**one.row._asdict(), "notices": [word._asdict() for word in one.words]})
        return
    table = Table("no.", "day", "to", "of", "what", "for", "state, by", "told", box=None, pad_edge=False)
    for one in found:
        table.add_row(*map(plain, _cells(one)))
    OUT.print(table)
    waiting = sum(word.told_at is None for one in found for word in one.words)
    OUT.print(f"{len(found)} disclosures; {waiting} notices wait to be sent")


def _cells(one: Given) -> Iterator[str]:
    row = one.row
    yield from (str(row.number), f"{row.at:%Y-%m-%d}", row.recipient, row.subject, " ".join(row.parts))
    yield f"{row.purpose}, {row.reference}"
    yield f"{row.state}\n{row.asked_by}\n{row.second}".strip()
    yield "\n".join(f"{w.case} {w.why}: {_state(w)}" for w in one.words)


def _state(word: Word) -> str:
    if word.told_at is None:
        return "waits"
    return f"sent {word.told_at:%Y-%m-%d}, {word.answer or 'not heard of since'}"
