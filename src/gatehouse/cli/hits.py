"""`gatehouse hits`: what waits for a person, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, plain, write_json
from gatehouse.cli.reasons import alias, strongest
from gatehouse.cli.stored import stored
from gatehouse.cli.visiting import As, For, Under, refusals_told, visit_of

if TYPE_CHECKING:
    from gatehouse.records import Visit
    from gatehouse.screening.hits.store import OpenHit

REASONS_SHOWN = 3
LIMIT_MAX = 1_000_000


def hits(
    limit: Annotated[int, typer.Option(min=1, max=LIMIT_MAX, help="At most so many.")] = 20,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object for each hit.")] = False,
    role: As = None,
    purpose: For = None,
    reference: Under = None,
) -> None:
    """Show the hits that wait for a person, strongest first, each with its reasons.

    A hit is a claim and has no effect on the traveller. Looking at hits is an entry in the audit log; in live mode it
    needs a role, a purpose and a reference. The JSON form is a contract: docs/contracts/hits.md.

    Example: gatehouse hits --limit 10 --as analyst --purpose screening --reference R-2026-11
    """
    visit = visit_of(role, purpose, reference)
    with stored(), refusals_told():
        found, total = hits_seen(visit, limit)
    if json:
        for hit in found:
            write_json(_line(hit))
        return
    OUT.print(hits_table(found))
    OUT.print(f"{total} open hits; {len(found)} shown. Nothing happens to anybody until a person decides.")


def hits_seen(visit: Visit, limit: int) -> tuple[list[OpenHit], int]:
    """Hits that wait, by the one door, and how many wait in all."""
    from gatehouse.records import opened, subject
    from gatehouse.safeguards.vocabulary import Act, SubjectClass
    from gatehouse.screening.hits.store import open_count, open_hits

    store = subject(SubjectClass.HIT, "store:hits")
    with opened(visit, Act.SEARCH, store) as opening:
        found = open_hits(limit)
        opening.note(Act.SEARCH, store, {"shown": len(found)})
        return found, open_count()


def hits_table(found: list[OpenHit]) -> Table:
    """The hits as a table: flight, traveller, entry, score and the strongest reasons."""
    table = Table("score", "flight", "traveller", "list entry", "why", box=None, pad_edge=False)
    for hit in found:
        table.add_row(f"{hit.score:.2f}", *("\n".join(map(plain, lines)) for lines in _cells(hit)))
    return table


def _cells(hit: OpenHit) -> Iterator[list[str]]:
    """The lines of each cell behind the score; a line break of a name is none of ours."""
    yield [hit.flight, str(hit.departs or "")]
    traveller = [hit.traveller or "(no name)", hit.birth_date or "birth date unknown"]
    if hit.joined_by:
        traveller.append(f"API and PNR joined by {', '.join(hit.joined_by)}")
    if hit.conflicts:
        traveller.append(f"the two disagree: {', '.join(hit.conflicts)}")
    yield traveller
    also = alias(hit.explanation, hit.entry_name)
    yield [hit.entry_name, *([f"alias {also}"] if also else []), f"{hit.list} {hit.entry_id}"]
    yield [*strongest(hit.explanation), *([f"search: {', '.join(hit.left_out)}"] if hit.left_out else [])]


def _line(hit: OpenHit) -> dict[str, object]:
    return {
        "id": hit.id,
        "state": hit.state,
        "score": round(hit.score, 4),
        "traveller": hit.traveller,
        "birth_date": hit.birth_date,
        "traveller_state": hit.traveller_state,
        "flight": hit.flight,
        "departs": hit.departs,
        "list": hit.list,
        "entry_id": hit.entry_id,
        "entry_name": hit.entry_name,
        "explanation": [reason._asdict() for reason in hit.explanation],
        "joined_by": list(hit.joined_by),
        "conflicts": list(hit.conflicts),
        "threshold": hit.threshold,
        "left_out": list(hit.left_out),
    }
