"""The database holds what the state tables promise."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from gatehouse.screening.redress.models import RequestEvent, RequestPerson


def test_an_event_and_a_redress_number_are_there_once(opened_case) -> None:
    event = RequestEvent.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        RequestEvent.objects.create(request=event.request, number=1, event="x", state="x", actor="account:1")
    RequestPerson.objects.update(number="ABCDEFGHJK")
    assert opened_case
