"""Answers in versions, answers that met a newer one, and sections given to other offices. Rows are added only."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gatehouse.assessment.states.models import Cycle, State


class Written(models.Model):
    """What an answer holds, wherever it is kept: the value in its canonical form, by whom, from where."""

    state = models.ForeignKey(State, models.PROTECT, related_name="+")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="+")
    question = models.CharField(max_length=48)
    fingerprint = models.CharField(max_length=16)
    """Of the question as it was asked."""
    questionnaire = models.CharField(max_length=64)
    value = models.JSONField()
    remarks = models.TextField(blank=True)
    cited = models.JSONField(default=list)
    origin = models.CharField(max_length=12)
    given_by = models.CharField(max_length=40)
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A shape, no table."""

        abstract = True


class Answer(Written):
    """Version `version` of a State's answer to a question in a cycle, from 1; the highest one stands."""

    version = models.IntegerField()

    class Meta:
        """One answer for each version: of two who write the same one, the second is told."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle", "state", "question", "version"], name="answer_version_once")
        ]


class Contested(Written):
    """An answer by somebody who had seen version `seen` when a newer one stood: kept, and shown beside it."""

    seen = models.IntegerField()


class Settled(models.Model):
    """What became of a contested answer: taken as the next version (`answer`), or left (`answer` is null), and why."""

    contested = models.OneToOneField(Contested, models.PROTECT)
    answer = models.ForeignKey(Answer, models.PROTECT, null=True)
    reason = models.TextField()
    settled_by = models.CharField(max_length=40)
    settled_at = models.DateTimeField(auto_now_add=True)


class Delegated(models.Model):
    """A section of a questionnaire given to a unit from now on; an empty unit takes it back. The newest row holds."""

    state = models.ForeignKey(State, models.PROTECT, related_name="+")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="+")
    questionnaire = models.CharField(max_length=48)
    section = models.CharField(max_length=48)
    unit = models.CharField(max_length=80, blank=True)
    delegated_by = models.CharField(max_length=40)
    delegated_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Read by State and cycle."""

        indexes: ClassVar = [models.Index(fields=["state", "cycle"], name="delegated_of_state")]
