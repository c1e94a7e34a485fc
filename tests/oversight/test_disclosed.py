"""Those who supervise see what was given, on whose word, and who was told since; nothing of the person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone

from gatehouse.cooperation.disclosures.models import Disclosure
from gatehouse.oversight.disclosed import disclosed
from gatehouse.records import RefusedError
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.redress.models import RecipientNotice, RedressRequest


def test_a_disclosure_with_the_notices_that_followed(database: Path, supervisor: Callable) -> None:
    del database
    one = Disclosure.objects.create(
        state="made", recipient="neighbour", subject="hit:3", traveller=7, parts=["identity"], purpose="screening",
        reference="C-1", asked_by="account:2", asked_at=timezone.now(), decided_by="account:3",
        decided_at=timezone.now(),
    )  # fmt: skip
    request = RedressRequest.objects.create(
        case="RR-2026-000001", kind="confusion", language="en", state="answered", received=dt.date(2026, 11, 1), days=30
    )
    RecipientNotice.objects.create(
        request=request, disclosure=f"disclosure:{one.pk}", recipient="neighbour", why="corrected", changes={"sex": "F"}
    )
    [found] = disclosed(supervisor(), 10)
    assert (found.row.recipient, found.row.asked_by, found.row.second) == ("neighbour", "account:2", "account:3")
    assert [(word.case, word.why, word.told_at) for word in found.words] == [("RR-2026-000001", "corrected", None)]
    with pytest.raises(RefusedError):
        disclosed(supervisor(Role.ANALYST), 10)
