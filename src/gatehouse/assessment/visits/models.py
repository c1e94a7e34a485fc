"""Lists of visits in versions, the consent ledger, and the file of each visit. Versions and consents are added only."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.visits.logistics import KINDS

SAID = ("requested", "asked", "given", "refused", "withdrawn")


class VisitList(models.Model):
    """Version `version` of a year's list, complete in itself: weights and inputs as they were, the States chosen."""

    year = models.IntegerField()
    version = models.IntegerField()
    weights = models.JSONField()
    inputs = models.JSONField()
    chosen = models.JSONField()
    """Codes of the States to be visited, in order."""
    reason = models.TextField()
    made_by = models.CharField(max_length=40)
    made_at = models.DateTimeField(auto_now_add=True)
    adopted_by = models.CharField(max_length=40, blank=True)
    adopted_at = models.DateTimeField(null=True)

    class Meta:
        """Versions of a year are numbered from 1."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["year", "version"], name="visit_list_version_once")]


class Visit(models.Model):
    """A visit to a State. `edition` counts its changes, so that of two who change it at once the second is told."""

    state = models.ForeignKey(State, models.PROTECT, related_name="visits")
    cycle = models.ForeignKey(Cycle, models.PROTECT)
    kind = models.CharField(max_length=16, choices=[(kind, kind) for kind in KINDS])
    stage = models.CharField(max_length=24)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)
    purpose = models.TextField(blank=True)
    set_days = models.JSONField(default=dict)
    """Days set for steps of the clock other than the table's."""
    edition = models.IntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """No visit ends before it starts."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(starts__isnull=True, ends__isnull=True) | Q(ends__gte=F("starts")),
                name="visit_ends_after_it_starts",
            )
        ]


class VisitEvent(models.Model):
    """What happened to a visit on which day, in order; never changed."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="events")
    event = models.CharField(max_length=24)
    stage = models.CharField(max_length=24)
    on = models.DateField()
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)


class Consent(models.Model):
    """The ledger: asked, given, refused, withdrawn, with the letter it rests on; never changed."""

    state = models.ForeignKey(State, models.PROTECT, related_name="consents")
    visit = models.ForeignKey(Visit, models.PROTECT, null=True, related_name="consents")
    said = models.CharField(
        max_length=12, choices=[(s, s) for s in ("requested", "asked", "given", "refused", "withdrawn")]
    )
    on = models.DateField()
    reference = models.TextField()
    conditions = models.TextField(blank=True)
    by = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)


class Partner(models.Model):
    """A body that was invited to take part in a visit, and what it answered."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="partners")
    body = models.CharField(max_length=80)
    invited_on = models.DateField()
    reply = models.CharField(max_length=12, default="none", choices=[(r, r) for r in ("none", "accepted", "declined")])
    replied_on = models.DateField(null=True)

    class Meta:
        """A body is invited once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["visit", "body"], name="partner_once")]


class AgendaItem(models.Model):
    """A meeting of a visit: when, with whom, about what, and which kind of people are heard."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="agenda")
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    title = models.CharField(max_length=200)
    with_whom = models.CharField(max_length=200)
    topic = models.CharField(max_length=48, blank=True)

    class Meta:
        """No meeting ends before it starts."""

        ordering: ClassVar = ["starts", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="meeting_ends_after_it_starts")
        ]


class SeenTo(models.Model):
    """An item of the checklist that was seen to."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="seen_to")
    item = models.CharField(max_length=24)
    on = models.DateField()
    note = models.TextField(blank=True)
    by = models.CharField(max_length=40)

    class Meta:
        """An item is seen to once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["visit", "item"], name="seen_to_once")]
