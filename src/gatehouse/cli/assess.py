"""`gatehouse assess`: the assessment side's commands gathered."""

from __future__ import annotations

import typer

from gatehouse.cli import (
    assess_adoption,
    assess_bringing,
    assess_confidential,
    assess_findings,
    assess_following,
    assess_helping,
    assess_offers,
    assess_planning,
    assess_questions,
    assess_rating,
    assess_reports,
    assess_search,
    assess_states,
    assess_visits,
    assess_workbooks,
)

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
app.command("add-evidence")(assess_findings.add_evidence)
app.command("evidence")(assess_findings.evidence)
app.command("find")(assess_findings.find)
app.command("findings")(assess_findings.findings)
app.command("rate")(assess_rating.rate)
app.command("correct")(assess_rating.correct)
app.command("withdraw-rating")(assess_rating.withdraw_rating)
app.command("settle")(assess_findings.settle)
app.command("agreement")(assess_findings.agreement)
app.command("cycle")(assess_findings.cycle)
app.command("carry-over")(assess_offers.carry_over)
app.command("cite")(assess_offers.cite)
app.command("section")(assess_adoption.section)
app.command("stage")(assess_adoption.stage)
app.command("put")(assess_adoption.put)
app.command("reply")(assess_adoption.reply)
app.command("adopt")(assess_adoption.adopt)
app.command("report")(assess_reports.report)
app.command("render")(assess_reports.render)
app.command("reports")(assess_reports.reports)
app.command("demo")(assess_reports.demo)
app.command("visits")(assess_visits.visits)
app.command("late")(assess_visits.late)
app.command("remind")(assess_visits.remind)
app.command("matrix")(assess_visits.matrix)
app.command("offers")(assess_visits.offers)
app.command("told")(assess_bringing.told)
app.command("measured")(assess_bringing.measured)
app.command("hand-over")(assess_bringing.hand_over)
app.command("check-evidence")(assess_bringing.check_evidence)
app.command("keep")(assess_confidential.keep)
app.command("marks")(assess_confidential.marks)
app.command("release")(assess_confidential.release)
app.command("plan-visit")(assess_planning.plan_visit)
app.command("consent")(assess_planning.consent)
app.command("move-visit")(assess_planning.move_visit)
app.command("visit")(assess_planning.visit)
app.command("recommend")(assess_following.recommend)
app.command("bring")(assess_following.bring)
app.command("recommendations")(assess_following.recommendations)
app.command("progress")(assess_following.progress)
app.command("verify")(assess_following.verify)
app.command("need")(assess_helping.need)
app.command("offer")(assess_helping.offer)
app.command("project")(assess_helping.project)
app.command("move-project")(assess_helping.move_project)
app.command("search")(assess_search.search)
