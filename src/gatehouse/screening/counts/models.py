"""What is kept of the counts: how good a carrier's messages of a day were. Nobody's data."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class CarrierDay(models.Model):
    """The messages of one type that a carrier's flights brought on a day (UTC of receipt); `carrier` blank: not known.

    `missing`, `syntax`, `lost` and `content` count messages with a fault of the kind. `codes` counts messages by the
    finding's code. `timing` counts messages by how long before departure they came (`timing.BANDS`).
    """

    day = models.DateField()
    carrier = models.TextField(blank=True)
    type = models.TextField()
    messages = models.PositiveIntegerField()
    travellers = models.PositiveIntegerField()
    repeats = models.PositiveIntegerField()
    missing = models.PositiveIntegerField()
    syntax = models.PositiveIntegerField()
    lost = models.PositiveIntegerField()
    content = models.PositiveIntegerField()
    codes = models.JSONField(default=dict)
    timing = models.JSONField(default=dict)
    counted_at = models.DateTimeField(auto_now=True)

    class Meta:
        """A day is counted once for each carrier and type."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["day", "carrier", "type"], name="carrier_day_once")]
