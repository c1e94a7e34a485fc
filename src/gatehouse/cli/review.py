"""`gatehouse review`: the queue, a hit with all that speaks for and against it, and decisions in demonstrations.

A decision is a person's, and a person comes in with an account: on the pages of the workbench. Here an account is
named by its number, which only demo mode believes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Refused, plain
from gatehouse.cli.named_account import named_account, refuse_in_live_mode
from gatehouse.cli.stored import stored
from gatehouse.cli.visiting import As, For, Under, refusals_told, visit_of

if TYPE_CHECKING:
    from gatehouse.records import Visit
    from gatehouse.screening.review.acting import Look
    from gatehouse.screening.review.models import Act
    from gatehouse.screening.review.queue import Row
    from gatehouse.screening.review.sheet import Sheet

app = typer.Typer(help="What waits for a decision; decide, second, reopen, assign.", no_args_is_help=True)

Hit = Annotated[int, typer.Argument(min=1, help="The number of the hit.")]
Account = Annotated[int, typer.Option(min=1, help="The account that acts, by its number (demo mode only).")]
Reason = Annotated[str, typer.Option(help="A code of the closed list (docs/review.md).")]
Text = Annotated[str, typer.Option(help="What was compared and found, in words.")]


@app.command()
def queue(
    address: Annotated[str, typer.Argument(help="A view as the query of an address: list=UN-SC&order=strength")] = "",
    role: As = None,
    purpose: For = None,
    reference: Under = None,
) -> None:
    """Show what waits for a decision, soonest departure first. Looking is an entry in the audit log.

    Example: gatehouse review queue "list=UN-SC&hours=24"
    """
    from urllib.parse import parse_qs

    visit = visit_of(role, purpose, reference)
    with _told():
        from gatehouse.screening.review.queue import seen
        from gatehouse.screening.review.wanted import wanted_from

        page, counts = seen(visit, wanted_from(parse_qs(address)))
    table = Table("hit", "departs", "score", "traveller", "list entry", "why", "state", box=None, pad_edge=False)
    for row in page.rows:
        table.add_row(*map(plain, _cells(row)))
    OUT.print(table)
    OUT.print(f"{counts.waiting} wait, {counts.departed} of them on flights that have left; {len(page.rows)} shown.")
    if page.next:
        OUT.print(plain(f"more: gatehouse review queue '{page.next.query()}'"))


def _cells(row: Row) -> Iterator[str]:
    yield str(row.hit)
    yield f"{row.due:%Y-%m-%d %H:%M} UTC" if row.due else "?"
    yield f"{row.score:.2f}"
    yield f"{row.traveller or '(no name)'}, {row.birth_date or '?'}\n{row.flight}"
    yield f"{row.entry_name}\n{row.list} {row.entry_id}"
    yield "\n".join(row.why)
    yield f"{row.state}{f' {row.assignee}' if row.assignee else ''}{f' ({row.unit})' if row.unit else ''}"


@app.command()
def show(hit: Hit, role: As = None, purpose: For = None, reference: Under = None) -> None:
    """Show a hit: traveller beside entry, field by field, what was decided before, and what is asked to be done.

    Example: gatehouse review show 12
    """
    visit = visit_of(role, purpose, reference)
    with _told():
        from gatehouse.screening.review.sheet import seen

        found = seen(visit, hit)
    OUT.print(plain(f"hit {hit}: {found.state}, score {found.score:.2f}, {found.list} {found.entry_id}"))
    table = Table("field", "traveller", "list entry", "", "why", box=None, pad_edge=False)
    for row in found.fields:
        ours = "\n".join(f"{value.text} [{value.source} segment {value.segment or '?'}]" for value in row.traveller)
        table.add_row(*map(plain, (row.field, ours, "\n".join(map(str, row.entry)), row.mark, "\n".join(row.says))))
    OUT.print(table)
    for line in _lines(found):
        OUT.print(plain(line))


def _lines(found: Sheet) -> Iterator[str]:
    yield f"asked by {found.handling.authority}: {found.handling.asks}"
    if not found.handling.verified:
        yield "  (these words were not compared with the authority's own)"
    if found.entry and found.entry.instruction:
        yield f"the entry says: {found.entry.instruction}"
    yield from (f"travels with {link.name}: {link.because} {link.detail}".rstrip() for link in found.links)
    yield from (f"earlier on this pair: {_said(act)}" for act in found.earlier)
    yield from (_said(act) for act in found.history)


def _said(act: Act) -> str:
    why = ", ".join(part for part in (act.reason, act.text) if part)
    return f"{act.number}. {act.at:%Y-%m-%d %H:%M} UTC {act.actor}: {act.event}{f' ({why})' if why else ''}"


@app.command()
def decide(
    hit: Hit,
    answer: Annotated[str, typer.Argument(help="not-same, same or cannot-tell")],
    account: Account,
    reason: Reason,
    text: Text = "",
    role: As = None,
) -> None:
    """Say whether the traveller is the listed person. A match waits for a second person.

    Example: gatehouse review decide 12 not-same --account 1 --reason birth-date
    """
    with _told():
        from gatehouse.screening.review import decisions
        from gatehouse.screening.review.acting import Said
        from gatehouse.screening.review.answers import Answer

        if answer not in (Answer.NOT_SAME, Answer.SAME, Answer.CANNOT_TELL):
            raise Refused(f"{answer}: no answer; say not-same, same or cannot-tell")
        act = decisions.decide(_person(account, role, None), _look(hit), Answer(answer), Said(reason, text))
        _tell(act)


@app.command()
def second(
    hit: Hit,
    account: Account,
    agree: Annotated[bool, typer.Option("--agree/--disagree", help="With what the first person proposed.")],
    text: Text = "",
    role: As = None,
    reference: Under = None,
) -> None:
    """Agree or disagree, as the second person, with a decision or a reopening that was proposed.

    Example: gatehouse review second 12 --account 2 --as senior-analyst --agree
    """
    with _told():
        from gatehouse.screening.review import decisions, reopening, states
        from gatehouse.screening.review.acting import Said
        from gatehouse.screening.review.models import Review

        state = Review.objects.filter(hit_id=hit).values_list("state", flat=True).first()
        room = reopening if state in states.QUESTIONED else decisions
        against = reopening.refuse if room is reopening else decisions.disagree
        done = room.agree if agree else against
        _tell(done(_person(account, role, reference), _look(hit), Said("", text)))


@app.command()
def reopen(hit: Hit, account: Account, reason: Reason, text: Text, role: As = None, reference: Under = None) -> None:
    """Ask that a decided hit be looked at again; another person agrees with `second`.

    Example: gatehouse review reopen 12 --account 2 --as senior-analyst --reason mistake --text "…"
    """
    with _told():
        from gatehouse.screening.review import reopening
        from gatehouse.screening.review.acting import Said

        _tell(reopening.ask(_person(account, role, reference), _look(hit), Said(reason, text)))


@app.command()
def assign(
    hits: Annotated[list[int], typer.Argument(help="The numbers of the hits.")],
    to: Annotated[int, typer.Option(min=1, help="The account that is to work on them.")],
    account: Account,
    role: As = None,
    reference: Under = None,
) -> None:
    """Give hits to somebody, all of them or none.

    Example: gatehouse review assign 12 13 --to 4 --account 2 --as senior-analyst
    """
    with _told():
        from gatehouse.screening.review import assignment

        acts = assignment.assign(_person(account, role, reference), [_look(hit) for hit in hits], f"account:{to}")
        OUT.print(f"{len(acts)} hits are with account {to}")


def _person(account: int, role: As, reference: Under) -> Visit:
    """Somebody with an account. `Refused` in live mode: there people sign in."""
    refuse_in_live_mode()
    visit = visit_of(role, None, reference)
    return replace(visit, actor=named_account(account, visit.actor.role))


def _look(hit: int) -> Look:
    """The hit as it stands: whoever decides from a shell says that they have looked at it now."""
    from gatehouse.screening.hits.models import Hit as Stored
    from gatehouse.screening.review.acting import Look
    from gatehouse.screening.review.models import Review

    acts = Review.objects.filter(hit_id=hit).values_list("version", flat=True).first()
    version = Stored.objects.filter(id=hit).values_list("version", flat=True).first()
    if acts is None or version is None:
        raise Refused(f"{hit}: there is no such hit; see `gatehouse review queue`")
    return Look(hit, acts, version)


def _tell(act: Act) -> None:
    OUT.print(f"hit {act.review_id} is {act.state}")


@contextmanager
def _told() -> Iterator[None]:
    """What this room refuses is a refused command line."""
    with stored(), refusals_told():
        from gatehouse.screening.review.errors import ReviewError

        try:
            yield
        except ReviewError as fault:
            raise Refused(str(fault)) from fault
