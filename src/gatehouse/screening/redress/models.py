"""Requests, what happened to them, who asked, and clearances. What names a person stands in `RequestPerson` alone."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class RedressRequest(models.Model):
    """One request: what it is about, where it stands, and its clock. Nothing here says who asked.

    `days` is what the law profile gave when it was received; `reminded` the last step that somebody was told of.
    `by_authority`: the supervisory authority asks for the person. `proved_by` is who found that they are who they say.
    """

    case = models.TextField(unique=True)
    kind = models.TextField()
    language = models.TextField()
    state = models.TextField()
    received = models.DateField()
    days = models.IntegerField()
    extended = models.BooleanField(default=False)
    reminded = models.TextField(null=True)
    by_authority = models.BooleanField(default=False)
    proved_by = models.TextField(null=True)
    outcome = models.TextField(null=True)
    opened_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Open ones are looked for by their clock."""

        indexes: ClassVar = [
            models.Index(fields=["received"], condition=Q(ended_at__isnull=True), name="redress_open_ones")
        ]


class RequestPerson(models.Model):
    """Who asks, what they say, what was verified, and the reasons that they were given.

    `names`, `birth_date` and `documents` (number and issuer) are the verified ones; empty until then. `number` is the
    redress number that was given.
    """

    request = models.OneToOneField(RedressRequest, models.PROTECT, primary_key=True)
    stated_name = models.TextField()
    address = models.JSONField(default=list)
    contact = models.TextField(default="")
    says = models.TextField(default="")
    names = models.TextField(default="")
    birth_date = models.TextField(default="")
    documents = models.JSONField(default=list)
    number = models.TextField(null=True, unique=True)
    reason = models.TextField(default="")


class RequestEvent(models.Model):
    """Something that happened to a request; event n of a request is never changed. `details` are references only."""

    request = models.ForeignKey(RedressRequest, models.PROTECT)
    number = models.IntegerField()
    at = models.DateTimeField(auto_now_add=True)
    event = models.TextField()
    state = models.TextField()
    actor = models.TextField()
    second = models.TextField(null=True)
    details = models.JSONField(default=dict)

    class Meta:
        """Events of a request are numbered from 1."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["request", "number"], name="redress_event_once")]


class Clearance(models.Model):
    """That the person of a request is not the listed one: keyed hashes of the verified identity (`clearing.Clearance`).

    It ends with a reason and is never changed otherwise.
    """

    request = models.ForeignKey(RedressRequest, models.PROTECT)
    list = models.TextField()
    entry_id = models.TextField()
    entry_evidence = models.CharField(max_length=64)
    birth_distinguishes = models.BooleanField()
    number = models.CharField(max_length=32)
    names = models.JSONField()
    birth = models.CharField(max_length=32)
    documents = models.JSONField()
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.TextField(null=True)

    class Meta:
        """Looked for by pair, for every candidate of that entry; a request clears a pair once."""

        indexes: ClassVar = [
            models.Index(fields=["list", "entry_id"], condition=Q(ended_at__isnull=True), name="redress_clearance_pair")
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["request", "list", "entry_id"], condition=Q(ended_at__isnull=True), name="redress_cleared_once"
            )
        ]


class RecipientNotice(models.Model):
    """That a recipient of a disclosure has to be told of a correction, an erasure or a clearance: an open task until a
    person sent it (`told_at`, `told_by`). `answer` is what the recipient did about it (`telling.Did`), as was heard.

    `given_at`, `under` and `parts` say of which disclosure, should the register have forgotten it. `changes` are the
    fields put right with what is right, `reason` what a person was told.
    """

    request = models.ForeignKey(RedressRequest, models.PROTECT)
    disclosure = models.TextField()
    recipient = models.TextField()
    why = models.TextField()
    given_at = models.DateTimeField(null=True)
    under = models.TextField(default="")
    parts = models.JSONField(default=list)
    changes = models.JSONField(default=dict)
    reason = models.TextField(default="")
    made_at = models.DateTimeField(auto_now_add=True)
    told_at = models.DateTimeField(null=True)
    told_by = models.TextField(null=True)
    answer = models.TextField(null=True)
    answer_at = models.DateTimeField(null=True)
    answer_by = models.TextField(null=True)


class RequestAttachment(models.Model):
    """A file that came with a request, as it was sent. Its name is its sender's and is not kept."""

    request = models.ForeignKey(RedressRequest, models.PROTECT)
    number = models.IntegerField()
    kind = models.TextField()
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        """Files of a request are numbered from 1."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["request", "number"], name="redress_attachment_once")]


class Draft(models.Model):
    """What one person wrote (an answer, a correction, an erasure) and a second one does or declines; `said` is what its
    form said.
    """

    class State(models.TextChoices):
        """`waiting` until a second person decides; `approved` is to be done by whoever owns the tables."""

        WAITING = "waiting"
        APPROVED = "approved"
        DONE = "done"
        DECLINED = "declined"

    request = models.ForeignKey(RedressRequest, models.PROTECT)
    what = models.TextField()
    said = models.JSONField()
    purpose = models.TextField()
    reference = models.TextField()
    state = models.TextField(choices=State.choices, default=State.WAITING)
    drafted_by = models.TextField()
    drafted_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.TextField(null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        """One waits at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request"], condition=Q(state="waiting"), name="redress_one_draft_waits")
        ]


class AskedFrom(models.Model):
    """How many requests came from a network address in an hour; the address is a keyed hash, kept for a day."""

    address = models.CharField(max_length=64)
    hour = models.DateTimeField()
    requests = models.IntegerField(default=0)

    class Meta:
        """One row for each address and hour."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["address", "hour"], name="redress_asked_from_once")]
