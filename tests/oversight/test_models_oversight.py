"""A period is there once, whatever the code around it does."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from gatehouse.oversight.models import Snapshot


@pytest.mark.usefixtures("database")
def test_a_period_is_reported_once() -> None:
    values = {"begins": dt.date(2026, 1, 1), "ends": dt.date(2026, 1, 31), "body": "{}", "sha256": "0", "taken_by": "x"}
    Snapshot.objects.create(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        Snapshot.objects.create(**values)
