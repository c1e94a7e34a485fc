"""Translations and their approvals. Rows are added only; the database refuses to change or delete one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Translation(models.Model):
    """The words of the piece `ref` that have the hash `of` (SHA-256) in another language; the newest of them stands."""

    ref = models.CharField(max_length=48)
    of = models.CharField(max_length=64)
    language = models.CharField(max_length=16)
    text = models.TextField()
    by = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Translations are looked for by their piece."""

        indexes: ClassVar = [models.Index(fields=["ref", "language"], name="translation_of_piece")]


class Approval(models.Model):
    """Another person's word that a translation says what the words say: reports use it from then on."""

    translation = models.OneToOneField(Translation, models.PROTECT, related_name="approval")
    by = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)
