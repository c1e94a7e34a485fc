"""`gatehouse ingest`: files through the whole journey, into the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, progress, say_if_cold
from gatehouse.cli.lawful import lawful_screening
from gatehouse.cli.stored import present, tell_quarantined
from gatehouse.cli.thresholds import Said, stored_and_screened

if TYPE_CHECKING:
    from gatehouse.screening.tally import IngestSummary, Tally


def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders of messages.")],
    threshold: Said = None,
) -> None:
    """Receive, read, screen and store messages; make hits that wait for a person.

    The file's bytes are committed first, then each batch with everything it means. Interrupted or killed, the
    same command goes on where it was; a file that was taken before is told and left alone. A file that cannot be read
    is quarantined with its error, the others are stored, and the exit status is 2.

    Example: gatehouse ingest incoming/
    """
    arrived = present(paths)
    lawful_screening()
    with stored_and_screened(threshold):
        summary = ingested(arrived)
        late = series_missing()
    show(summary, late)
    tell_quarantined(summary.quarantined)


def ingested(paths: list[Path]) -> IngestSummary:
    """Ingest with a progress bar."""
    from gatehouse.screening import flow

    say_if_cold()
    with _reported() as report:
        return flow.ingest(paths, report)


@contextmanager
def _reported() -> Iterator[Callable[[Tally], None]]:
    with progress() as bar:
        task = bar.add_task("receiving", total=None)

        def report(tally: Tally) -> None:
            text = f"{tally.messages} messages, {tally.travellers} travellers, {tally.hits} hits"
            bar.update(task, description=text, completed=tally.bytes_done, total=tally.bytes_expected or None)

        yield report


def left_out_in_words(travellers: int) -> str:
    """What to say of travellers of whose search something was left out."""
    return (
        f"of {travellers} travellers not everybody alike was compared; their messages' findings say what was left out"
    )


def series_missing() -> str | None:
    """What to say of series that miss a part, of this run or an earlier one."""
    from django.utils import timezone

    from gatehouse.screening.intake import late_series

    waiting, late = late_series.incomplete(timezone.now())
    if not waiting and not late:
        return None
    told = f"{late} for more than {late_series.INCOMPLETE_MINUTES_MAX} minutes, {waiting} since then"
    return f"{waiting + late} miss a part ({told}): the travellers in it are not screened"


def said_of_removed(removed: Mapping[str, int]) -> str:
    """What was taken out, by trait."""
    return ", ".join(f"{count} {trait}" for trait, count in sorted(removed.items())) + " (before anything was stored)"


def show(summary: IngestSummary, late: str | None = None) -> None:
    """The summary as a table: what was stored, and the time of each stage; `late` is what `series_missing` says."""
    table = Table(box=None, show_header=False)
    known = f" ({summary.known_files} held before)" if summary.known_files else ""
    findings = ", ".join(f"{count} {severity}" for severity, count in sorted(summary.findings.items())) or "none"
    rows = {
        "files": f"{summary.files}{known}, {len(summary.quarantined)} quarantined",
        "messages": f"{summary.messages} ({summary.duplicates} repeats)",
        "flights": str(summary.flights),
        "travellers": str(summary.travellers),
        "findings": findings,
        **({"removed": said_of_removed(summary.removed)} if summary.removed else {}),
        **({"series": late} if late else {}),
        **({"searches": left_out_in_words(summary.left_out)} if summary.left_out else {}),
        "hits": f"{summary.hits} new",
        "time": ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in summary.seconds.items()),
    }
    for label, value in rows.items():
        table.add_row(f"[bold]{label}[/]", value)
    OUT.print(table)
