"""Requests are taken up, identified and listed through the door, and every step stands in the log."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.records import RefusedError, Visit, subject
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role, SubjectClass
from gatehouse.screening.redress.errors import RedressError, UnknownRequestError
from gatehouse.screening.redress.identity import Verified
from gatehouse.screening.redress.models import RedressRequest, RequestEvent, RequestPerson
from gatehouse.screening.redress.outcomes import Kind
from gatehouse.screening.redress.store import Asked, extend, identify, open_request, rows

pytestmark = pytest.mark.usefixtures("database")
DAY = dt.date(2026, 11, 1)
WHO = Verified("Ann Roe", "1980-01-01", (("X1234567", "UTO"),))


def acts() -> list[str]:
    return [decoded(leaf).act for _, leaf in log.leaves(0, log.size())]


def test_a_request_has_a_case_number_a_clock_of_the_law_and_an_entry(opened_case) -> None:
    request = RedressRequest.objects.get(case=opened_case)
    assert (request.state, request.days, request.ended_at) == ("received", 30, None)
    assert acts() == ["redress.opened"]
    assert b"Karim" not in b"".join(leaf for _, leaf in log.leaves(0, log.size()))


def test_only_a_redress_officer_takes_requests_up() -> None:
    analyst = Visit(Actor("account:7", Role.ANALYST), "rights", "x")
    with pytest.raises(RefusedError):
        open_request(analyst, Asked(Kind.ACCESS, "en", "Ann Roe", DAY))
    assert (RedressRequest.objects.count(), acts()) == (0, ["act.refused"])


def test_identity_is_a_fact_that_the_kernel_reads(opened_case, officer) -> None:
    ref = f"request:{RedressRequest.objects.get().id}"
    assert not subject(SubjectClass.REDRESS_REQUEST, ref).identity_checked
    identify(officer(), opened_case, WHO)
    assert subject(SubjectClass.REDRESS_REQUEST, ref).identity_checked
    assert acts() == ["redress.opened", "redress.identified"]


def test_whoever_does_not_prove_it_is_not_answered_and_may_prove_it_later(opened_case, officer) -> None:
    identify(officer(), opened_case, None)
    request = RedressRequest.objects.get()
    assert (request.state, request.proved_by) == ("unproven", None)
    identify(officer(), opened_case, WHO)
    assert RedressRequest.objects.get().state == "identified"


@pytest.mark.parametrize(
    "verified",
    [
        Verified("", "1980-01-01", WHO.documents),
        Verified("A", "1980", WHO.documents),
        Verified("A", "1980-13-01", WHO.documents),
        Verified("A", "1980-01-01", ()),
        Verified("A", "1980-01-01", (("X1", "UTOPIA"),)),
        Verified("A", "1980-01-01", (("X1", "UTO"),) * 21),
    ],
)
def test_half_an_identity_is_none(opened_case, officer, verified) -> None:
    with pytest.raises(RedressError):
        identify(officer(), opened_case, verified)
    assert acts() == ["redress.opened"]


def test_events_are_kept_in_order_with_who_did_it(opened_case, officer) -> None:
    identify(officer(), opened_case, WHO)
    events = RequestEvent.objects.order_by("number").values_list("number", "event", "actor")
    assert list(events) == [(1, "opened", "account:5"), (2, "identity-proved", "account:5")]


def test_the_last_day_is_put_off_once(opened_case, officer) -> None:
    assert extend(officer(), opened_case) == dt.date(2026, 12, 31)
    with pytest.raises(RedressError, match="once already"):
        extend(officer(), opened_case)


def test_lists_name_nobody_and_show_the_clock(opened_case, officer) -> None:
    [row] = rows(officer(), dt.date(2026, 12, 5), only_open=True)
    assert (row.case, row.step, row.due) == (opened_case, "overdue", dt.date(2026, 12, 1))
    assert "Karim" not in repr(row)


def test_nothing_is_found_that_is_not_there_and_long_texts_are_refused(officer) -> None:
    with pytest.raises(UnknownRequestError):
        identify(officer(), "RR-2026-999999", WHO)
    with pytest.raises(RedressError, match="4000"):
        open_request(officer(), Asked(Kind.ACCESS, "en", "x" * 5000, DAY))
    assert RequestPerson.objects.count() == 0


def test_the_authority_asks_for_the_person_only_where_the_law_says_so(officer, monkeypatch) -> None:
    from dataclasses import replace

    from gatehouse.records import law

    profile = law.law().profile
    without = replace(profile, redress=replace(profile.redress, indirect_access=False))
    case = open_request(officer(), Asked(Kind.ACCESS, "en", "Ann Roe", DAY, by_authority=True))
    assert RedressRequest.objects.get(case=case).by_authority
    monkeypatch.setattr(type(law.law()), "profile", without, raising=False)
    with pytest.raises(RedressError, match="indirect"):
        open_request(officer(), Asked(Kind.ACCESS, "en", "Ann Roe", DAY, by_authority=True))
