"""Acts that wait for a second person. A row is ended, never removed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Begun(models.Model):
    """The act `told` (as the log calls it) on the piece `ref`, begun `by` somebody in a role.

    `words` is the reason or decision in words, `said` what else the act needs. `agreed` is null while it waits.
    """

    ref = models.CharField(max_length=48)
    told = models.CharField(max_length=32)
    words = models.TextField(blank=True)
    said = models.JSONField(default=dict)
    by = models.CharField(max_length=40)
    role = models.CharField(max_length=24)
    at = models.DateTimeField(auto_now_add=True)
    ended_by = models.CharField(max_length=40, blank=True)
    ended_at = models.DateTimeField(null=True)
    agreed = models.BooleanField(null=True)

    class Meta:
        """One that waits for each act on a piece."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["ref", "told"], condition=Q(ended_at__isnull=True), name="begun_once_waiting"
            )
        ]
