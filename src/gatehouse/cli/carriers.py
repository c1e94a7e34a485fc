"""`gatehouse carriers`: how good carriers' messages are, counted by day, shown, and reported to a carrier."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Refused, plain, say_error
from gatehouse.cli.printed import ENDINGS, check_endings, print_to, write_new
from gatehouse.cli.stored import stored

app = typer.Typer(
    help="Data quality of carriers: missing fields, lateness, syntax faults, lost parts. No traveller is in it.",
    no_args_is_help=True,
)
DAYS = 14
Days = Annotated[int, typer.Option(min=1, max=366, help="So many days up to today.")]
CSV = ".csv"


@app.command()
def count() -> None:
    """Count what came and was not counted yet, and the last days again, in which more may have been found wrong.

    `gatehouse work` does it every hour. What is counted stays when the messages are erased.

    Example: gatehouse carriers count
    """
    with stored():
        from gatehouse.screening.counts.carrier_days import count_due

        days = count_due(_today())
    OUT.print(f"{len(days)} days counted" + (f", {days[0]} to {days[-1]}" if days else ""))


@app.command()
def show(days: Days = DAYS) -> None:
    """Show each carrier's messages and the share of them with each kind of fault.

    Example: gatehouse carriers show --days 31
    """
    with stored():
        from gatehouse.screening.counts.carriers import by_carrier
        from gatehouse.screening.counts.counting import Span

        found = by_carrier(Span.until(_today(), days))
    names = ("missing", "syntax", "lost", "content", "late")
    table = Table("carrier", "messages", "travellers", *names, box=None)
    for one in found:
        shares = (one.sums.share(name) for name in names)
        told = ("–" if share is None else f"{share:.1%}" for share in shares)
        table.add_row(plain(one.carrier or "?"), str(one.sums.messages), str(one.sums.travellers), *told)
    OUT.print(table if found else "nothing was counted; `gatehouse carriers count` counts")


@app.command()
def report(
    carrier: Annotated[str, typer.Argument(help="The carrier's code.")],
    out: Annotated[Path, typer.Option(help="A file that is not there yet, ending in .pdf, .html, .docx or .csv.")],
    days: Days = DAYS,
) -> None:
    """Write a report to send to a carrier: what came, what is wrong with it, and what that means.

    Example: gatehouse carriers report ZZ --out zz.pdf --days 31
    """
    if out.suffix != CSV:
        check_endings([out])
    elif out.exists():
        raise Refused(f"{out}: is there already; name another file")
    with stored():
        from gatehouse.screening.counts.carriers import kept
        from gatehouse.screening.counts.counting import Span
        from gatehouse.web.carriers.report import faults_csv
        from gatehouse.web.carriers.report import report as made

        span = Span.until(_today(), days)
        if not kept(span, carrier):
            raise Refused(
                f"{carrier}: nothing was counted of this carrier in {days} days; see `gatehouse carriers show`"
            )
        if out.suffix == CSV:
            write_new(out, faults_csv(span, carrier).encode())
        else:
            print_to(made(span, carrier, _today()), out)
    say_error(f"written as {out}; other endings are {', '.join((*ENDINGS, CSV))}")


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()
