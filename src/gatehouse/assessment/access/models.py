"""Who assesses which State in which cycle."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatehouse.assessment.states.models import Cycle, State

ROLES = ("assessor", "second-assessor", "team-lead", "translator")
WHO_CHARS_MAX = 32


class Member(models.Model):
    """A person on the team that assesses a State in a cycle. `who` is their reference in the log; `left_at` ends it."""

    state = models.ForeignKey(State, models.PROTECT, related_name="team")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="teams")
    who = models.CharField(max_length=WHO_CHARS_MAX)
    role = models.CharField(max_length=16, choices=[(role, role) for role in ROLES])
    named_at = models.DateTimeField(auto_now_add=True)
    left_at = models.DateTimeField(null=True)

    class Meta:
        """One person is in one role on a team at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["state", "cycle", "who"], condition=Q(left_at__isnull=True), name="member_once_at_a_time"
            )
        ]
