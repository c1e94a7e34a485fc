"""Reports as they were frozen, and how far each may go."""

from __future__ import annotations

from django.db import models

from gatehouse.assessment.states.models import Cycle, State


class FrozenReport(models.Model):
    """Contents on a day; never changed. `sha256` is that of the contents."""

    kind = models.CharField(max_length=16)
    state = models.ForeignKey(State, models.PROTECT, null=True, related_name="reports")
    cycle = models.ForeignKey(Cycle, models.PROTECT)
    contents = models.JSONField()
    sha256 = models.CharField(max_length=64)
    frozen_by = models.CharField(max_length=40)
    frozen_at = models.DateTimeField(auto_now_add=True)
    put_at = models.DateTimeField(null=True)
    """When it was put before the State."""
    adopted_at = models.DateTimeField(null=True)
    adopted_by = models.JSONField(default=list)
    """The two who adopted it; of a joint report, its two signatures."""
    shared_at = models.DateTimeField(null=True)
    shared_by = models.JSONField(default=list)
    decision = models.TextField(blank=True)
    """The decision by which it was shared."""
    published_at = models.DateTimeField(null=True)
    published_by = models.JSONField(default=list)
    published_under = models.TextField(blank=True)
    """The decision by which it was published."""
