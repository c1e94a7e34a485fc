"""Lists, the versions of each, and the versions of every entry."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class WatchList(models.Model):
    """A list by its short name (`UN-SC`, `OFAC-SDN` …).

    `kept_here`: its entries are proposed and approved in this installation, and no file is loaded into it.
    """

    name = models.TextField(unique=True)
    kept_here = models.BooleanField(default=False, db_default=False)


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


class Proposal(models.Model):
    """A change of a list that is kept here, and how far it is. Nothing in it says who the person is.

    `entry_version` is what it led to. `is_child` is true where the person may be one on the day of the proposal.
    """

    watchlist = models.ForeignKey(WatchList, models.PROTECT)
    entry_id = models.TextField()
    kind = models.TextField()
    state = models.TextField()
    proposed_by = models.TextField()
    proposed_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.TextField(null=True)
    decided_at = models.DateTimeField(null=True)
    review_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)
    is_child = models.BooleanField()
    best_interests_ref = models.TextField(null=True)
    entry_version = models.ForeignKey(EntryVersion, models.PROTECT, null=True)

    class Meta:
        """Of each entry one change waits at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["watchlist", "entry_id"], condition=Q(state="proposed"), name="proposal_waits_once"
            )
        ]


class ProposalContent(models.Model):
    """Whom a proposal is about and why, as proposed; `decision_reason` is what whoever decided wrote."""

    proposal = models.OneToOneField(Proposal, models.PROTECT, primary_key=True)
    payload = models.JSONField()
    legal_basis = models.TextField()
    criterion = models.TextField()
    evidence_ref = models.TextField()
    reason = models.TextField()
    reference = models.TextField()
    decision_reason = models.TextField(default="")
