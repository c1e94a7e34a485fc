"""Samples that were drawn and snapshots that were taken. What they say is never changed."""

from __future__ import annotations

from django.db import models


class Sample(models.Model):
    """A sample of decisions: of which topic and time, from the entries below `end`, with which seed, who drew it."""

    topic = models.TextField()
    since = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    end = models.BigIntegerField()
    seed = models.BigIntegerField()
    size = models.IntegerField()
    numbers = models.JSONField()
    drawn_by = models.TextField()
    drawn_at = models.DateTimeField(auto_now_add=True)


class Snapshot(models.Model):
    """Counts of a period, frozen: the exact JSON text, from which every print of the report is made.

    `proposed_by` would have it published; `published_by` is another, since then everybody reads it.
    """

    begins = models.DateField()
    ends = models.DateField()
    body = models.TextField()
    sha256 = models.CharField(max_length=64)
    taken_by = models.TextField()
    taken_at = models.DateTimeField(auto_now_add=True)
    proposed_by = models.TextField(null=True)
    proposed_under = models.TextField(default="", db_default="")
    published_by = models.TextField(null=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        """A period is reported once: two reports of it could be subtracted from each other."""

        constraints = (models.UniqueConstraint(fields=["begins", "ends"], name="oversight_snapshot_once"),)
