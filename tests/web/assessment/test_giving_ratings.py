"""Ratings on pages: the second rater sees nothing of the first rating on any page, by the API or in any export."""

from __future__ import annotations

import pytest
from django.test import Client

from gatehouse.assessment.findings import giving, standing
from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import Finding, GivenRating, SettledRating
from gatehouse.assessment.findings.rating import Rating
from gatehouse.assessment.findings.states import Rated
from gatehouse.assessment.reports import freezing
from gatehouse.web.assessment.urls import urlpatterns
from signed_in import entries

FIRST = {
    "code": "partly",
    "confidence": "medium",
    "grounds": ["law-incomplete"],
    "rationale": "MARKED-RATIONALE of the first",
}
SECOND = {"code": "fully", "confidence": "high", "grounds": [], "rationale": "the law covers all flights"}
OTHERS = ("second", "lead", "colleague", "focal", "member", "other_member", "donor")


def rated(row: Finding, axis: Axis = Axis.COMPLIANCE) -> Rated:
    return standing.rated_in([row])[row.pk, axis]


def tells(page: str) -> bool:
    """Whether a page holds something of the first rating: its words, or its code, ground or confidence as chosen."""
    return "MARKED" in page or " checked" in page or "Partly compliant</strong>" in page


def test_a_second_rater_rates_blind_and_then_both_are_shown(desk: object, found: Finding) -> None:
    address = f"{desk.home}1/rate/compliance/"
    assert desk.clients["assessor"].post(address, FIRST).status_code == 302
    assert rated(found) is Rated.ONCE
    form = desk.clients["second"].get(address)
    assert form.status_code == 200
    assert not tells(form.content.decode())
    assert "waits for a second rating" in desk.clients["second"].get(desk.home).content.decode()
    assert desk.clients["second"].post(address, SECOND).status_code == 302
    assert rated(found) is Rated.DIFFERING
    for who in ("second", "assessor", "lead"):
        page = desk.clients[who].get(f"{desk.home}1/").content.decode()
        assert "MARKED-RATIONALE" in page
        assert "the law covers all flights" in page
    told = entries("finding.rated") + entries("finding.rerated")
    assert [entry.actor for entry in told] == [desk.actors["assessor"].id, desk.actors["second"].id]
    assert "MARKED" not in str(told)


def _addresses(desk: object) -> list[str]:
    """Every page of the assessment side that can be read, with what stands in the address filled in."""
    names = {"code": "X-AL", "cycle": desk.scene.cycle.pk, "number": 1, "axis": "compliance", "gate": "gender"}
    names |= {"questionnaire": "survey", "section": "legal", "kind": "finding", "name": "1", "pk": 1, "file": "en.html"}
    names |= {"mark": 1}
    return [_filled(str(pattern.pattern), names) for pattern in urlpatterns]


def _filled(route: str, names: dict[str, object]) -> str:
    parts = [
        str(names.get(part.strip("<>").rpartition(":")[2], 1)) if part.startswith("<") else part
        for part in route.split("/")
    ]
    return "/" + "/".join(parts)


@pytest.mark.parametrize("who", OTHERS)
@pytest.mark.usefixtures("found")
def test_no_page_and_no_export_tells_of_a_first_rating(desk: object, who: str) -> None:
    desk.clients["assessor"].post(f"{desk.home}1/rate/compliance/", FIRST)
    for kind in freezing.KINDS:
        freezing.freeze(
            desk.actors["lead"], kind, desk.scene.cycle, desk.scene.state if kind in freezing.OF_A_STATE else None
        )
    client: Client = desk.clients[who]
    answered = 0
    reports = [f"/assessment/reports/{number}/en.html" for number in range(1, len(freezing.KINDS) + 1)]
    for address in [*_addresses(desk), *reports, f"/assessment/?cycle={desk.scene.cycle.pk}"]:
        answer = client.get(address)
        body = answer.content
        answered += answer.status_code == 200
        assert b"MARKED" not in body, address
        assert b"Partly compliant</strong>" not in body, address
        assert b'value="partly" checked' not in body, address
        assert b"law-incomplete" not in body.replace(b'value="law-incomplete"', b""), address
    assert answered >= 3, "pages that nobody may open prove nothing"
    api = client.get("/api/v1/hits")
    assert b"MARKED" not in api.content


@pytest.mark.usefixtures("found")
def test_the_draft_of_a_rating_is_as_blind_as_the_rating(desk: object) -> None:
    address = f"{desk.home}1/rate/compliance/"
    kept = desk.clients["assessor"].post(address, FIRST | {"keep": "typed"}, headers={"HX-Request": "true"})
    assert kept.status_code == 200
    assert b"Draft kept" in kept.content
    assert "MARKED-RATIONALE" in desk.clients["assessor"].get(address).content.decode()
    for who in ("colleague", "lead"):
        assert "MARKED" not in desk.clients[who].get(address).content.decode()
    assert GivenRating.objects.count() == 0


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"code": ""}, "This field is required"),
        ({"code": "high"}, "Select a valid choice"),
        ({"grounds": []}, "names its grounds"),
        ({"grounds": ["slow-capability", "costly-capability"]}, "no ground by itself"),
        ({"rationale": ""}, "This field is required"),
        ({"confidence": "certain"}, "Select a valid choice"),
    ],
)
def test_what_is_no_rating_comes_back(desk: object, found: Finding, wrong: dict, says: str) -> None:
    answer = desk.clients["assessor"].post(f"{desk.home}1/rate/compliance/", FIRST | wrong)
    assert answer.status_code == 400
    assert says in answer.content.decode()
    assert rated(found) is Rated.OPEN
    again = desk.clients["assessor"].get(f"{desk.home}1/rate/compliance/").content.decode()
    assert ("MARKED" in again) == bool((FIRST | wrong)["rationale"])


def test_nobody_rates_twice_or_without_being_asked(desk: object, found: Finding) -> None:
    address = f"{desk.home}1/rate/compliance/"
    assert desk.clients["second"].post(address, FIRST).status_code == 302
    assert rated(found) is Rated.OPEN, "a second assessor does not rate first"
    for who in ("focal", "member", "donor"):
        assert desk.clients[who].post(address, FIRST).status_code == 403
    desk.clients["assessor"].post(address, FIRST)
    desk.clients["second"].post(address, SECOND)
    desk.clients["lead"].post(address, SECOND)
    assert GivenRating.objects.count() == 2
    assert desk.clients["lead"].get(f"{desk.home}1/rate/weather/").status_code == 404


@pytest.mark.usefixtures("found")
def test_a_mistaken_rating_is_corrected_by_its_rater_alone(desk: object) -> None:
    address = f"{desk.home}1/rate/compliance/"
    desk.clients["assessor"].post(address, FIRST)
    form = desk.clients["assessor"].get(address).content.decode()
    assert form.count(" checked") == 3, "code, confidence and ground as they were given"
    assert "MARKED-RATIONALE" in form
    assert desk.clients["assessor"].post(address, SECOND).status_code == 400, "a correction has its reason"
    assert desk.clients["assessor"].post(address, SECOND | {"reason": "the old law"}).status_code == 302
    assert [row.code for row in GivenRating.objects.order_by("version")] == ["partly", "fully"]
    assert [entry.actor for entry in entries("rating.corrected")] == [desk.actors["assessor"].id]
    assert "MARKED" not in desk.clients["second"].get(f"{desk.home}1/").content.decode()


def test_a_lone_rating_is_taken_back(desk: object, found: Finding) -> None:
    desk.clients["assessor"].post(f"{desk.home}1/rate/compliance/", FIRST)
    address = f"{desk.home}1/withdraw/compliance/"
    desk.clients["assessor"].post(address, {"reason": " "})
    assert rated(found) is Rated.ONCE
    desk.clients["lead"].post(address, {"reason": "not mine"})
    assert rated(found) is Rated.ONCE
    desk.clients["assessor"].post(address, {"reason": "of another finding"})
    assert rated(found) is Rated.OPEN
    assert "MARKED" not in desk.clients["lead"].get(f"{desk.home}1/").content.decode()


@pytest.mark.usefixtures("found")
def test_a_difference_is_settled_by_the_lead_with_both_before_them(desk: object) -> None:
    address = f"{desk.home}1/settle/compliance/"
    assert desk.clients["lead"].get(address).status_code == 302, "nothing differs yet"
    desk.clients["assessor"].post(f"{desk.home}1/rate/compliance/", FIRST)
    desk.clients["second"].post(f"{desk.home}1/rate/compliance/", SECOND)
    page = desk.clients["lead"].get(address).content.decode()
    assert "MARKED-RATIONALE" in page
    assert "the law covers all flights" in page
    for who in ("assessor", "second", "focal", "member"):
        assert desk.clients[who].post(address, {"code": "largely", "reason": "mine"}).status_code == 403
    assert desk.clients["lead"].post(address, {"code": "largely", "reason": ""}).status_code == 400
    assert desk.clients["lead"].post(address, {"code": "largely", "reason": "decree 7"}).status_code == 302
    assert SettledRating.objects.get().reason == "decree 7"
    shown = desk.clients["second"].get(f"{desk.home}1/").content.decode()
    assert "Largely compliant" in shown
    assert "decree 7" in shown


def test_agreement_is_shown_on_what_was_given_blind(desk: object, ready: Finding) -> None:
    page = desk.clients["lead"].get(f"/assessment/agreement/{desk.scene.cycle.pk}/")
    assert page.context["told"][0][1].cases == 1
    assert "Too few findings" in page.content.decode()
    assert desk.clients["focal"].get(f"/assessment/agreement/{desk.scene.cycle.pk}/").status_code == 403
    low = Rating(Axis.COMPLIANCE, "partly", "low", ("no-law",), "x")
    giving.correct(desk.actors["second"], ready, low, "seen anew")
    assert standing.pairs(Axis.COMPLIANCE, [ready]) == [(ready.pk, "fully", "fully")]
