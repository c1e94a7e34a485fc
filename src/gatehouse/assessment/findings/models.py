"""Assessments, findings, ratings, stages, replies. But for where an assessment stands, rows are added only."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gatehouse.assessment.findings.states import Stand
from gatehouse.assessment.states.models import Cycle, State


class Assessment(models.Model):
    """The assessment of one State in one cycle: where it stands, under which method, and until when it can reply."""

    state = models.ForeignKey(State, models.PROTECT, related_name="+")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="+")
    stand = models.CharField(max_length=16, default=Stand.DRAFTING.value)
    method = models.IntegerField()
    reply_due = models.DateField(null=True)
    put_by = models.CharField(max_length=40, blank=True)

    class Meta:
        """A State is assessed once in a cycle."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["state", "cycle"], name="assessed_once_in_a_cycle")]


class Written(models.Model):
    """Who wrote a row, and when."""

    by = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A shape, no table."""

        abstract = True


class Moved(Written):
    """The history of an assessment: an event, what it stood at afterwards, and why."""

    assessment = models.ForeignKey(Assessment, models.PROTECT)
    event = models.CharField(max_length=8)
    stand = models.CharField(max_length=16)
    reason = models.TextField(blank=True)


class GateText(Written):
    """One version of the section of a gate; the newest stands."""

    assessment = models.ForeignKey(Assessment, models.PROTECT)
    gate = models.CharField(max_length=16)
    text = models.TextField(blank=True)


class Finding(models.Model):
    """Finding `number` of an assessment, against one obligation. Numbers stay."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="findings")
    number = models.IntegerField()
    obligation = models.CharField(max_length=16)

    class Meta:
        """One finding for each obligation."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["assessment", "number"], name="finding_number_once"),
            models.UniqueConstraint(fields=["assessment", "obligation"], name="finding_obligation_once"),
        ]


class FindingText(Written):
    """One version of what is found, with the items of evidence that it rests on; the newest stands."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="texts")
    text = models.TextField()
    evidence = models.JSONField(default=list)
    reason = models.TextField(blank=True)


class GivenRating(Written):
    """A version of the first or the second rating of an axis (`rating.Rating`), under a version of the method.

    The newest of a place stands. `reason` says why a mistaken one was corrected or withdrawn; `withdrawn` leaves the
    place open again; `blind` says that the rater could not see the other rating when this was given.
    """

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="ratings")
    axis = models.CharField(max_length=16)
    place = models.IntegerField()
    code = models.CharField(max_length=16)
    confidence = models.CharField(max_length=8)
    grounds = models.JSONField(default=list)
    rationale = models.TextField()
    method = models.IntegerField()
    version = models.IntegerField(default=1)
    reason = models.TextField(blank=True)
    withdrawn = models.BooleanField(default=False)
    blind = models.BooleanField(default=True)

    class Meta:
        """Two places, each with its versions."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["finding", "axis", "place", "version"], name="rating_version_once"),
            models.CheckConstraint(condition=models.Q(place__in=(1, 2)), name="rating_first_or_second"),
        ]


class SettledRating(Written):
    """What a difference was settled to, and why; the newest stands, while the two ratings are those it settled.

    `between` holds the numbers of these two, so that a rating that is corrected afterwards opens the axis again.
    """

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="settled")
    axis = models.CharField(max_length=16)
    code = models.CharField(max_length=16)
    reason = models.TextField()
    between = models.JSONField(default=list)


class CapabilityStage(Written):
    """One version of the stage of a capability, its roadmap (steps with days) and what it needs; the newest stands."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="stages")
    stage = models.CharField(max_length=16)
    roadmap = models.JSONField(default=list)
    resources = models.TextField(blank=True)


class Reply(Written):
    """What the State says to the draft, to all of it or to one finding."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="replies")
    finding = models.ForeignKey(Finding, models.PROTECT, null=True)
    text = models.TextField()


class Consent(Written):
    """One person's consent to adopt, or its withdrawal, to the draft as it stood `after` a step; the newest stands.

    Two consents adopt. One that waits lapses when the draft is taken up again, since the step is another one then.
    """

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="consents")
    after = models.ForeignKey(Moved, models.PROTECT, related_name="+")
    role = models.CharField(max_length=24)
    withdrawn = models.BooleanField(default=False)
