"""Who asked goes when the clock of the case has run out, and nothing else does."""

from __future__ import annotations

import datetime as dt

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.retention.running import run
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.redress.answering import Said, answer
from gatehouse.screening.redress.ending import erase_ended
from gatehouse.screening.redress.models import Clearance, RedressRequest, RequestPerson
from gatehouse.screening.redress.outcomes import Outcome


def test_the_person_goes_and_the_clearance_stays(stored, officer) -> None:
    day = dt.datetime.now(dt.UTC).date()
    answer(officer(Role.SENIOR_ANALYST), stored.case, Said(Outcome.CLEARED, "x", (stored.hit.id,)), day)
    assert erase_ended(day.replace(year=day.year + 4)) == 0
    assert erase_ended(day.replace(year=day.year + 6)) == 1
    kept = repr(RequestPerson.objects.values().get())
    assert not any(part in kept for part in ("Karim", "1991", "X1234567", "Street"))
    assert RedressRequest.objects.get().outcome == "cleared"
    assert Clearance.objects.filter(ended_at=None).count() == 1
    assert [decoded(leaf) for _, leaf in log.leaves(0, log.size())][-1].act == "data.deleted"
    assert erase_ended(day.replace(year=day.year + 6)) == 0


def test_an_open_request_keeps_its_person(opened_case) -> None:
    assert erase_ended(dt.date(2100, 1, 1)) == 0
    assert opened_case


def test_a_run_of_the_clocks_does_it(stored, officer) -> None:
    day = dt.datetime.now(dt.UTC).date()
    answer(officer(Role.DATA_PROTECTION_OFFICER), stored.case, Said(Outcome.NOTHING_HELD), day)
    run(day.replace(year=day.year + 4), ("0" * 64, "demo"), lambda: None, lambda _: None)
    assert "Karim" in repr(RequestPerson.objects.values().get())
    _, tally = run(day.replace(year=day.year + 6), ("0" * 64, "demo"), lambda: None, lambda _: None)
    assert "Karim" not in repr(RequestPerson.objects.values().get())
    assert tally.rows["redress.RequestPerson"] == 1
