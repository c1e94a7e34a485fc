"""Progress, verifications, reminders and uptakes. Rows are added only."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.recommendations.obstacles import obstacles


class Progress(models.Model):
    """What a State reported about a recommendation, with evidence by number."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="progress")
    status = models.CharField(max_length=12)
    text = models.TextField()
    obstacle = models.CharField(max_length=16, choices=[(code, code) for code in obstacles()])
    evidence = models.JSONField(default=list)
    on = models.DateField()
    by = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)


class Verification(models.Model):
    """What two persons found, and what they decided: closed on evidence, or further follow-up."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="verifications")
    progress = models.ForeignKey(Progress, models.PROTECT)
    decision = models.CharField(max_length=8, choices=[("close", "close"), ("further", "further")])
    reason = models.TextField()
    evidence = models.JSONField(default=list)
    further_help = models.BooleanField(default=False)
    on = models.DateField()
    by = models.CharField(max_length=40)
    second = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)


class Reminder(models.Model):
    """That somebody was reminded of a step of the clock, for a day it is due."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="reminders")
    step = models.CharField(max_length=16)
    due = models.DateField()
    owed_by = models.CharField(max_length=24)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Once for each step and day."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["recommendation", "step", "due"], name="reminder_once")
        ]


class Uptake(models.Model):
    """Whether a body took a recommendation into a programme; the newest row of a body and programme holds."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="uptakes")
    body = models.CharField(max_length=120)
    programme = models.CharField(max_length=200)
    status = models.CharField(max_length=8)
    reason = models.TextField(blank=True)
    on = models.DateField()
    by = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)
