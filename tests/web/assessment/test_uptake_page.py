"""A body says what it took up on the page of a shared recommendation; the register and the half-years show it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.test import Client
from django.utils import timezone

from gatehouse.assessment.follow_up.models import Uptake
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.assessment.uptake import half_years


def test_uptake_is_recorded_and_counted(scene: object, browser: Callable[..., Client]) -> None:
    told = {"text": "Staff both posts.", "obligation": "2396-2", "priority": 1, "obstacle": "none", "number": 1}
    more = {"stage": "open", "shared_at": timezone.now(), "drafted_by": "account:900"}
    row = Recommendation.objects.create(state=scene.state, cycle=scene.cycle, **told, **more)
    donor, home = browser(Role.DONOR), f"/recommendations/{row.pk}/"
    today = timezone.now().date().isoformat()
    said = {"body": "UNOCT", "programme": "Borders", "status": "partly", "on": today}
    refused = donor.post(f"{home}uptake/", said)
    assert refused.status_code == 400, "why it was not taken up in whole has to be said"
    assert "UNOCT" in refused.content.decode()
    assert donor.post(f"{home}uptake/", said | {"reason": "no means this year"}).status_code == 302
    assert scene.focal.post(f"{home}uptake/", said).status_code == 403
    assert Uptake.objects.count() == 1
    shown = donor.get("/recommendations/uptake/?body=UNOCT").context
    assert [one.body for one, _word in shown["rows"]] == ["UNOCT"]
    assert (shown["halves"][-1].shared, shown["halves"][-1].taken) == (1, 1)
    assert scene.focal.get("/recommendations/uptake/").status_code == 403


def test_half_years_end_with_the_one_that_runs() -> None:
    found = half_years(dt.date(2026, 8, 1))
    assert [str(one) for one in found] == ["2025-06-30", "2025-12-31", "2026-06-30", "2026-12-31"]
    assert half_years(dt.date(2026, 6, 30))[-1] == dt.date(2026, 6, 30)
