"""The register of cases, and apart from it whom they are about."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Case(models.Model):
    """A case: its number, kind, dates and outcome. Nothing here refers to a person, and so it stays.

    `erased_at` is when what led to somebody went.
    """

    kind = models.TextField()
    unit = models.TextField(null=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, db_index=True)
    outcome = models.TextField(null=True)
    erased_at = models.DateTimeField(null=True)


class Member(models.Model):
    """That a case is about a hit and its traveller, by number; who opened and closed it. Erased by its clock."""

    case = models.ForeignKey(Case, models.PROTECT)
    hit = models.BigIntegerField()
    traveller = models.BigIntegerField()
    reference = models.TextField()
    opened_by = models.TextField()
    closed_by = models.TextField(null=True)

    class Meta:
        """A hit is in one case; travellers are looked for by the clocks."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["hit"], name="case_of_hit_once")]
        indexes: ClassVar = [models.Index(fields=["traveller"], name="case_of_traveller")]
