"""The assessed States, and the cycles in which they are assessed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gatehouse.assessment.states.cycle_states import CycleState
from gatehouse.assessment.states.state_code import CODE_CHARS_MAX, is_fictitious


class State(models.Model):
    """A State that is assessed: its code, its short names, and the code of the region in whose tables it counts."""

    code = models.CharField(max_length=CODE_CHARS_MAX, unique=True)
    name_en = models.TextField()
    name_zh = models.TextField()
    region = models.SlugField(max_length=48)

    class Meta:
        """A code has one of two shapes (`state_code`)."""

        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(code__regex=r"^([A-Z]{3}|X-[A-Z]{2})$"), name="assessed_state_code")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name_en}"

    @property
    def fictitious(self) -> bool:
        """Whether it is a State of a demonstration."""
        return is_fictitious(self.code)

    def name_in(self, language: str) -> str:
        """Its short name in a language; English where there is none in it."""
        return self.name_zh if language.startswith("zh") else self.name_en


class Cycle(models.Model):
    """A round of assessment, the same for all States: from the day it begins to the day it ends, both included."""

    name = models.CharField(max_length=80, unique=True)
    begins = models.DateField()
    ends = models.DateField()
    state = models.CharField(
        max_length=8, default=CycleState.PLANNED.value, choices=[(each.value, each.value) for each in CycleState]
    )

    class Meta:
        """No cycle ends before it begins."""

        ordering: ClassVar = ["begins", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(ends__gte=F("begins")), name="cycle_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return self.name
