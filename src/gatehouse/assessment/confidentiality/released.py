"""Tables over States: frozen k-safe, checked against every one frozen before, shared and published by two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.utils import timezone

from gatehouse.assessment.acting import Given, acting
from gatehouse.assessment.confidentiality.models import FrozenTable
from gatehouse.assessment.confidentiality.tables import K_STATES, SafeRow, SafeTable, safe_table
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass


class Beside(NamedTuple):
    """What a table is safe beside: k States, and the groups that other tables of the same release show."""

    k: int = K_STATES
    groups: tuple[frozenset[str], ...] = ()


def freeze(
    actor: Actor,
    question: str,
    cycle: Cycle,
    answers: Mapping[str, str],
    columns: Sequence[str],
    beside: Beside = Beside(),  # noqa: B008  (it does not change)
) -> FrozenTable:
    """Make and keep the table of `answers` (State's code to answer), safe beside every table frozen before.

    The caller has left out what is kept confidential (`reading.countable`).
    """
    k = beside.k
    subject = Subject(SubjectClass.SURVEY_TABLE, "store:assessment")
    with acting(actor, "table.frozen", subject) as acted:
        regions = dict(State.objects.filter(code__in=list(answers)).values_list("code", "region"))
        made = safe_table(answers, regions, columns, k, [*_published(question, cycle), *beside.groups])
        row = FrozenTable.objects.create(
            question=question,
            cycle=cycle,
            k=k,
            columns=list(made.columns),
            rows=[[one.name, one.total, list(one.cells)] for one in made.rows],
            groups={name: sorted(group) for name, group in made.groups.items()},
            frozen_by=actor.id,
        )
        acted.subject, acted.details["withheld"] = f"table:{row.pk}", made.withheld
    return row


def thawed(row: FrozenTable) -> SafeTable:
    """The table as a value."""
    rows = tuple(SafeRow(name, total, tuple(cells)) for name, total, cells in row.rows)
    return SafeTable(tuple(row.columns), rows, row.k, {name: frozenset(of) for name, of in row.groups.items()})


def subject_of(row: FrozenTable) -> Subject:
    """The facts about a table, for the kernel. It is of no State, and its making is its adoption."""
    return Subject(
        SubjectClass.SURVEY_TABLE,
        f"table:{row.pk}",
        adopted=True,
        shareable=row.shared_at is not None,
        published=row.published_at is not None,
    )


def share(actor: Actor, second: Actor, row: FrozenTable, decision: str) -> None:
    """Let those who help have the table: a recorded decision of two."""
    with acting(actor, "table.shared", subject_of(row), given=Given(decision, second)):
        FrozenTable.objects.filter(pk=row.pk).update(shared_at=timezone.now(), decision=decision)
    row.refresh_from_db()


def publish(actor: Actor, second: Actor, row: FrozenTable, decision: str) -> None:
    """Let everybody have the table: a recorded decision of two."""
    with acting(actor, "report.published", subject_of(row), given=Given(decision, second)):
        FrozenTable.objects.filter(pk=row.pk).update(published_at=timezone.now(), decision=decision)
    row.refresh_from_db()


def _published(question: str, cycle: Cycle) -> list[frozenset[str]]:
    """The groups behind rows that were shown for the same question in the same cycle: whoever had one may subtract."""
    frozen = FrozenTable.objects.filter(question=question, cycle=cycle)
    return [frozenset(group) for groups in frozen.values_list("groups", flat=True) for group in groups.values()]
