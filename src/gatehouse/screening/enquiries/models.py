"""Border checks: that one was made and what was answered; whom it was about is kept apart, behind the door."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class BorderCheck(models.Model):
    """A question at the border and its answer. `reference` is what the officer tells the unit; nothing says who it is.

    `decided_at` is when somebody of the unit was done with it (only where the answer was *wait*). `claimed_by` is who
    holds the traveller to be the listed person, and acts as `claimed_as`; it waits for a second person then.
    """

    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.TextField()
    unit = models.TextField(null=True)
    answer = models.TextField()
    faults = models.JSONField(default=list)
    reference = models.TextField(unique=True, null=True)
    milliseconds = models.IntegerField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.TextField(null=True)
    claimed_by = models.TextField(null=True)
    claimed_as = models.TextField(null=True)
    claimed_unit = models.TextField(null=True)
    claimed_for = models.TextField(null=True)

    class Meta:
        """What waits is asked for often."""

        indexes: ClassVar = [
            models.Index(
                fields=["asked_at"],
                name="border_check_waits",
                condition=models.Q(reference__isnull=False, decided_at__isnull=True),
            ),
        ]


class BorderCheckContent(models.Model):
    """Whom a check was about and which candidates there were. Kept only where the answer was *wait*."""

    check_made = models.OneToOneField(BorderCheck, models.PROTECT, primary_key=True)
    subject = models.JSONField()
    candidates = models.JSONField()
    outcome = models.TextField(default="")
