"""The register: what was given to whom, on whose word. Nothing here names a person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatehouse.cooperation.disclosures.disclosure import State


class Disclosure(models.Model):
    """One disclosure. `subject` is what it was of, as the log refers to it (`hit:12`); `traveller` whose data it was.

    `recipient` is a code of the law profile. The traveller is a number and no reference of the database: the row stays
    when they are erased, so that it is known whom to tell.
    """

    state = models.TextField(choices=[(one.value, one.value) for one in State])
    recipient = models.TextField()
    subject = models.TextField()
    traveller = models.BigIntegerField()
    parts = models.JSONField()
    purpose = models.TextField()
    reference = models.TextField()
    asked_by = models.TextField()
    asked_unit = models.TextField(null=True)
    asked_at = models.DateTimeField()
    decided_by = models.TextField(null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        """Looked for by whose it was, and by what waits."""

        indexes: ClassVar = [
            models.Index(fields=["traveller"], name="disclosure_of_traveller"),
            models.Index(fields=["asked_at"], condition=Q(state="asked"), name="disclosure_waits"),
        ]
