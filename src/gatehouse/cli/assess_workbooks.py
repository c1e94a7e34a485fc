"""`gatehouse assess export-questionnaire|import-answers|economy`: the offline round trip, and what is worth asking."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.assess_actor import acting_as, assessed
from gatehouse.cli.assess_questions import FOCAL, CycleName, Language, Role, StateCode, actor_for, place
from gatehouse.cli.console import OUT, Refused, opened, plain, say_error, write_json

if TYPE_CHECKING:
    from gatehouse.assessment.questions.economy import Economy
    from gatehouse.assessment.questions.import_plan import Plan

SHOWN_MAX = 20


def export_questionnaire(
    questionnaire: Annotated[str, typer.Argument(help="Code of the questionnaire.")],
    state: StateCode,
    cycle: CycleName,
    file: Annotated[Path, typer.Argument(help="The workbook to write (.xlsx or .ods).")],
    language: Language = "en",
    role: Role = FOCAL,
) -> None:
    """Write a questionnaire as a workbook, with the answers that stand, to be filled in offline.

    Example: gatehouse assess export-questionnaire self-assessment KEN 2026 kenya.xlsx
    """
    form = file.suffix.lower().removeprefix(".")
    if form not in ("xlsx", "ods"):
        raise Refused(f"{file}: a workbook is written as .xlsx or .ods; name the file so")
    with assessed():
        from gatehouse.assessment.questions.importing import export_workbook

        data = export_workbook(actor_for(role, None, state), place(state, cycle, questionnaire), language, form)
    file.write_bytes(data)
    OUT.print(plain(f"{file}: {len(data):,} bytes"))


def import_answers(
    file: Annotated[Path, typer.Argument(help="The filled workbook (.xlsx or .ods).")],
    is_stored: Annotated[bool, typer.Option("--store", help="Store, where otherwise is only shown.")] = False,
) -> None:
    """Show what a filled workbook would change, and with --store take it. Exit status 2 where rows were refused.

    What somebody else answered since the export is a conflict: theirs stands, and yours is kept beside it.

    Examples: gatehouse assess import-answers kenya.xlsx · gatehouse assess import-answers kenya.xlsx --store
    """
    from gatehouse.assessment.errors import AssessmentError
    from gatehouse.assessment.questions.workbook_reading import read_workbook
    from gatehouse.assessment.questions.workbook_safety import FILE_BYTES_MAX

    with opened(file) as source:
        try:
            filled = read_workbook(source.stream.read(FILE_BYTES_MAX + 1), file.name)
        except AssessmentError as fault:
            raise Refused(f"{file}: {fault}") from fault
    with assessed():
        from gatehouse.assessment.questions import importing

        where = importing.place_of(filled)
        actor = acting_as(FOCAL, None, where.state.code)
        wanted = importing.planned(actor, where, filled)
        _show_plan(wanted)
        if is_stored:
            gone = importing.store(actor, where, wanted)
            OUT.print(f"[bold]{gone.stored} stored, {gone.contested} kept as contested[/]")
        else:
            OUT.print("nothing was stored; --store takes it")
    if wanted.refused:
        raise typer.Exit(2)


def _show_plan(wanted: Plan) -> None:
    OUT.print(
        f"{len(wanted.new)} new or changed, {wanted.same} the same, {wanted.open} open, "
        f"{len(wanted.conflicts)} in conflict, {len(wanted.refused)} refused, {len(wanted.missing)} not in the file"
    )
    for taken in wanted.conflicts:
        OUT.print(plain(f"row {taken.row}  {taken.question.id}: was answered since version {taken.seen} was exported"))
    if wanted.unasked:
        OUT.print(plain(f"answered though another answer says that they are not asked: {', '.join(wanted.unasked)}"))
    for refusal in wanted.refused:
        say_error(f"row {refusal.row}: {refusal.question}: {refusal.reason}")


def economy(
    questionnaire: Annotated[list[str] | None, typer.Option(help="Only these; repeatable. All otherwise.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    role: Role = "team-lead",
) -> None:
    """Report which questions are asked twice, tell nothing, or are told by others, over all States and cycles.

    Example: gatehouse assess economy --questionnaire self-assessment
    """
    with assessed():
        from gatehouse.assessment.questions.coded_answers import open_coded_answers
        from gatehouse.assessment.questions.economy import economy as report_on
        from gatehouse.assessment.questions.questionnaire import questionnaire_of, questionnaires
        from gatehouse.assessment.states.models import Cycle

        asked = [questionnaire_of(code) for code in questionnaire or sorted(questionnaires())]
        report = report_on(asked, open_coded_answers(acting_as(role), list(Cycle.objects.all())))
    if json:
        write_json(_in_json(report))
    else:
        _show_economy(report)


def _show_economy(report: Economy) -> None:
    OUT.print(
        f"{report.asked} questions asked, {report.distinct} of them distinct: {report.asked - report.distinct} are "
        f"answered once and filled in elsewhere; {report.distinct} answers fill {report.links} links to "
        f"{len(report.fills)} obligations"
    )
    for pair in report.overlaps[:SHOWN_MAX]:
        links = f"{pair.links_alike:.0%} of their links, {pair.words_alike:.0f} of 100 in words"
        OUT.print(plain(f"overlap  {pair.one} · {pair.other}: {' '.join(pair.shared)}; {links}"))
    for each in report.uninformative:
        OUT.print(plain(f"tells nothing  {each.question}: {each.same} of {each.cases} answers are {each.code}"))
    for told in report.derivable[:SHOWN_MAX]:
        guess = f"a guess is right {told.guessed} times"
        OUT.print(plain(f"derivable  {told.question} from {told.source}: {told.right} of {told.cases}; {guess}"))
    OUT.print(f"{report.too_few} coded questions have too few answers to be judged")
    OUT.print(f"[bold]{len(report.removable)} of {report.distinct} questions could go[/]")


def _in_json(report: Economy) -> dict[str, object]:
    return {
        "asked": report.asked,
        "distinct": report.distinct,
        "links": report.links,
        "obligations": dict(report.fills),
        "overlaps": [each._asdict() for each in report.overlaps],
        "uninformative": [each._asdict() for each in report.uninformative],
        "derivable": [each._asdict() for each in report.derivable],
        "too_few": report.too_few,
        "removable": sorted(report.removable),
    }
