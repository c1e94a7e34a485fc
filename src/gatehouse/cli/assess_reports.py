"""`gatehouse assess report|render|reports|demo`: reports from frozen contents, and the demonstration."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli.assess_actor import Account, As, Of, acting_as, assessed
from gatehouse.cli.console import OUT, Refused, plain
from gatehouse.cli.lawful import law
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import ASSESSING, Role

if TYPE_CHECKING:
    from gatehouse.assessment.reports.models import FrozenReport

Out = Annotated[Path, typer.Option(help="Folder for the files; made where it is not there.")]
Files = Annotated[
    list[str],
    typer.Option(
        "--file", help="Language and format: en.pdf, zh.docx, fr.html (in English until translated). Repeat it."
    ),
]
NEXT = (
    ('findings X-AL "Demo 2026-2027"', "both ratings of each obligation, side by side"),
    ('answers X-AL "Demo 2026-2027"', "what a State answered, and what it left open"),
    ('evidence X-EL "Demo 2024-2025"', "documents and who held them, on which recommendations were closed"),
    ('recommendations X-EL "Demo 2024-2025"', "from finding to closing"),
    ("visits 2026 --state X-HA", "the list with its reasons, and what would change a place"),
    ("render 1 --as public --file en.html", "a report without what the State keeps; then the same --as team-lead"),
)
WAITS = {
    "state-focal-point": "X-BE: a draft to reply to",
    "assessor": "X-LU: an obligation without a finding, axes without a rating",
    "second-assessor": "X-LU: a rating to give blind",
    "team-lead": "X-LU: a difference to settle, an empty section; then the draft to put before the State",
    "committee-member": "X-KE: an adoption by two (the second one is demo-committee-member-2)",
    "donor": "needs that were shared",
    "translator": "findings of the open assessments to translate",
}
"""What the demonstration leaves for each role to do."""
DEFAULT_OUT = Path("reports")
KINDS = "state, overview, follow-up (of one State); annual, joint, survey, circular (over all)"


def report(
    kind: Annotated[str, typer.Argument(help=KINDS)],
    cycle: Annotated[str, typer.Option(help="Name of the cycle.")],
    state: Annotated[str | None, typer.Option(help="Code of the State, for a report on one.")] = None,
    account: Account = None,
    files: Files = ["en.pdf"],  # noqa: B006  (typer copies it)
    out: Out = DEFAULT_OUT,
) -> None:
    """Freeze what is known today as a report, as the team lead, and write it as files.

    Example: gatehouse assess report state --state X-AL --cycle "Demo 2026-2027" --file en.pdf --file zh.docx
    """
    actor = acting_as("team-lead", account)
    with assessed():
        from gatehouse.assessment.reports.freezing import freeze
        from gatehouse.assessment.states.store import cycle_named, state_of

        frozen = freeze(actor, kind, cycle_named(cycle), state_of(state) if state else None)
        OUT.print(plain(f"report {frozen.pk} ({frozen.kind}) frozen; contents {frozen.sha256[:16]}"))
        _write(actor, frozen, files, out)


def render(
    number: Annotated[int, typer.Argument(help="Number of a frozen report (`gatehouse assess reports`).")],
    role: As = "public",
    account: Account = None,
    of: Of = None,
    files: Files = ["en.pdf"],  # noqa: B006
    out: Out = DEFAULT_OUT,
) -> None:
    """Write a frozen report as this reader may have it: what a State keeps confidential is left out.

    Example: gatehouse assess render 3 --as donor --file en.html
    """
    actor = acting_as(role, account, of)
    with assessed():
        from gatehouse.assessment.reports.models import FrozenReport

        found = FrozenReport.objects.select_related("state", "cycle").filter(pk=number).first()
        if found is None:
            raise Refused(f"no report has the number {number}; `gatehouse assess reports` shows which there are")
        _write(actor, found, files, out)


def reports(role: As = "public", account: Account = None, of: Of = None) -> None:
    """The frozen reports that this reader may have.

    Example: gatehouse assess reports --as committee-member
    """
    actor = acting_as(role, account, of)
    with assessed():
        from gatehouse.assessment.acting import may_see
        from gatehouse.assessment.reports.freezing import subject_of
        from gatehouse.assessment.reports.models import FrozenReport

        for one in FrozenReport.objects.select_related("state", "cycle").order_by("pk"):
            if may_see(actor, subject_of(one)):
                about = one.state.code if one.state else "all"
                OUT.print(plain(f"{one.pk}  {one.kind}  {about}  {one.cycle.name}  {one.frozen_at:%Y-%m-%d}"))


def demo(seed: Annotated[int, typer.Option(help="The same seed tells the same story.")] = 2396) -> None:
    """Play a fictitious region of twelve States over two cycles, through every room of the assessment.

    Every State, office and event in it is made up. It takes a minute or so, and is played once in a database. There is
    an account for each role, with a new password each time, and something left for it to do in the workbench.

    Example: gatehouse assess demo
    """
    began = time.perf_counter()
    with assessed():
        from gatehouse.assessment.demonstration.region import was_played
        from gatehouse.assessment.demonstration.story import play

        if was_played():
            OUT.print("the demonstration is here already, and is not played twice")
        else:
            played = play(seed, lambda text: OUT.print(plain(text)))
            told = f"{played.states} States, {played.findings} findings, {len(played.reports)} reports"
            OUT.print(plain(f"{told}, in {time.perf_counter() - began:.0f} s"))
        _accounts()
    OUT.print("[bold]look next at[/]")
    for command, shows in NEXT:
        OUT.print(plain(f"  gatehouse assess {command}"))
        OUT.print(plain(f"      {shows}"))


def _accounts() -> None:
    """An account for each role, on the teams of the open cycle: whoever reads the screen may come in."""
    if law().mode != "demo":
        OUT.print("this is a live installation: no accounts of a demonstration are made")
        return
    from gatehouse.app.demo_accounts import renewed

    OUT.print("[bold]sign in to the workbench (gatehouse serve) as[/]")
    table = Table("identifier", "password", "what waits", box=None)
    for account in renewed():
        if Role(account.role) in ASSESSING:
            table.add_row(account.identifier, account.password, WAITS.get(account.role, ""))
    OUT.print(table)


def _write(actor: Actor, frozen: FrozenReport, files: list[str], out: Path) -> None:
    from gatehouse.assessment.reports.rendering import rendered
    from gatehouse.web.assessment.people import named_to

    out.mkdir(parents=True, exist_ok=True)
    for file in files:
        language, _, form = file.partition(".")
        made = rendered(actor, frozen, language, form, partial(named_to, actor, with_role=False))
        (out / made.name).write_bytes(made.content)
        left_out = "" if made.whole else " (something is kept confidential from this reader)"
        OUT.print(plain(f"{out / made.name}: {len(made.content):,} bytes{left_out}"))
