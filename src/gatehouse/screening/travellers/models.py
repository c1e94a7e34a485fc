"""Flight legs, bookings and travellers, with every statement that was made about them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from gatehouse.screening.intake.models import StoredMessage


class FlightLeg(models.Model):
    """One departure. `key` is carrier, number, suffix, origin and local date (`keys.leg_key`), times local ISO text.

    A message that does not say enough for a key gets a leg of its own (`identified` false), so that nobody on it is
    taken for somebody on another day's flight. `received_at` is when it was first told of.
    """

    key = models.TextField(unique=True)
    carrier = models.TextField(null=True)
    number = models.TextField(null=True)
    suffix = models.TextField(null=True)
    origin = models.TextField(null=True)
    destination = models.TextField(null=True)
    departs = models.TextField(null=True)
    arrives = models.TextField(null=True)
    identified = models.BooleanField()
    state = models.TextField()
    received_at = models.DateTimeField(db_default=Now())


class LegEvent(models.Model):
    """A message acted on a flight: the event and the state after it (`states.LEG`)."""

    leg = models.ForeignKey(FlightLeg, models.PROTECT)
    message = models.ForeignKey(StoredMessage, models.PROTECT)
    event = models.TextField()
    state = models.TextField()


class Booking(models.Model):
    """A PNR as it stands on one leg. `push` names the series or message that spoke of it last, `sent` when.

    `masked_at` is when the clock masked what its versions say (docs/retention.md).
    """

    leg = models.ForeignKey(FlightLeg, models.PROTECT)
    key = models.TextField()
    locator = models.TextField(null=True, db_index=True)
    state = models.TextField()
    push = models.TextField()
    sent = models.TextField(null=True)
    masked_at = models.DateTimeField(null=True)

    class Meta:
        """A PNR is on a leg once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["leg", "key"], name="booking_once")]


class BookingVersion(models.Model):
    """What one message said of a booking; its versions are its rows in the order of `id`."""

    booking = models.ForeignKey(Booking, models.PROTECT)
    message = models.ForeignKey(StoredMessage, models.PROTECT)
    payload = models.JSONField()
    superseded = models.BooleanField()


class Traveller(models.Model):
    """A person on a leg, in their present state (`states.TRAVELLER`). Names and birth date are for display only.

    `masked_at` is when the clock masked what is held on them: then the names are gone here as well.
    """

    leg = models.ForeignKey(FlightLeg, models.PROTECT)
    state = models.TextField()
    role = models.TextField()
    surname = models.TextField(null=True)
    given_names = models.TextField(null=True)
    birth_date = models.TextField(null=True)
    masked_at = models.DateTimeField(null=True)

    class Meta:
        """Who is not masked yet is looked for by leg."""

        indexes: ClassVar = [
            models.Index(fields=["leg"], condition=Q(masked_at__isnull=True), name="traveller_unmasked")
        ]


class TravellerRecord(models.Model):
    """What one message said of one traveller: `payload` is the whole `terms.Traveller`, segments are ordinals.

    `key` is the person's key in its source (`api` or `pnr`); its versions are its rows in the order of `id`, and one of
    them at most is not superseded. A `mention` (a close or cancel message that only names somebody) supersedes nothing.
    """

    traveller = models.ForeignKey(Traveller, models.PROTECT)
    leg = models.ForeignKey(FlightLeg, models.PROTECT)
    booking = models.ForeignKey(Booking, models.PROTECT, null=True, db_index=False)
    message = models.ForeignKey(StoredMessage, models.PROTECT, db_index=False)
    position = models.IntegerField()
    source = models.TextField()
    kind = models.TextField()
    key = models.TextField()
    push = models.TextField()
    sent = models.TextField(null=True)
    superseded = models.BooleanField()
    payload = models.JSONField()
    first_segment = models.IntegerField()
    last_segment = models.IntegerField()

    class Meta:
        """Each traveller of a message is stored once, and one statement of each key is the current one."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["message", "position"], name="record_once"),
            models.UniqueConstraint(fields=["leg", "key"], condition=Q(superseded=False), name="record_current_once"),
        ]
        # Masking takes the booking away from a statement, so that the index holds only what is young.
        indexes: ClassVar = [
            models.Index(fields=["booking"], condition=Q(booking__isnull=False), name="record_of_booking")
        ]


class RecordJoin(models.Model):
    """An API statement and a PNR statement taken for the same person: on what evidence, and where they conflict."""

    leg = models.ForeignKey(FlightLeg, models.PROTECT)
    traveller = models.ForeignKey(Traveller, models.PROTECT)
    message = models.ForeignKey(StoredMessage, models.PROTECT, db_index=False)
    api_key = models.TextField()
    pnr_key = models.TextField()
    evidence = models.JSONField()
    conflicts = models.JSONField()
