"""Those who supervise see every case, also one of which nobody is left; nobody else does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone

from gatehouse.cooperation.cases.models import Case


@pytest.mark.usefixtures("database")
def test_what_stays_of_a_case_is_shown(run: Callable) -> None:
    now = timezone.now()
    Case.objects.create(kind="border", opened_at=now, closed_at=now, outcome="handed-over", erased_at=now)
    [row] = run("oversight", "cases", "--json").json()
    assert (row["kind"], row["outcome"], row["hits"]) == ("border", "handed-over", 0)
    assert "handed-over" in run("oversight", "cases").out
    assert run("oversight", "cases", "--role", "analyst").status == 2
