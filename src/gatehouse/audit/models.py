"""The log's tables. Triggers keep them append-only, and give entries their numbers as they commit.

`record` puts entries into `Waiting`; a trigger that is deferred to the commit moves them to `Entry` under one lock,
so that numbers follow the order of commits, have no gap, and nothing that committed is ever without one.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Texts(models.Field):  # type: ignore[type-arg]  # takes none at run time
    """An array of texts. It is only set in SQL of our own."""

    def db_type(self, connection: object) -> str:
        """PostgreSQL's array type."""
        del connection  # there is one kind of database
        return "text[]"


class Waiting(models.Model):
    """Entries of a transaction that has not committed. A committed row is a fault: the numbering was switched off."""

    bodies = Texts()


class Entry(models.Model):
    """Leaf `number` of the log, from 0 and without gaps; `body` is its encoding, from which all else is read."""

    number = models.BigIntegerField(primary_key=True)
    body = models.TextField()

    class Meta:
        """Positions count from 0."""

        verbose_name_plural = "entries"
        constraints: ClassVar = [models.CheckConstraint(condition=Q(number__gte=0), name="audit_entry_from_zero")]


class Forgotten(models.Model):
    """The first `size` entries are forgotten: `edge` is their tree at that size, `note` the certificate, signed.

    Whoever has the tables can write one; it is believed only where a countersigned checkpoint has the same root.
    """

    size = models.BigIntegerField(unique=True)
    edge = models.BinaryField()
    note = models.TextField()


class Checkpoint(models.Model):
    """A note of the log at `size`, as signed or countersigned (two rows), and the edge of the tree at that size."""

    size = models.BigIntegerField(db_index=True)
    note = models.TextField(unique=True)
    edge = models.BinaryField()
