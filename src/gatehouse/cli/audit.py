"""`gatehouse audit`: the whole log verified, and the family's other commands gathered."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from gatehouse.audit.export import read
from gatehouse.audit.key_files import Keys
from gatehouse.audit.signing import NOTE_BYTES_MAX
from gatehouse.audit.verify import Report, told_too_soon, verified, verified_export
from gatehouse.cli.audit_export import LogKey, OversightKey, check, counting, export, known_keys, prove
from gatehouse.cli.audit_follow import follow
from gatehouse.cli.audit_keys import checkpoint, counted, countersign, keys, refusing, take, text_in
from gatehouse.cli.console import OUT, opened, plain, with_progress, write_json
from gatehouse.cli.stored import stored

app = typer.Typer(
    help="The audit log: verify it, export it, prove entries of it, sign and countersign checkpoints.",
    no_args_is_help=True,
)

GRACE_DAYS = 7
GRACE_DAYS_MAX = 3650


@app.command()
def verify(
    export: Annotated[Path | None, typer.Option(help="An export; the database otherwise.")] = None,
    note: Annotated[
        list[Path] | None, typer.Option(help="A note kept from before, which the log must agree with; repeatable.")
    ] = None,
    log_key: LogKey = None,
    oversight_key: OversightKey = None,
    grace_days: Annotated[
        int, typer.Option(min=0, max=GRACE_DAYS_MAX, help="Days until an entry has to be countersigned.")
    ] = GRACE_DAYS,
    json: Annotated[bool, typer.Option("--json", help="One JSON object (docs/contracts/audit.md).")] = False,
) -> None:
    """Verify the whole log: every entry, number, root and signature. Exit status 2 when it is not true.

    With --export it needs no database and nothing of ours but the public keys, which a verifier gets once, from those
    whom they belong to, and never from the export.

    Examples: gatehouse audit verify
    · gatehouse audit verify --export log.jsonl --log-key log.pub --oversight-key overseer.key.pub --note kept.txt
    """
    with refusing():
        known = known_keys(log_key, oversight_key)
    held = [text_in(path, NOTE_BYTES_MAX) for path in note or ()]
    report = _of_export(export, held, known, grace_days) if export else _of_database(held, known, grace_days)
    if json:
        write_json(_in_json(report, known))
    else:
        _show(report, known)
    if not report.is_true:
        raise typer.Exit(2)


def _of_export(path: Path, held: list[str], known: Keys, grace_days: int) -> Report:
    with opened(path) as file, with_progress(file) as stream, refusing():
        return verified_export(read(stream), held, known, dt.datetime.now(dt.UTC), dt.timedelta(days=grace_days))


def _of_database(held: list[str], known: Keys, grace_days: int) -> Report:
    with stored(), counted("verifying") as told:
        from gatehouse.audit import keeping, log

        # The notes first: entries that come while they are read belong to no note yet.
        notes, end = keeping.notes(), log.size()
        grace = dt.timedelta(days=grace_days)
        beginning = log.beginning()
        leaves = counting(log.leaves(beginning.size, end), told)
        report = verified(leaves, [*notes, *held], known, dt.datetime.now(dt.UTC), grace, beginning)
        told_too_soon(report, _kept_since())
        if left := log.left_waiting():
            report.tell("entries-left-waiting", None, f"{left} entries wait for a number, and their commits are over")
        return report


def _kept_since() -> dt.datetime:
    """From when on the law in force has the log kept."""
    from gatehouse.records.law import law
    from gatehouse.retention.clocks import newest_past

    day = newest_past(law().profile.retention.log_erase_after, dt.datetime.now(dt.UTC).date())
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), dt.UTC)


def _show(report: Report, known: Keys) -> None:
    OUT.print(plain(f"{known.origin}: {report.size} entries, root {report.root.hex()}"))
    OUT.print(
        f"{report.checkpoints} checkpoints; true up to {report.signed}, countersigned up to {report.countersigned}"
    )
    if report.forgotten:
        before = f", all made before {report.forgotten_before:%Y-%m-%d %H:%M} UTC" if report.forgotten_before else ""
        OUT.print(f"the first {report.forgotten} entries were forgotten by the clock of the law{before}")
    if report.open_since:
        OUT.print(f"{report.open} entries since {report.open_since:%Y-%m-%d %H:%M:%S} UTC are not countersigned yet")
    for finding in report.findings:
        place = "" if finding.number is None else f" at {finding.number}"
        OUT.print(plain(f"{finding.severity}  {finding.code}{place}: {finding.text}"))
    OUT.print(f"[bold]{_verdict(report)}[/]")


def _verdict(report: Report) -> str:
    """No more than was shown: beyond the countersigned entries nothing but the operator's word stands."""
    if not report.is_true:
        return "the log is not true"
    return f"nothing speaks against the log; nobody but its operator vouches for {report.open} of {report.size} entries"


def _in_json(report: Report, known: Keys) -> dict[str, object]:
    return {
        "origin": known.origin,
        "is_true": report.is_true,
        "size": report.size,
        "root": report.root.hex(),
        "checkpoints": report.checkpoints,
        "signed": report.signed,
        "countersigned": report.countersigned,
        "forgotten": report.forgotten,
        "open_since": report.open_since.isoformat() if report.open_since else None,
        "findings": [finding._asdict() for finding in report.findings],
    }


@app.command()
def forgotten() -> None:
    """Show the certificates of entries that the law's clock let go, as the log signed them.

    Example: gatehouse audit forgotten
    """
    with stored():
        from gatehouse.audit.forgetting import certificates

        found = certificates()
    for written in found:
        OUT.print(plain(written))
    OUT.print(f"{len(found)} certificates")


app.command()(keys)
app.command()(checkpoint)
app.command()(countersign)
app.command()(take)
app.command()(export)
app.command()(follow)
app.command()(prove)
app.command()(check)
