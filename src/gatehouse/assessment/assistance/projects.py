"""Projects: made on a request, consulted about, run, measured, closed; and those that may be the same one twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from gatehouse.assessment.access.facts import Stage, facts
from gatehouse.assessment.acting import acting
from gatehouse.assessment.assistance.duplicates import Known, Pair, duplicates
from gatehouse.assessment.assistance.effect import Measured, missing
from gatehouse.assessment.assistance.errors import AssistanceError
from gatehouse.assessment.assistance.models import Indicator, Need, Offer, Project
from gatehouse.assessment.assistance.project_stages import FIRST, OVER, after
from gatehouse.assessment.assistance.themes import themes
from gatehouse.assessment.errors import ChangedMeanwhileError
from gatehouse.assessment.states.models import State
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying, together

NAME_CHARS_MAX = 200
BUDGET_MAX = Decimal("999999999999.99")
SHARED = Subject(SubjectClass.ASSISTANCE, "store:assessment", adopted=True, shareable=True)
"""All projects together: each has a public status, and none shows more of a State than that it is helped."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A project to be made. `request` is the State's request or consent that it rests on."""

    name: str
    theme: str
    donor: str
    budget: Decimal
    currency: str
    starts: dt.date
    ends: dt.date
    request: str


def subject_of(project: Project) -> Subject:
    """The facts about a project, for the kernel. A project has a public status (A/RES/70/291, para 25)."""
    stage = Stage(with_the_state=True, adopted=True, shareable=True)
    return facts(SubjectClass.ASSISTANCE, f"project:{project.pk}", project.recipient, None, stage)


def make(
    actor: Actor, recipient: State, planned: Planned, needs: Sequence[Need] = (), offer: Offer | None = None
) -> Project:
    """Make a project for needs. Refused without a request on record, with days or money that contradict each other."""
    _checked(planned)
    if any(need.state_id != recipient.pk or need.shared_at is None for need in needs):
        raise AssistanceError(Saying("a project serves needs of its recipient that are shared"))
    with acting(actor, "project.changed", Subject(SubjectClass.ASSISTANCE, "store:assessment")) as acted:
        project = Project.objects.create(
            recipient=recipient,
            offer=offer,
            stage=FIRST,
            made_by=actor.id,
            **{name: getattr(planned, name) for name in Planned.__dataclass_fields__},
        )
        project.needs.set(needs)
        acted.subject = f"project:{project.pk}"
    return project


def move(actor: Actor, project: Project, event: str, spent: Decimal | None = None) -> Project:
    """Bring a project to another stage. Closing is refused until every indicator was measured against its baseline."""
    stage = after(project.stage, event)
    if event == "close" and (against := missing(indicators(project))):
        raise AssistanceError(Saying("not closed: %(against)s", against=together(*against)))
    with acting(actor, "project.changed", subject_of(project)):
        fields: dict[str, object] = {"stage": stage, "edition": project.edition + 1}
        if spent is not None:
            fields["spent"] = spent
        if not Project.objects.filter(pk=project.pk, edition=project.edition).update(**fields):
            raise ChangedMeanwhileError(Saying("the project"), Project.objects.get(pk=project.pk).stage, stage)
        if event == "close":
            Need.objects.filter(projects=project, met_at=None).update(met_at=timezone.now())
    project.refresh_from_db()
    return project


def add_indicator(actor: Actor, project: Project, measured: Measured) -> Indicator:
    """Say what a project is to change, before it does."""
    with acting(actor, "effect.measured", subject_of(project)):
        return Indicator.objects.create(
            project=project,
            name=measured.name,
            unit=measured.unit,
            baseline=measured.baseline,
            baseline_on=measured.baseline_on,
            aim=measured.aim,
        )


def measure(
    actor: Actor, indicator: Indicator, value: Decimal, on: dt.date, confidence: str, contribution: str
) -> None:
    """Write down what was measured. Raises `AssistanceError` where day, confidence or contribution are not told."""
    told = Measured(
        indicator.name,
        indicator.unit,
        indicator.baseline,
        indicator.baseline_on,
        indicator.aim,
        value,
        on,
        confidence,
        contribution,
    )
    with acting(actor, "effect.measured", subject_of(indicator.project)):
        Indicator.objects.filter(pk=indicator.pk).update(
            value=told.value, value_on=on, confidence=confidence, contribution=contribution
        )
    indicator.refresh_from_db()


def indicators(project: Project) -> list[Measured]:
    """The indicators of a project as values."""
    fields = list(Measured.__dataclass_fields__)
    rows = Indicator.objects.filter(project=project).order_by("pk")
    return [Measured(**{name: getattr(row, name) for name in fields}) for row in rows]


def possible_duplicates(actor: Actor) -> list[Pair]:
    """Projects that a person should look at, since they may be the same one twice."""
    rows = [one for one in matrix(actor) if one.stage != "dropped"]
    return duplicates(
        Known(row.pk, row.name, frozenset({row.recipient.code}), row.theme, row.starts, row.ends) for row in rows
    )


def matrix(actor: Actor) -> list[Project]:
    """The matrix of all projects (A/RES/70/291, para 4), for whoever may see help that is shared."""
    with acting(
        actor, "material.opened", Subject(SubjectClass.ASSISTANCE, "store:assessment", adopted=True, shareable=True)
    ):
        return list(Project.objects.select_related("recipient").order_by("recipient__code", "theme", "starts"))


def running_now(project: Project) -> bool:
    """Whether it has neither been closed nor dropped."""
    return project.stage not in OVER


def _checked(planned: Planned) -> None:
    if not planned.name.strip() or len(planned.name) > NAME_CHARS_MAX or not planned.donor.strip():
        raise AssistanceError(
            Saying("a project has a name, of at most %(most)s characters, and a donor", most=NAME_CHARS_MAX)
        )
    if planned.theme not in themes():
        raise AssistanceError(Saying("name a kind of help; those there are: %(choices)s", choices=", ".join(themes())))
    if not planned.request.strip():
        raise AssistanceError(Saying("no project without a request or consent of the State; name it"))
    if planned.ends < planned.starts:
        raise AssistanceError(Saying("a project ends on the day it starts or later"))
    if not Decimal(0) <= planned.budget <= BUDGET_MAX or not (
        len(planned.currency) == 3 and planned.currency.isupper()
    ):
        raise AssistanceError(Saying("a budget is a sum that is not negative, in a currency of three capital letters"))
