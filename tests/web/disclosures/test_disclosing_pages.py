"""A disclosure on the pages, as the web's own role: asked by one, agreed to by another, seen by oversight; a correction
is told of at the desk, and a person says that they told it.
"""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.cooperation.disclosures.models import Disclosure
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.redress.models import Draft, RecipientNotice, RedressRequest
from signed_in import entries

Browser = Callable[..., Client]
PARTS = {"recipient": "neighbour", "parts": ["identity", "match"]}


def test_one_asks_another_agrees_and_the_recipient_hears_of_a_correction(browser: Browser, confirmed: int) -> None:
    first, other = (browser(Role.SENIOR_ANALYST, purpose="screening", reference="C-1") for _ in range(2))
    assert "/disclosures/?kind=hit" in first.get(f"/hits/{confirmed}/").content.decode()
    assert f'value="{confirmed}"' in first.get(f"/disclosures/?kind=hit&number={confirmed}").content.decode()
    assert first.post("/disclosures/", {"kind": "hit", "number": confirmed, **PARTS}).status_code == 302
    number = Disclosure.objects.get().pk
    page = first.get("/disclosures/").content.decode()
    assert f"Decline disclosure {number}" in page
    assert "Agree to disclosure" not in page
    assert first.post(f"/disclosures/{number}/agree/").status_code == 403
    assert "On record" in other.post(f"/disclosures/{number}/agree/", follow=True).content.decode()
    assert entries("disclosure.made")[0].details == {"disclosure": f"disclosure:{number}", "second": "account:2"}
    _the_desk_is_told(browser, Hit.objects.get(id=confirmed).traveller_id)


def _the_desk_is_told(browser: Browser, traveller: int) -> None:
    officer = browser(Role.REDRESS_OFFICER, purpose="rights", reference="DESK-1")
    second = browser(Role.DATA_PROTECTION_OFFICER, purpose="rights", reference="DESK-1")
    asked = {"kind": "correction", "name": "ANN ROE", "contact": "ann@example.org", "language": "en", "says": "wrong"}
    case = Client().post("/redress/ask/", asked, follow=True).context["case"]
    shown = {"names": "ANN ROE", "birth_date": "1980-01-01", "document": "P123", "issuer": "UTO"}
    officer.post(f"/redress/{case}/identify/", shown)
    officer.post(f"/redress/{case}/correct/", {"traveller": traveller, "field": "sex", "value": "F"})
    approved = second.post(f"/redress/{case}/drafts/{Draft.objects.get().pk}/approve/", follow=True)
    assert "Approved, by two." in approved.content.decode()
    notice = RecipientNotice.objects.get()
    assert "Recipients to be told" in officer.get("/redress/").content.decode()
    assert f"I sent notice {notice.pk}" in officer.get(f"/redress/{case}/").content.decode()
    assert officer.get(f"/redress/{case}/notices/{notice.pk}/").content.startswith(b"%PDF")
    assert officer.get(f"/redress/{case}/notices/{notice.pk + 1}/").status_code == 404
    assert second.post(f"/redress/{case}/notices/{notice.pk}/sent/").status_code == 403
    assert officer.post(f"/redress/{case}/notices/{notice.pk}/sent/").status_code == 302
    assert "Recipients to be told" not in officer.get("/redress/").content.decode()
    heard = f"/redress/{case}/notices/{notice.pk}/heard/"
    assert officer.post(heard, {"did": "perhaps"}).status_code == 400
    assert second.post(heard, {"did": "done"}).status_code == 403
    assert "the recipient put it right" in officer.post(heard, {"did": "done"}, follow=True).content.decode()
    overseer = browser(Role.OVERSIGHT_READER, purpose="oversight", reference="SV-1")
    register = overseer.get("/oversight/disclosures/").content.decode()
    assert case in register
    assert "the recipient put it right" in register
    assert "neighbour" in register


def test_what_is_not_confirmed_or_not_whole_is_not_asked_for(browser: Browser, confirmed: int) -> None:
    senior = browser(Role.SENIOR_ANALYST, purpose="screening", reference="C-1")
    page = senior.post("/disclosures/", {"kind": "hit", "number": confirmed, "recipient": "neighbour"})
    assert page.status_code == 400
    assert senior.post("/disclosures/", {"kind": "traveller", "number": 4711, **PARTS}).status_code in (400, 403)
    analyst = browser(Role.ANALYST, purpose="screening", reference="C-1")
    assert analyst.post("/disclosures/", {"kind": "hit", "number": confirmed, **PARTS}).status_code == 403
    assert not Disclosure.objects.exists()
    assert RedressRequest.objects.count() == 0
