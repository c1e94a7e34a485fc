"""Jobs whose last try failed: how often, by what and where, and what an operator decided about those given up."""

from __future__ import annotations

from django.db import models


class Trouble(models.Model):
    """A job that failed at least once and is not done. `number` is what it is about, `job` its own number.

    `error` is the class of what failed and `place` the line of Gatehouse's own code: what it said may hold a value of
    somebody's, and is not kept.
    """

    class State(models.TextChoices):
        """`retrying`: another try comes by itself; `given-up`: a person decides; `dismissed`: it stays undone."""

        RETRYING = "retrying"
        GIVEN_UP = "given-up"
        DISMISSED = "dismissed"

    job = models.BigIntegerField(unique=True)
    kind = models.TextField()
    number = models.BigIntegerField(null=True)
    tries = models.IntegerField(default=0)
    error = models.TextField(default="")
    place = models.TextField(default="")
    first_at = models.DateTimeField(auto_now_add=True)
    last_at = models.DateTimeField(auto_now=True)
    state = models.TextField(choices=State.choices, default=State.RETRYING, db_index=True)
    decided_by = models.TextField(null=True)
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(default="")
