"""`gatehouse assess`: the assessment side's commands gathered."""

from __future__ import annotations

import typer

from gatehouse.cli import assess_states

app = typer.Typer(
    help="The assessment of States: who is assessed, questions, evidence, findings.",
    no_args_is_help=True,
)
app.command("states")(assess_states.states)
app.command("add-state")(assess_states.add_state)
app.command("cycles")(assess_states.cycles)
app.command("add-cycle")(assess_states.add_cycle)
