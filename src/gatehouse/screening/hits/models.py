"""Hits and their earlier explanations."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gatehouse.screening.intake.models import StoredMessage
from gatehouse.screening.travellers.models import FlightLeg, Traveller
from gatehouse.screening.watchlists.models import ListVersion


class Hit(models.Model):
    """A traveller beside a list entry, waiting for a person. `score` in [0, 1]; `explanation` is complete.

    `list_version` is the version of the list that the score was made with (null when the list was given for one run
    only); `source` (api or pnr) is which statement it was made from. `threshold` is that of the list when it was made
    (null: made before thresholds were kept); `left_out` the words of `LeftOut` for what that search did not look at.
    """

    class State(models.TextChoices):
        """`entry-removed`, `entry-changed`: the list took away what the hit stood on. `weakened`: what was told later
        of the traveller speaks against it. A person still decides. `silent`: redress found the traveller to be another
        person, and the explanation says in which case.
        """

        OPEN = "open"
        WEAKENED = "weakened"
        ENTRY_REMOVED = "entry-removed"
        ENTRY_CHANGED = "entry-changed"
        SILENT = "silent"

    traveller = models.ForeignKey(Traveller, models.PROTECT)
    leg = models.ForeignKey(FlightLeg, models.PROTECT)
    list = models.TextField()
    entry_id = models.TextField()
    entry_name = models.TextField()
    state = models.TextField(choices=State.choices)
    score = models.FloatField()
    explanation = models.JSONField()
    source = models.TextField()
    engine = models.TextField()
    list_version = models.ForeignKey(ListVersion, models.PROTECT, null=True)
    first_message = models.ForeignKey(StoredMessage, models.PROTECT, related_name="hits_begun")
    last_message = models.ForeignKey(StoredMessage, models.PROTECT, related_name="hits_updated")
    version = models.IntegerField()
    threshold = models.FloatField(null=True)
    left_out = models.TextField(default="", db_default="")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        """One hit for each traveller, leg and entry."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["traveller", "leg", "list", "entry_id"], name="hit_once")
        ]
        indexes: ClassVar = [models.Index(fields=["list", "entry_id"], name="hit_of_entry")]


class HitVersion(models.Model):
    """What a hit said at one time; version n of a hit is never changed."""

    hit = models.ForeignKey(Hit, models.PROTECT)
    version = models.IntegerField()
    state = models.TextField()
    score = models.FloatField()
    explanation = models.JSONField()
    engine = models.TextField()
    list_version = models.ForeignKey(ListVersion, models.PROTECT, null=True)
    message = models.ForeignKey(StoredMessage, models.PROTECT)
    threshold = models.FloatField(null=True)
    left_out = models.TextField(default="", db_default="")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Versions of a hit are numbered from 1."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["hit", "version"], name="hit_version_once")]


class ThresholdsUsed(models.Model):
    """The thresholds that travellers were screened with from `since` on, until the next row."""

    default = models.FloatField()
    lists = models.JSONField()
    since = models.DateTimeField(auto_now_add=True)
