"""Lists, the versions of each, and the versions of every entry."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class WatchList(models.Model):
    """A list by its short name (`UN-SC`, `OFAC-SDN` …)."""

    name = models.TextField(unique=True)


class ListVersion(models.Model):
    """One file of a list, loaded. `effective` is the day it was published, or loaded where the file does not say.

    `id` grows over all lists, so that one number says what the whole set of lists was when somebody was screened.
    """

    watchlist = models.ForeignKey(WatchList, models.PROTECT)
    number = models.IntegerField()
    file_name = models.TextField()
    sha256 = models.CharField(max_length=64)
    published = models.TextField(null=True)
    effective = models.DateField()
    loaded_at = models.DateTimeField(auto_now_add=True)
    entries = models.IntegerField()
    added = models.IntegerField()
    changed = models.IntegerField()
    removed = models.IntegerField()
    skipped = models.IntegerField()
    findings = models.JSONField(default=list)

    class Meta:
        """Versions of a list are numbered from 1."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["watchlist", "number"], name="list_version_once")]


class EntryVersion(models.Model):
    """An entry as it stood from the day `valid_from` until, and not on, the day `valid_to` (null: it still stands)."""

    watchlist = models.ForeignKey(WatchList, models.PROTECT)
    entry_id = models.TextField(db_index=True)
    content_hash = models.CharField(max_length=64)
    payload = models.JSONField()
    first_version = models.ForeignKey(ListVersion, models.PROTECT, related_name="begun")
    last_version = models.ForeignKey(ListVersion, models.PROTECT, related_name="ended", null=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        """An entry stands in one version at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["watchlist", "entry_id"], condition=Q(last_version__isnull=True), name="entry_current_once"
            )
        ]
