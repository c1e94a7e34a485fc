"""`gatehouse assess`: questionnaires shown, questions answered, conflicts settled, sections given to other offices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.assess_actor import Account, Of, acting_as, assessed
from gatehouse.cli.console import OUT, Refused, plain, say_error

if TYPE_CHECKING:
    from gatehouse.assessment.questions.answers import Place, Standing
    from gatehouse.assessment.questions.offers import Offer
    from gatehouse.assessment.questions.question import Question
    from gatehouse.safeguards.decision import Actor

StateCode = Annotated[str, typer.Argument(metavar="STATE", help="Code of the State, as `assess states` shows it.")]
CycleName = Annotated[str, typer.Argument(metavar="CYCLE", help="Name of the cycle.")]
Code = Annotated[str, typer.Option("--questionnaire", help="Code of the questionnaire.")]
Language = Annotated[str, typer.Option(help="en or zh.")]
Role = Annotated[str, typer.Option("--as", metavar="ROLE", help="The role in which you act.")]
SELF = "self-assessment"
FOCAL = "state-focal-point"


def actor_for(role: str, account: int | None, state: str) -> Actor:
    """Who acts on this State's answers: a focal point speaks for the State that is named, others for none."""
    return acting_as(role, account, state if role == FOCAL else None)


def place(state: str, cycle: str, questionnaire: str) -> Place:
    """The State, the cycle and the questionnaire of these names."""
    from gatehouse.assessment.questions.answers import Place
    from gatehouse.assessment.questions.questionnaire import questionnaire_of
    from gatehouse.assessment.states.store import cycle_named, state_of

    return Place(state_of(state), cycle_named(cycle), questionnaire_of(questionnaire))


def questions(
    questionnaire: Annotated[str, typer.Argument(help="Its code.")] = SELF, language: Language = "en"
) -> None:
    """Show a questionnaire: its questions, what answers they take, and the obligations they speak to.

    Example: gatehouse assess questions survey --language zh
    """
    from gatehouse.assessment.errors import AssessmentError
    from gatehouse.assessment.questions.questionnaire import questionnaire_of

    try:
        shown = questionnaire_of(questionnaire)
    except AssessmentError as fault:
        raise Refused(str(fault)) from fault
    OUT.print(plain(f"{shown.title.in_(language)} ({shown.name}): {sum(1 for _ in shown.questions())} questions"))
    for section in shown.sections:
        OUT.print(plain(f"\n{section.title.in_(language)} · {section.office.in_(language)}"))
        for question in section.questions:
            takes = ", ".join(question.options) or question.of or question.kind.value
            OUT.print(plain(f"  {question.id}  [{takes}]  {' '.join(question.obligations)}"))
            OUT.print(plain(f"    {question.text_in(language)}"))


def answer(
    state: StateCode,
    cycle: CycleName,
    question: Annotated[str, typer.Argument(help="Id of the question.")],
    value: Annotated[str, typer.Argument(help="A code, a number, a day (YYYY-MM-DD), or words.")],
    remarks: Annotated[str, typer.Option(help="What the value does not say.")] = "",
    seen: Annotated[int | None, typer.Option(help="The version you saw; the newest one otherwise.")] = None,
) -> None:
    """Answer a question. The answer before stays readable; one that you had not seen is shown beside yours.

    Example: gatehouse assess answer KEN 2026 api-stage building --remarks "tender of May"
    """
    with assessed():
        from gatehouse.assessment.questions import answers
        from gatehouse.assessment.questions.given import given

        where, actor = place(state, cycle, SELF), acting_as(FOCAL, None, state)
        asked = next((each for each in where.questionnaire.questions() if each.id == question), None)
        if asked is None:
            raise Refused("no such question; `gatehouse assess questions` shows which there are")
        if seen is None:
            standing = answers.open_answers(actor, where).get(question)
            seen = standing.version if standing else 0
        gone = answers.give(actor, where, asked, given(asked, value, remarks), seen)
        if isinstance(gone, answers.Conflict):
            say_error(
                f"version {gone.theirs.version} came in between; yours is kept as contested answer {gone.contested}: "
                "see `gatehouse assess conflicts`, then `settle-answer`"
            )
            raise typer.Exit(2)
        OUT.print(plain(f"{question}: version {gone.version} stands"))


def answers(
    state: StateCode, cycle: CycleName, questionnaire: Code = SELF, language: Language = "en", role: Role = FOCAL
) -> None:
    """Show a State's answers, what the last cycle offers where there is none, and how far it is.

    Example: gatehouse assess answers KEN 2026
    """
    with assessed():
        from gatehouse.assessment.questions import answers as store
        from gatehouse.assessment.questions.bank import bank
        from gatehouse.assessment.questions.offers import open_offers
        from gatehouse.assessment.questions.showing import progress, shown_questions

        where, actor = place(state, cycle, questionnaire), actor_for(role, None, state)
        standing, today = store.open_answers(actor, where), dt.datetime.now(dt.UTC).date()
        values, offered = store.values_of(standing), open_offers(actor, where, today)
        done = progress(where.questionnaire, values, bank())
        for section in where.questionnaire.sections:
            part = done[section.code]
            OUT.print(plain(f"{section.title.in_(language)}: {part.answered} of {part.shown}"))
            for question in shown_questions(section, values, bank()):
                OUT.print(plain(f"  {question.id}: {_told(question, standing, offered, language)}"))
        OUT.print(f"[bold]{done[''].percent} % answered[/]")


def _told(question: Question, standing: Mapping[str, Standing], offered: Mapping[str, Offer], language: str) -> str:
    from gatehouse.assessment.questions.given import shown

    if found := standing.get(question.id):
        return f"{shown(question, found.given.value, language)} (version {found.version})"
    if offer := offered.get(question.id):
        changed = "" if offer.asked_alike else ", to another wording"
        return f"open; {offer.cycle} said {shown(question, offer.standing.given.value, language)}, " + (
            f"{offer.age_days} days ago{changed}"
        )
    return "open"


def conflicts(state: StateCode, cycle: CycleName, role: Role = FOCAL) -> None:
    """Show answers that met a newer one, both of them.

    Example: gatehouse assess conflicts KEN 2026
    """
    with assessed():
        from gatehouse.assessment.questions.answers import open_conflicts
        from gatehouse.assessment.questions.bank import bank
        from gatehouse.assessment.questions.given import shown

        where = place(state, cycle, SELF)
        for each in open_conflicts(actor_for(role, None, state), where):
            asked = bank()[each.question]
            theirs, mine = shown(asked, each.theirs.given.value), shown(asked, each.mine.value)
            OUT.print(plain(f"{each.contested}  {each.question}: stands {theirs!r}; contested {mine!r}"))


def settle_answer(
    contested: Annotated[int, typer.Argument(help="Its number, as `assess conflicts` shows it.")],
    reason: Annotated[str, typer.Option(help="Why this one and not the other.")],
    take: Annotated[bool, typer.Option("--take/--leave", help="Take the contested answer, or leave the other.")],
    of: Of,
    account: Account = None,
) -> None:
    """Settle a conflict with a reason. Both answers stay readable.

    Example: gatehouse assess settle-answer 7 --of KEN --take --reason "the ministry confirmed the later figure"
    """
    with assessed():
        from gatehouse.assessment.questions.answers import settle

        stands = settle(acting_as(FOCAL, account, of), contested, take=take, reason=reason)
        OUT.print(plain(f"{stands.question}: version {stands.version} stands"))


def delegate(
    state: StateCode,
    cycle: CycleName,
    section: Annotated[str, typer.Argument(help="Code of the section.")],
    unit: Annotated[str, typer.Argument(help="The office, never a person; empty takes the section back.")],
    questionnaire: Code = SELF,
) -> None:
    """Give a section of a questionnaire to another office of the State.

    Example: gatehouse assess delegate KEN 2026 borders "border service"
    """
    with assessed():
        from gatehouse.assessment.questions.delegation import delegate as give_to

        where = place(state, cycle, questionnaire)
        give_to(acting_as(FOCAL, None, state), where.state, where.cycle, (where.questionnaire, section), unit)
        OUT.print(plain(f"{section}: {unit or 'taken back'}"))
