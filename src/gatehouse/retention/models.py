"""What retention keeps itself: keys, the vault, holds, requests to unmask, notices, and what its runs did."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class MasterKeyInForce(models.Model):
    """From `since` on, data keys are wrapped by the master key of this fingerprint, until the next row."""

    fingerprint = models.CharField(max_length=32)
    since = models.DateTimeField(auto_now_add=True)


class DataKey(models.Model):
    """A key that seals what belongs together, wrapped by a master key. Erased, `wrapped` is null for ever.

    `scope` and `name` say what for: a receipt day, a flight day, or one record that outlives its day.
    """

    class Scope(models.TextChoices):
        """What one key is for."""

        RECEIPT_DAY = "receipt-day"
        FLIGHT_DAY = "flight-day"
        KEPT = "kept"

    scope = models.TextField(choices=Scope.choices)
    name = models.TextField()
    wrapped = models.BinaryField(null=True)
    master = models.CharField(max_length=32)
    made_at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        """One living key for each name; an erased one never comes back, a new one may follow it."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["scope", "name"], condition=Q(erased_at__isnull=True), name="data_key_living_once"
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True, wrapped__isnull=False)
                | Q(erased_at__isnull=False, wrapped__isnull=True),
                name="data_key_erased_is_gone",
            ),
        ]


class VaultItem(models.Model):
    """What masking removed from everything that is held on one `owner` (traveller or booking), sealed."""

    owner_kind = models.TextField()
    owner = models.BigIntegerField()
    key = models.ForeignKey(DataKey, models.PROTECT)
    sealed = models.BinaryField()

    class Meta:
        """Items are asked for by owner. Masking twice (data came late) makes a second one."""

        indexes: ClassVar = [models.Index(fields=["owner_kind", "owner"], name="vault_of_owner")]


class Hold(models.Model):
    """A legal hold: the case that `case` names keeps its travellers' data until `until`, whatever the clocks say."""

    case = models.TextField()
    reason = models.TextField()
    placed_by = models.TextField()
    second = models.TextField()
    placed_at = models.DateTimeField(auto_now_add=True)
    until = models.DateField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.TextField(null=True)
    ended_why = models.TextField(default="", db_default="")


class HoldRequest(models.Model):
    """A hold that one person asks for, `travellers` by their numbers, until another has decided it.

    `reference` and `purpose` are those under which it was asked for, `unit` the asker's; `hold` is what came of it.
    """

    class State(models.TextChoices):
        """`open` until it is decided."""

        OPEN = "open"
        PLACED = "placed"
        REFUSED = "refused"
        WITHDRAWN = "withdrawn"

    case = models.TextField()
    travellers = models.JSONField()
    until = models.DateField()
    why = models.TextField()
    purpose = models.TextField()
    reference = models.TextField()
    asked_by = models.TextField()
    unit = models.TextField(null=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    state = models.TextField(choices=State.choices, default=State.OPEN)
    decided_by = models.TextField(null=True)
    decided_at = models.DateTimeField(null=True)
    decision = models.TextField(blank=True)
    hold = models.ForeignKey(Hold, models.PROTECT, null=True)


class HeldTraveller(models.Model):
    """A traveller whom a hold keeps. It is a number only: the hold says nothing of the person."""

    hold = models.ForeignKey(Hold, models.PROTECT)
    traveller = models.BigIntegerField(db_index=True)

    class Meta:
        """A hold names a traveller once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["hold", "traveller"], name="held_once")]


class UnmaskRequest(models.Model):
    """Somebody asks to see masked data again: for which purpose and reference; who approved it, until when."""

    class State(models.TextChoices):
        """`open` until another person decides."""

        OPEN = "open"
        APPROVED = "approved"
        REFUSED = "refused"

    owner_kind = models.TextField()
    owner = models.BigIntegerField()
    purpose = models.TextField()
    reference = models.TextField()
    requested_by = models.TextField()
    requested_at = models.DateTimeField(auto_now_add=True)
    state = models.TextField(choices=State.choices, default=State.OPEN)
    decided_by = models.TextField(null=True)
    begins_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)


class Notice(models.Model):
    """The data protection officer is told of an unmasking: asked for, decided, or opened."""

    request = models.ForeignKey(UnmaskRequest, models.PROTECT)
    event = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(null=True)


class Run(models.Model):
    """One run of the clocks: as of which day, under which law profile (SHA-256). `forget_due`: caches still to go."""

    as_of = models.DateField()
    law = models.CharField(max_length=64)
    mode = models.TextField()
    started_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)
    forget_due = models.BooleanField(default=False)


class Step(models.Model):
    """What one transaction of a run did: counts by table, and the references of whose data it was, as ranges."""

    run = models.ForeignKey(Run, models.PROTECT)
    act = models.TextField()
    day = models.DateField(null=True)
    counts = models.JSONField()
    references = models.TextField()
    at = models.DateTimeField(auto_now_add=True)


class Certificate(models.Model):
    """A certificate of erasure as it was signed: the body, one line of JSON, and the note that signs its hash."""

    run = models.ForeignKey(Run, models.PROTECT)
    body = models.TextField()
    note = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)
