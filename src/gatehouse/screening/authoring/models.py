"""Drafts of criteria, and trials of them on history."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Draft(models.Model):
    """A criterion that is being written. `saves` counts its savings: who saves an older text than stands is told."""

    author = models.TextField()
    text = models.TextField()
    saves = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True)
    closed_at = models.DateTimeField(null=True)


class Trial(models.Model):
    """A text that was sent to be tried, on the journeys of a month or on all (`month` blank).

    `journeys` is how many were gone through so far, `takes` how often a worker took it up; `fault` is why it failed.
    """

    class State(models.TextChoices):
        """`asked` until a worker takes it up; `running` until it ends, or until another one finds it left behind."""

        ASKED = "asked"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    draft = models.ForeignKey(Draft, models.PROTECT)
    identifier = models.TextField()
    version = models.PositiveIntegerField()
    text = models.TextField()
    month = models.CharField(max_length=7, blank=True)
    state = models.TextField(choices=State.choices, default=State.ASKED)
    asked_by = models.TextField()
    asked_at = models.DateTimeField(auto_now_add=True)
    taken_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    journeys = models.PositiveBigIntegerField(default=0)
    takes = models.PositiveIntegerField(default=0)
    fault = models.TextField(blank=True)

    class Meta:
        """Workers look for what is not ended."""

        indexes: ClassVar = [
            models.Index(fields=["id"], condition=models.Q(ended_at__isnull=True), name="trial_not_ended")
        ]
