"""What was received: transmissions with their bytes, messages, and the series that parts belong to."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatehouse.retention.models import DataKey


class BigIntegers(models.Field):  # type: ignore[type-arg]  # takes none at run time
    """An array of 64-bit numbers. It is only asked and set in SQL of our own."""

    def db_type(self, connection: object) -> str:
        """PostgreSQL's array type."""
        del connection  # there is one kind of database
        return "bigint[]"


class Transmission(models.Model):
    """One file received. The same bytes again are the same transmission; `messages_done` of its messages are stored.

    `sha256` is of the bytes that are held, from which everything sensitive was taken out. When the clock has erased
    them (`erased_at`), it is a keyed hash of that one, by which the same file is still known when it comes again.

    `touches` are the keys of what its messages act on (`claims.touch_keys`), once it is read and until it is finished.
    """

    class State(models.TextChoices):
        """How far the work on it has gone.

        `received`: some of it is still to be done; `quarantined`: it cannot be read on, `error` says why. `troubled`:
        the work on it failed, is tried again by itself, and no other file waits for it; `failed`: it was given up.
        """

        RECEIVED = "received"
        TROUBLED = "troubled"
        FAILED = "failed"
        SCREENED = "screened"
        QUARANTINED = "quarantined"

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.TextField()
    channel = models.TextField()
    size = models.BigIntegerField()
    received_at = models.DateTimeField(auto_now_add=True)
    state = models.TextField(choices=State.choices, default=State.RECEIVED, db_index=True)
    messages_done = models.IntegerField(default=0)
    error = models.TextField(blank=True)
    touches = BigIntegers(null=True)
    erased_at = models.DateTimeField(null=True)


class Replacement(models.Model):
    """A file that took the place of one that could not be read on: both stay on record.

    `decided_by` is whoever handed it in (`account:12`), `reason` what an operator wrote.
    """

    replaced = models.OneToOneField(Transmission, models.PROTECT, related_name="replaced_by")
    replacement = models.ForeignKey(Transmission, models.PROTECT, related_name="replaces")
    decided_by = models.TextField()
    decided_at = models.DateTimeField(auto_now_add=True)
    reason = models.TextField(blank=True)


class RemovalCount(models.Model):
    """How many sensitive values were taken out on a day (UTC), by trait. Nothing says of which file or traveller."""

    day = models.DateField()
    trait = models.TextField()
    count = models.BigIntegerField()

    class Meta:
        """A day has one count for each trait."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["day", "trait"], name="removal_once")]


class RawChunk(models.Model):
    """A part of a transmission's bytes, deflated (zlib) and sealed. Chunk n begins at byte n × `content.CHUNK_BYTES`.

    `key` is the data key that seals it; none for what an earlier version stored in clear.
    """

    transmission = models.ForeignKey(Transmission, models.PROTECT)
    number = models.IntegerField()
    data = models.BinaryField()
    key = models.ForeignKey(DataKey, models.PROTECT, null=True)

    class Meta:
        """One chunk for each place."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["transmission", "number"], name="chunk_once")]


class Series(models.Model):
    """The parts of one list or push (UNH S010). It is never waited for: `complete` only says that all parts came.

    `base` is who sends what about which flight; a sender that uses the same base again begins a new `generation`.
    """

    base = models.TextField()
    generation = models.IntegerField()
    parts = models.JSONField(default=list)
    last_part = models.IntegerField(null=True)
    complete = models.BooleanField(default=False)
    first_received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A base and generation name one series."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["base", "generation"], name="series_once")]


class StoredMessage(models.Model):
    """One message of a transmission: bytes `begin` to `end`, what it said of itself, and what was wrong with it.

    `list_state` is the newest list version that its travellers were screened with.
    """

    class State(models.TextChoices):
        """`duplicate`: an exact repeat, which acts once; `set-aside`: of a type that says nothing about travellers."""

        SCREENED = "screened"
        DUPLICATE = "duplicate"
        SET_ASIDE = "set-aside"

    transmission = models.ForeignKey(Transmission, models.PROTECT)
    index = models.IntegerField()
    begin = models.BigIntegerField()
    end = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.TextField(choices=State.choices)
    type = models.TextField(null=True)
    version = models.TextField(null=True)
    function = models.TextField(null=True)
    function_code = models.TextField(null=True)
    sender = models.TextField(null=True)
    recipient = models.TextField(null=True)
    sent = models.TextField(null=True)
    control_reference = models.TextField(null=True)
    reference = models.TextField(null=True)
    series = models.ForeignKey(Series, models.PROTECT, null=True)
    part = models.IntegerField(null=True)
    travellers = models.IntegerField()
    findings = models.JSONField(default=list)
    list_state = models.BigIntegerField(default=0, db_index=True)

    class Meta:
        """A place in a file holds one message, and an exact repeat (sender, UNB 0020, bytes) acts once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["transmission", "index"], name="message_once"),
            models.UniqueConstraint(
                fields=["sha256", "sender", "control_reference"],
                condition=~Q(state="duplicate"),
                nulls_distinct=False,
                name="message_acts_once",
            ),
        ]
