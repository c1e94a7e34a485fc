"""A report goes its way on its page: to the State, adopted, shared and published by two, each for its readers."""

from __future__ import annotations

import pytest

from gatehouse.assessment.reports import freezing
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.waiting.models import Begun


@pytest.fixture
def report(desk: object, ready: object) -> FrozenReport:
    del ready
    return freezing.freeze(desk.actors["lead"], "state", desk.scene.cycle, desk.scene.state)


def _who_reads(desk: object, address: str) -> set[str]:
    names = ("lead", "focal", "member", "donor")
    return {name for name in names if desk.clients[name].get(address).status_code == 200}


def _by_two(desk: object, address: str, step: str, sent: dict[str, str], seconds: tuple[str, str]) -> None:
    """Begun by one member, not agreed to by the first of `seconds`, done with the other."""
    begun = desk.clients["member"].post(f"{address}{step}/", sent)
    assert begun.status_code == 302, step
    second = f"/assessment/reports/second/{Begun.objects.latest('pk').pk}/"
    desk.clients[seconds[0]].post(second)
    assert Begun.objects.latest("pk").ended_at is None, f"{seconds[0]} is no second person for {step}"
    assert desk.clients[seconds[1]].post(second).status_code == 302
    assert Begun.objects.latest("pk").agreed is True


def test_each_step_opens_it_to_one_more_circle(desk: object, report: FrozenReport) -> None:
    address = f"/assessment/reports/{report.pk}/"
    assert _who_reads(desk, address) == {"lead"}
    assert set(desk.clients["lead"].get(address).context["forms"]) == {"put"}
    assert desk.clients["member"].post(f"{address}adopt/").status_code == 403, "it is not before the committee yet"
    assert desk.clients["lead"].post(f"{address}put/").status_code == 302
    assert desk.clients["lead"].post(f"{address}put/").status_code == 400, "once is enough"
    assert _who_reads(desk, address) == {"lead", "focal", "member"}
    assert set(desk.clients["member"].get(address).context["forms"]) == {"adopt"}
    _by_two(desk, address, "adopt", {}, ("member", "other_member"))
    assert set(desk.clients["member"].get(address).context["forms"]) == {"share"}
    assert desk.clients["member"].post(f"{address}share/", {"decision": ""}).status_code == 400
    _by_two(desk, address, "share", {"decision": "decision 1"}, ("member", "lead"))
    assert _who_reads(desk, address) == {"lead", "focal", "member", "donor"}
    _by_two(desk, address, "publish", {"decision": "decision 2"}, ("donor", "other_member"))
    report.refresh_from_db()
    both = [desk.actors[name].id for name in ("member", "other_member")]
    assert (report.adopted_by, report.published_by) == (both, both)
    assert report.shared_by == [desk.actors["member"].id, desk.actors["lead"].id]
    assert (report.decision, report.published_under) == ("decision 1", "decision 2")
    shown = desk.clients["member"].get(address).context
    assert all(reads for _reader, reads in shown["readers"])
    assert shown["forms"] == {}


def test_whoever_froze_it_is_no_second_person_and_an_adoption_can_be_declined(desk: object, report: object) -> None:
    address = f"/assessment/reports/{report.pk}/"
    freezing.put_before_the_state(desk.actors["lead"], report)
    desk.clients["member"].post(f"{address}adopt/")
    [waits] = desk.clients["lead"].get(address).context["waiting"]
    assert not waits.may_agree
    second = f"/assessment/reports/second/{waits.row.pk}/"
    assert desk.clients["lead"].post(second).status_code == 403
    assert desk.clients["other_member"].post(second, {"decline": "1"}).status_code == 302
    assert (Begun.objects.get().agreed, FrozenReport.objects.get().adopted_at) == (False, None)
