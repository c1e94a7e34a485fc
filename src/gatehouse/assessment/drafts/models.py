"""Drafts: one row for each form that a person has begun to fill."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

WHO_CHARS_MAX = 40
KEY_CHARS_MAX = 120


class Draft(models.Model):
    """What `who` typed in the form `key`: the values of each field, as a browser sent them."""

    who = models.CharField(max_length=WHO_CHARS_MAX)
    key = models.CharField(max_length=KEY_CHARS_MAX)
    typed = models.JSONField()
    kept_at = models.DateTimeField(auto_now=True)

    class Meta:
        """A person has one draft of a form."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["who", "key"], name="draft_once_of_a_form")]
