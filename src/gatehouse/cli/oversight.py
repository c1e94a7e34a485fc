"""`gatehouse oversight`: what the data protection officer and the supervisory body ask, and the public report."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli.audit_keys import countersign
from gatehouse.cli.console import OUT, Refused, plain, write_json
from gatehouse.cli.overseeing import OFFICER, READER, Json, Role, asking
from gatehouse.cli.oversight_cases import cases
from gatehouse.cli.oversight_criteria import criteria, disparity
from gatehouse.cli.oversight_disclosures import disclosures
from gatehouse.cli.oversight_proof import prove
from gatehouse.cli.printed import check_endings, print_to

if TYPE_CHECKING:
    from gatehouse.oversight.question import Question
    from gatehouse.oversight.searching import Numbered

app = typer.Typer(
    help="Oversight: the log searched and counted, samples for audits, overdue entries, the transparency report.",
    no_args_is_help=True,
)
app.command()(cases)
app.command()(criteria)
app.command()(disparity)
app.command()(disclosures)
app.command()(prove)
app.command()(countersign)
LIMIT_MAX = 10_000
Since = Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="From this day on (UTC).")]
Until = Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Up to this day, which is included.")]
Limit = Annotated[int, typer.Option(min=1, max=LIMIT_MAX, help="At most so many, the newest.")]


def _question(acts: tuple[str, ...], since: dt.datetime | None, until: dt.datetime | None, **more: str) -> Question:
    from gatehouse.oversight.question import Question

    end = until + dt.timedelta(days=1) if until else None
    return Question(acts=acts, since=since, until=end, **more)  # type: ignore[arg-type]


@app.command()
def search(
    where: Annotated[
        list[str] | None,
        typer.Argument(help="actor=account:12, subject=traveller:1, act=hit.opened, purpose=… or decision=…; several."),
    ] = None,
    limit: Limit = 100,
    role: Role = READER,
    json: Json = False,
) -> None:
    """Search the log; prove what is found with `gatehouse oversight prove NUMBER`.

    Example: gatehouse oversight search actor=account:12 act=traveller.opened
    """
    named, acts = _filters(where or [])
    with asking(role) as asked:
        from gatehouse.oversight.searching import search as entries

        found = entries(asked, _question(acts, None, None, **named), limit)
    _show(found, json)


def _filters(where: list[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """What is searched for: by name, and the acts. Refuses what is not written as name=value."""
    named, acts = {}, []
    for text in where:
        name, equals, value = text.partition("=")
        if not equals or name not in ("actor", "subject", "act", "purpose", "decision"):
            raise Refused("a filter is written actor=…, subject=…, act=…, purpose=… or decision=…")
        if name == "act":
            acts.append(value)
        else:
            named[name] = value
    return named, tuple(acts)


@app.command()
def show(
    topic: Annotated[str, typer.Argument(help="unmaskings, refusals, disclosures, decisions, exports, …")],
    since: Since = None,
    until: Until = None,
    limit: Limit = 100,
    role: Role = READER,
    json: Json = False,
) -> None:
    """Show the entries of a topic: unmaskings, refusals, disclosures, decisions, exports, retention, redress, criteria,
    lists, oversight.

    Example: gatehouse oversight show refusals --since 2026-11-01
    """
    with asking(role) as asked:
        from gatehouse.oversight.searching import search as entries
        from gatehouse.oversight.topics import topic_of

        found = entries(asked, _question(topic_of(topic).acts, since, until), limit)
    _show(found, json)


@app.command("second-persons")
def second_persons(since: Since = None, until: Until = None, limit: Limit = 100, role: Role = READER) -> None:
    """Show what somebody tried alone that takes two people.

    Example: gatehouse oversight second-persons --since 2026-11-01
    """
    with asking(role) as asked:
        from gatehouse.oversight.searching import search as entries

        found = entries(asked, _question((), since, until, decision="second-person"), limit)
    _show(found, json=False)


@app.command()
def uses(since: Since = None, until: Until = None, role: Role = READER, json: Json = False) -> None:
    """Count what was done, by purpose, role, act and decision.

    Example: gatehouse oversight uses --since 2026-11-01 --until 2026-11-30
    """
    with asking(role) as asked:
        from gatehouse.oversight.searching import uses as counted

        found = counted(asked, _question((), since, until))
    if json:
        for one in found:
            write_json(asdict(one))
        return
    table = Table("purpose", "role", "act", "decision", "count", box=None, pad_edge=False)
    for one in found:
        table.add_row(*map(plain, (one.purpose, one.role, one.act, one.decision, f"{one.count:,}")))
    OUT.print(table)


@app.command()
def sample(
    topic: Annotated[str, typer.Argument(help="The topic of which entries are drawn.")] = "decisions",
    size: Annotated[int, typer.Option(min=1, max=LIMIT_MAX, help="How many.")] = 20,
    seed: Annotated[int | None, typer.Option(help="The seed, from outside; by chance when not given.")] = None,
    since: Since = None,
    until: Until = None,
    role: Role = READER,
) -> None:
    """Draw a random sample for an audit, by a seed that is kept, so that anybody can draw it again.

    Example: gatehouse oversight sample decisions --size 50 --seed 20261130
    """
    with asking(role) as asked:
        from gatehouse.oversight.sampling import draw

        drawn = draw(asked, topic, _question((), since, until), size, seed)
    OUT.print(f"sample {drawn.id}: {len(drawn.numbers)} of {drawn.among}, seed {drawn.seed}")
    OUT.print(" ".join(map(str, drawn.numbers)))


@app.command()
def redraw(number: Annotated[int, typer.Argument(help="The number of the sample.")], role: Role = READER) -> None:
    """Draw a sample again, and say whether it is the same; exit status 2 when it is not.

    Example: gatehouse oversight redraw 3
    """
    with asking(role) as asked:
        from gatehouse.oversight.sampling import again

        same = again(asked, number)
    OUT.print("the same entries" if same else "other entries: the log is not what it was; run `gatehouse audit verify`")
    if not same:
        raise typer.Exit(2)


@app.command()
def overdue(role: Role = OFFICER) -> None:
    """Show list entries whose review is overdue under the law profile; exit status 1 when there are any.

    Example: gatehouse oversight overdue
    """
    with asking(role) as asked:
        from gatehouse.oversight.overdue import overdue as late

        found = late(asked, dt.datetime.now(dt.UTC).date())
    table = Table("entry", "list", "identifier", "looked at", "due", box=None, pad_edge=False)
    for one in found:
        table.add_row(*map(plain, (one.reference, one.list, one.entry_id, str(one.looked_at), str(one.due))))
    OUT.print(table)
    OUT.print(f"{len(found)} overdue")
    if found:
        raise typer.Exit(1)


@app.command()
def retention(
    certificate: Annotated[int | None, typer.Option(help="Show this certificate of erasure, as signed.")] = None,
    limit: Limit = 20,
    role: Role = READER,
) -> None:
    """Show the runs of the clocks with their certificates of erasure, or one certificate exactly as it was signed.

    Example: gatehouse oversight retention --certificate 4
    """
    with asking(role) as asked:
        from gatehouse.oversight import retention_proof

        if certificate is not None:
            found = retention_proof.certificate(asked, certificate)
            if found is None:
                raise Refused("there is no such certificate; see `gatehouse oversight retention`")
            OUT.print(plain(found.body))
            OUT.print(plain(found.note))
            return
        runs = retention_proof.runs(asked, limit)
    for run in runs:
        ended = f"ended {run.ended:%Y-%m-%d %H:%M}" if run.ended else "not ended"
        OUT.print(
            plain(f"run {run.id} as of {run.as_of} {run.mode}: {ended}; certificates {run.certificates or 'none'}")
        )


@app.command()
def snapshot(
    first: Annotated[dt.datetime, typer.Argument(formats=["%Y-%m-%d"], help="First day of the period.")],
    last: Annotated[dt.datetime, typer.Argument(formats=["%Y-%m-%d"], help="Its last day, included.")],
    role: Role = OFFICER,
) -> None:
    """Count a period that is over and freeze what may be shown of it; a period is reported once.

    Example: gatehouse oversight snapshot 2026-10-01 2026-10-31
    """
    with asking(role) as asked:
        from gatehouse.oversight.snapshots import take

        frozen = take(asked, first.date(), last.date(), dt.datetime.now(dt.UTC).date())
    OUT.print(f"snapshot {frozen.id}, SHA-256 {frozen.sha256}")


@app.command()
def report(
    number: Annotated[int, typer.Argument(help="The number of the snapshot.")],
    out: Annotated[list[Path], typer.Option(help="A new file ending in .pdf, .html or .docx; repeatable.")],
    language: Annotated[str, typer.Option(help="en, zh or ar.")] = "en",
    role: Role = OFFICER,
) -> None:
    """Write the public transparency report of a snapshot.

    Example: gatehouse oversight report 1 --out report.html --out report.pdf
    """
    check_endings(out)
    with asking(role) as asked:
        from gatehouse.oversight.snapshots import snapshot as frozen_one
        from gatehouse.oversight.transparency import report as document
        from gatehouse.records.law import law

        frozen = frozen_one(asked, number)
        made = document(frozen.body, frozen.sha256, frozen.taken, language, law().profile)
    for path in out:
        print_to(made, path)
        OUT.print(plain(str(path)))


def _show(found: list[Numbered], json: bool) -> None:
    import orjson

    for number, entry in found:
        told = orjson.loads(entry.encoded())
        if json:
            write_json({"number": number, **told})
            continue
        details = " ".join(f"{name}={value}" for name, value in told["details"].items())
        OUT.print(
            plain(
                f"{number:>8}  {told['at'][:19]}  {told['decision']:<13} {told['act']:<22} {told['actor']} "
                f"({told['role']}, {told['purpose']})  {told['subject']}  {told['reason']} {details}".rstrip()
            )
        )
    if not json:
        OUT.print(f"{len(found)} entries")
