"""Recommendations, each in versions, and the findings that they follow from."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gatehouse.assessment.states.models import Cycle, State


class Recommendation(models.Model):
    """A recommendation as it stands. `edition` counts its changes; `report_on` is the day its clock counts from."""

    state = models.ForeignKey(State, models.PROTECT, related_name="recommendations")
    cycle = models.ForeignKey(Cycle, models.PROTECT)
    number = models.IntegerField()
    text = models.TextField()
    obligation = models.CharField(max_length=48)
    priority = models.IntegerField()
    owner = models.CharField(max_length=200, blank=True)
    obstacle = models.CharField(max_length=16)
    indicator = models.CharField(max_length=200, blank=True)
    stage = models.CharField(max_length=12)
    acceptance = models.CharField(max_length=12, blank=True)
    reply = models.TextField(blank=True)
    report_on = models.DateField(null=True)
    drafted_by = models.CharField(max_length=40)
    adopted_by = models.CharField(max_length=40, blank=True)
    shared_at = models.DateTimeField(null=True)
    edition = models.IntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Numbers of a State and cycle run from 1 and are never given twice."""

        ordering: ClassVar = ["state_id", "cycle_id", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["state", "cycle", "number"], name="recommendation_number_once")
        ]

    @property
    def code(self) -> str:
        """The number by which it is cited for ever: `X-AL/2026/3`."""
        return f"{self.state.code}/{self.cycle.name}/{self.number}"


class RecommendationVersion(models.Model):
    """What a recommendation said in an edition, and who wrote it; never changed."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="versions")
    edition = models.IntegerField()
    said = models.JSONField()
    by = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """One version for each edition."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["recommendation", "edition"], name="recommendation_edition_once")
        ]


class FollowsFrom(models.Model):
    """A finding that a recommendation follows from, by the finding's number."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="follows_from")
    finding = models.BigIntegerField()

    class Meta:
        """A finding is named once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["recommendation", "finding"], name="follows_once")]
