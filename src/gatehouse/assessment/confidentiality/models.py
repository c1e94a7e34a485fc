"""Marks of confidentiality, and tables that were frozen. Rows are added; a mark is ended, never removed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import KeptTo


class Mark(models.Model):
    """A piece (`ref`, a reference of the log), or one paragraph of it (`part`, its fingerprint), kept to a circle.

    `excerpt` is the paragraph itself, by which copies of it are found in what goes out; only this room reads it.
    """

    state = models.ForeignKey(State, models.PROTECT, related_name="marks")
    ref = models.CharField(max_length=48)
    part = models.CharField(max_length=32, blank=True)
    kept_to = models.CharField(max_length=12, choices=[(one.value, one.value) for one in KeptTo])
    excerpt = models.TextField(blank=True)
    reason = models.TextField()
    set_by = models.CharField(max_length=40)
    set_at = models.DateTimeField(auto_now_add=True)
    released_by = models.CharField(max_length=40, blank=True)
    released_at = models.DateTimeField(null=True)
    release_reason = models.TextField(blank=True)

    class Meta:
        """One mark in force for each part."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["ref", "part"], condition=Q(released_at__isnull=True), name="mark_once_in_force"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["ref"], name="mark_of_piece")]


class FrozenTable(models.Model):
    """A k-safe table as it was made. `groups` are the States behind each shown row: for the check of the next one."""

    question = models.CharField(max_length=80)
    cycle = models.ForeignKey(Cycle, models.PROTECT)
    k = models.IntegerField()
    columns = models.JSONField()
    rows = models.JSONField()
    groups = models.JSONField()
    frozen_by = models.CharField(max_length=40)
    frozen_at = models.DateTimeField(auto_now_add=True)
    shared_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    decision = models.TextField(blank=True)
