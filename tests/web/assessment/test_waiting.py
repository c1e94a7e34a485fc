"""What waits is each one's own: ratings, differences, replies, consents and drafts, with the way to each."""

from __future__ import annotations

from gatehouse.assessment.findings import assessments, giving
from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import Finding
from gatehouse.assessment.findings.rating import Rating

ADDRESS = "/assessment/waiting/"
LOW = Rating(Axis.COMPLIANCE, "partly", "low", ("no-law",), "MARKED")
HIGH = Rating(Axis.COMPLIANCE, "fully", "high", (), "all of it")


def waits(desk: object, who: str) -> list[str]:
    """The addresses that wait for somebody; each answers them."""
    page = desk.clients[who].get(ADDRESS)
    assert b"MARKED" not in page.content
    urls = [row.url for row in page.context["rows"]]
    assert all(desk.clients[who].get(url).status_code == 200 for url in urls)
    return urls


def test_ratings_wait_for_those_who_have_not_given_one(desk: object, found: Finding) -> None:
    rate = f"{desk.home}1/rate/compliance/"
    assert rate in waits(desk, "assessor")
    assert waits(desk, "second") == []
    giving.rate(desk.actors["assessor"], found, LOW)
    assert rate not in waits(desk, "assessor")
    assert waits(desk, "second") == [rate]
    giving.rate(desk.actors["second"], found, HIGH)
    assert waits(desk, "lead")[0] == f"{desk.home}1/settle/compliance/"
    assert waits(desk, "donor") == waits(desk, "member") == []


def test_the_reply_and_consents_wait(desk: object, ready: Finding) -> None:
    assert waits(desk, "focal") == []
    assessments.put_before_the_state(desk.actors["lead"], ready.assessment, assessments.today())
    assert waits(desk, "focal") == [f"{desk.scene.home}reply/"]
    desk.clients["focal"].post(f"{desk.scene.home}reply/", {"ends": "on"})
    adoption = f"{desk.scene.home}adoption/"
    assert waits(desk, "member") == waits(desk, "other_member") == [adoption]
    desk.clients["member"].post(f"{adoption}consent/")
    assert waits(desk, "member") == []
    assert waits(desk, "other_member") == [adoption]
    desk.clients["other_member"].post(f"{adoption}consent/")
    assert waits(desk, "other_member") == []


def test_every_draft_leads_back_to_its_form(desk: object, found: Finding) -> None:
    giving.rate(desk.actors["assessor"], found, LOW)
    giving.rate(desk.actors["second"], found, HIGH)
    forms = ("new/", "1/write/", "1/stage/", "1/rate/effectiveness/", "1/settle/compliance/")
    addresses = [f"{desk.home}{one}" for one in forms] + [f"{desk.scene.home}sections/gender/"]
    for address in addresses:
        desk.clients["lead"].post(address, {"keep": "draft", "text": "half"})
    kept = desk.clients["lead"].get(ADDRESS).context["drafts"]
    assert sorted(url for _, url in kept) == sorted(addresses)
    assert all(desk.clients["lead"].get(url).status_code == 200 for _, url in kept)
    assert desk.clients["assessor"].get(ADDRESS).context["drafts"] == []
