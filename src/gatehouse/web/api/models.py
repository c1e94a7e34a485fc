"""Clients of the API, their tokens, how much they ask, and receipts of what they handed in."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from gatehouse.screening.intake.models import Transmission
from gatehouse.web.accounts.models import Account


class Client(models.Model):
    """A program that acts as `account` in `role`. `is_personal`: the account is a person's, who answers for its acts.

    `scopes` are parts of the API (`clients.Scope`); `per_minute` is how many requests are answered in a minute.
    """

    name = models.CharField(max_length=40, unique=True)
    account = models.ForeignKey(Account, models.PROTECT)
    role = models.CharField(max_length=32)
    scopes = models.JSONField()
    per_minute = models.PositiveIntegerField()
    is_personal = models.BooleanField()
    made_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)


class Token(models.Model):
    """A secret of a client, by its SHA-256: it has 256 random bits, so that nobody finds it from that."""

    client = models.ForeignKey(Client, models.PROTECT)
    sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()


class Asked(models.Model):
    """How often a client asked within one minute: one row for each client, begun anew with each minute."""

    client = models.OneToOneField(Client, models.PROTECT, primary_key=True)
    minute = models.BigIntegerField()
    count = models.PositiveIntegerField()


class Receipt(models.Model):
    """What a client handed in. The same sender, reference and bytes again are the same receipt.

    The bytes are told from others by what is held of them: by then what is sensitive was taken out.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    client = models.ForeignKey(Client, models.PROTECT)
    sender = models.CharField(max_length=35)
    reference = models.CharField(max_length=64)
    transmission = models.ForeignKey(Transmission, models.PROTECT)
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """One receipt for one thing handed in."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["client", "sender", "reference", "transmission"], name="receipt_once")
        ]
