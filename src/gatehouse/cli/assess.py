"""`gatehouse assess`: the assessment side's commands gathered."""

from __future__ import annotations

import typer

from gatehouse.cli import assess_questions, assess_states, assess_workbooks

app = typer.Typer(
    help="The assessment of States: who is assessed, questions, evidence, findings.",
    no_args_is_help=True,
)
app.command("states")(assess_states.states)
app.command("add-state")(assess_states.add_state)
app.command("cycles")(assess_states.cycles)
app.command("add-cycle")(assess_states.add_cycle)
app.command("questions")(assess_questions.questions)
app.command("answer")(assess_questions.answer)
app.command("answers")(assess_questions.answers)
app.command("conflicts")(assess_questions.conflicts)
app.command("settle-answer")(assess_questions.settle_answer)
app.command("delegate")(assess_questions.delegate)
app.command("export-questionnaire")(assess_workbooks.export_questionnaire)
app.command("import-answers")(assess_workbooks.import_answers)
app.command("economy")(assess_workbooks.economy)
