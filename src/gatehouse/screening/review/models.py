"""Where each hit stands with people, what was done to it, and what is remembered of decided pairs."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatehouse.screening.hits.models import Hit
from gatehouse.screening.travellers.models import FlightLeg


class Review(models.Model):
    """A hit in the hands of people. `version` is the number of its last act; `due` the departure in UTC.

    `list` and `score` repeat the hit's, so that the queue is filtered and ordered without opening a hit. `unit` is null
    where the hit is everybody's. `earlier` is the act of another hit by which the pair was cleared before.
    `confirmed_by` is the first of the two who confirmed it, while that stands.
    """

    hit = models.OneToOneField(Hit, models.PROTECT, primary_key=True)
    leg = models.ForeignKey(FlightLeg, models.PROTECT)
    list = models.TextField()
    score = models.FloatField()
    state = models.TextField()
    waiting = models.BooleanField()
    due = models.DateTimeField()
    unit = models.TextField(null=True)
    assignee = models.TextField(null=True)
    version = models.IntegerField(default=0)
    confirmed_by = models.TextField(null=True)
    earlier = models.ForeignKey("Act", models.PROTECT, null=True, related_name="silenced")
    since = models.DateTimeField()

    class Meta:
        """The queue is those that wait, soonest departure first; an index of its own however many were decided."""

        indexes: ClassVar = [
            models.Index(
                fields=["due", "hit"],
                condition=Q(waiting=True),
                include=["state", "list", "score", "unit", "assignee"],
                name="review_queue",
            ),
            models.Index(fields=["score", "hit"], condition=Q(waiting=True), name="review_queue_strength"),
            models.Index(fields=["assignee", "due"], condition=Q(waiting=True), name="review_queue_assignee"),
        ]


class Act(models.Model):
    """One thing that was done to a hit, by somebody or, for `states.MACHINES`, by the machine. Never changed.

    `actor` and `to` are references (`account:12`, `machine:review`). `seen` is the version of the hit that was looked
    at. `answers` is the act of another person that this one agrees or disagrees with; `rule` and `provision` are the
    kernel's.
    """

    review = models.ForeignKey(Review, models.PROTECT)
    number = models.IntegerField()
    event = models.TextField()
    state = models.TextField()
    at = models.DateTimeField()
    actor = models.TextField()
    role = models.TextField()
    unit = models.TextField(null=True)
    purpose = models.TextField()
    reference = models.TextField(null=True)
    reason = models.TextField(default="", db_default="")
    text = models.TextField(default="", db_default="")
    to = models.TextField(null=True)
    seen = models.IntegerField(null=True)
    answers = models.ForeignKey("self", models.PROTECT, null=True, db_index=False)
    rule = models.TextField(default="", db_default="")
    provision = models.TextField(default="", db_default="")

    class Meta:
        """The acts on a hit are numbered from 1, and no two have one number: of two at once, one comes too late."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["review", "number"], name="review_act_once")]


class Memory(models.Model):
    """What a decision said of a pair, for the next time it comes: keyed hashes, no name and no number in clear.

    `evidence` are the hashes of what was compared of the traveller, `entry_evidence` that of the entry. It is in force
    until `ended_at`.
    """

    act = models.ForeignKey(Act, models.PROTECT)
    answer = models.TextField()
    list = models.TextField()
    entry_id = models.TextField()
    entry_evidence = models.CharField(max_length=64)
    evidence = models.JSONField()
    ended_at = models.DateTimeField(null=True)


class PairKey(models.Model):
    """A keyed hash by which a remembered pair is found again: list, entry and one document number."""

    memory = models.ForeignKey(Memory, models.CASCADE)
    key = models.CharField(max_length=32, db_index=True)


class SavedView(models.Model):
    """A queue view that somebody named: `query` is the view's part of an address."""

    owner = models.TextField()
    name = models.TextField()
    query = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A name stands for one view of its owner."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["owner", "name"], name="saved_view_once")]
