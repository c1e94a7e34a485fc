"""`gatehouse redress notices`, `notice`, `told` and `heard`: recipients hear of it from a person, and answer."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Refused, plain, say_error, write_json
from gatehouse.cli.officer import at_the_door, visit
from gatehouse.cli.printed import check_endings, print_to

if TYPE_CHECKING:
    from gatehouse.records import Visit

Case = Annotated[str, typer.Argument(help="The case number, as RR-2026-000042.")]
Number = Annotated[int, typer.Argument(min=1, help="The number of the notice.")]


def _officer(reference: str) -> Visit:
    from gatehouse.safeguards.vocabulary import PurposeClass, Role

    return visit(Role.REDRESS_OFFICER, PurposeClass.RIGHTS, reference)


def notices(
    case: Annotated[str | None, typer.Argument(help="A case number: its notices, sent ones too.")] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object for each notice.")] = False,
) -> None:
    """Show whom a person still has to tell of a correction, an erasure or a clearance; exit status 1 when anybody.

    Example: gatehouse redress notices
    """
    with at_the_door():
        from gatehouse.screening.redress.telling import tasks

        found = tasks(_officer(case or "list"), case)
    if json:
        for one in found:
            write_json(one._asdict())
    elif not found:
        say_error("nobody is to be told")
    else:
        table = Table("notice", "case", "recipient", "of", "why", "since", "sent", "did", box=None, pad_edge=False)
        for one in found:
            sent = f"{one.told_at:%Y-%m-%d} {one.told_by}" if one.told_at else ""
            since = f"{one.made_at:%Y-%m-%d}"
            words = (str(one.number), one.case, one.recipient, one.disclosure, one.why, since, sent, one.answer or "")
            table.add_row(*map(plain, words))
        OUT.print(table)
    if any(one.told_at is None for one in found):
        raise typer.Exit(1)


def notice(
    case: Case,
    number: Number,
    out: Annotated[Path, typer.Option(help="The letter: a new file ending in .pdf, .html or .docx.")],
    language: Annotated[str, typer.Option(help="en, zh or ar.")] = "en",
) -> None:
    """Write the letter to a recipient: what was put right or erased, and why. Sending it is yours.

    Example: gatehouse redress notice RR-2026-000042 3 --out notice.pdf
    """
    check_endings([out])
    with at_the_door():
        from gatehouse.screening.redress.notice_pages import pages

        made = pages(_officer(case), case, number, language, dt.datetime.now(dt.UTC).date())
    print_to(made, out)
    OUT.print(plain(f"notice {number} is {out}; run `gatehouse redress told {case} {number}` once it is sent"))


def told(case: Case, number: Number) -> None:
    """Note that you sent a notice to its recipient.

    Example: gatehouse redress told RR-2026-000042 3
    """
    with at_the_door():
        from gatehouse.screening.redress.telling import sent

        sent(_officer(case), case, number)
    OUT.print(f"notice {number} was sent")


def heard(case: Case, number: Number, did: Annotated[str, typer.Option(help="done, refused or no-answer.")]) -> None:
    """Note what a recipient did about a notice that was sent.

    Example: gatehouse redress heard RR-2026-000042 3 --did done
    """
    with at_the_door():
        from gatehouse.screening.redress.telling import Did
        from gatehouse.screening.redress.telling import heard as note

        if did not in tuple(Did):
            raise Refused(f"--did {did}: take one of {', '.join(Did)}")
        note(_officer(case), case, number, Did(did))
    OUT.print(f"notice {number}: {did}")
