"""Items of evidence, their files, and their custody events. Rows are added only."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gatehouse.assessment.states.models import Cycle, State


class Item(models.Model):
    """An item of evidence about a State in a cycle, for obligations and, where it answers one, a question.

    `sha256` is of the file, or of the words where there is no file. `from_the_state` says who brought it.
    """

    state = models.ForeignKey(State, models.PROTECT, related_name="+")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    title = models.CharField(max_length=200)
    told = models.TextField(blank=True)
    source = models.CharField(max_length=200, blank=True)
    reference = models.CharField(max_length=200, blank=True)
    dated = models.DateField(null=True)
    obligations = models.JSONField(default=list)
    question = models.CharField(max_length=48, blank=True)
    number = models.JSONField(null=True)
    sha256 = models.CharField(max_length=64)
    file_name = models.CharField(max_length=200, blank=True)
    from_the_state = models.BooleanField()
    added_by = models.CharField(max_length=40)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Read by State and cycle."""

        indexes: ClassVar = [models.Index(fields=["state", "cycle"], name="evidence_of_state")]


class File(models.Model):
    """The bytes of an item, as they came."""

    item = models.OneToOneField(Item, models.PROTECT)
    content = models.BinaryField()


class CustodyEvent(models.Model):
    """One event of an item's chain (`custody.Event`)."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="custody")
    number = models.IntegerField()
    deed = models.CharField(max_length=12)
    by = models.CharField(max_length=40)
    to = models.CharField(max_length=40)
    at = models.DateTimeField()
    sha256 = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        """A chain has one event of each number."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["item", "number"], name="custody_event_once")]
