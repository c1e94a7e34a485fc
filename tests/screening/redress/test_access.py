"""A person is given what is held on them, whole, and nothing of anybody else."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import orjson
import pytest
from django.utils import timezone
from pypdf import PdfReader

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.cooperation.cases.models import Case, Member
from gatehouse.printing.html_page import html
from gatehouse.printing.pdf_file import pdf
from gatehouse.records import RefusedError, law
from gatehouse.retention.inventory import keeps
from gatehouse.retention.models import HeldTraveller, Hold, UnmaskRequest
from gatehouse.screening import flow
from gatehouse.screening.enquiries.models import BorderCheck, BorderCheckContent
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.redress.access import give
from gatehouse.screening.redress.held import places
from gatehouse.screening.redress.identity import Verified
from gatehouse.screening.redress.outcomes import Kind
from gatehouse.screening.redress.store import Asked, identify, open_request
from gatehouse.screening.review import decisions
from gatehouse.screening.review.answers import Answer
from reviewing import ANALYST, NAME_ONLY, look

TODAY = dt.date(2026, 11, 20)
BOOKING = (
    "UNB+IATA:1+ZZ+GOV+260119:1000+P1'UNH+1+PNRGOV:15:1:IA'MSG+:22'ORG+ZZ'"
    "TVL+200126:0830:200126:0900+CDG+LHR+ZZ+123'EQN+2'SRC'RCI+ZZ:ABC123::010126:1000'"
    "SSR+OTHS:HK::ZZ:::::SECRET OF THE OTHER'"
    "TIF+KARIM+YUSUF ALI:A:1'SSR+DOCS:HK::ZZ:::::/P/UTO/X1234567/UTO/02MAR91/M/01JAN30/KARIM/YUSUF/ALI::1'"
    "TVL+200126:0830:200126:0900+CDG+LHR+ZZ+123:Y'RPI+1+HK'"
    "TIF+OSEI+AMA:A:2'TVL+200126:0830:200126:0900+CDG+LHR+ZZ+123:Y'RPI+1+HK'UNT+17+1'UNZ+1+P1'"
)


def test_everything_is_in_it_and_nobody_else(stored, officer, sent) -> None:
    flow.ingest([sent("p.edi", BOOKING.encode())], lambda _: None)
    given = give(officer(), stored.case, TODAY)
    text = orjson.dumps(given.data).decode()
    assert "X1234567" in text
    assert {s["source"] for j in given.data["journeys"] for s in j["statements"]} == {"api", "pnr"}
    assert [b["locator"] for j in given.data["journeys"] for b in j["bookings"]] == ["ABC123"]
    assert "OSEI" not in text
    assert "SECRET OF THE OTHER" not in text
    assert set(given.data["withheld"]) == {"comparisons", "others", "raw", "masked"}


def test_the_pages_say_what_the_data_says(stored, officer) -> None:
    given = give(officer(), stored.case, TODAY)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf(given.pages))).pages)
    for said in ("KARIM", "X1234567", "1991-03-02", "ZZ123 CDG-LHR", stored.case, "Demonstration Commissioner"):
        assert said in text
    assert "DEMO" not in text


def test_comparisons_are_told_where_access_is_direct(stored, officer, monkeypatch) -> None:
    profile = law.law().profile
    direct = replace(profile, redress=replace(profile.redress, indirect_access=False))
    monkeypatch.setattr(type(law.law()), "profile", direct, raising=False)
    given = give(officer(), stored.case, TODAY)
    assert [c["list"] for j in given.data["journeys"] for c in j["comparisons"]] == ["DEMO"]
    assert given.data["withheld"] == ["raw", "masked"]


def _what_followed(hit: Hit) -> None:
    """A decision, a hold, a case, a request to see what was masked, and a question at the border; a stranger's too."""
    decisions.decide(ANALYST, look(hit.id), Answer.NOT_SAME, NAME_ONLY)
    now = timezone.now()
    by = {"placed_by": "account:1", "second": "account:2"}
    hold = Hold.objects.create(case="case:1", reason="ORDER-5", placed_at=now, until="2027-05-06", **by)
    HeldTraveller.objects.create(hold=hold, traveller=hit.traveller_id)
    case = Case.objects.create(kind="border", opened_at=now)
    Member.objects.create(case=case, hit=hit.id, traveller=hit.traveller_id, reference="C", opened_by="account:1")
    asked = {
        "purpose": "rights",
        "reference": "R",
        "requested_by": "account:5",
        "requested_at": now,
        "state": "refused",
    }
    UnmaskRequest.objects.create(owner_kind="traveller", owner=hit.traveller_id, **asked)
    for name in ("Karim Yusuf", "Ama Osei"):
        check = BorderCheck.objects.create(asked_by="account:9", answer="wait", milliseconds=5)
        subject = {"names": [name], "birth_date": "1991-03-02", "documents": [["X1234567", "UTO"]]}
        BorderCheckContent.objects.create(check_made=check, subject=subject, candidates=[], outcome="not the person")


def test_what_followed_from_a_comparison_is_told_with_it(stored, officer, monkeypatch) -> None:
    _what_followed(stored.hit)
    earlier = open_request(officer(), Asked(Kind.ACCESS, "en", "Yusuf", TODAY, "what do you hold"))
    identify(officer(), earlier, Verified("Yusuf Karim", "1991-03-02", (("Y7", "UTO"),)))
    withheld = give(officer(), stored.case, TODAY).data
    assert [one["about"] for one in withheld["held"]] == ["unmasking"]
    profile = law.law().profile
    direct = replace(profile, redress=replace(profile.redress, indirect_access=False))
    monkeypatch.setattr(type(law.law()), "profile", direct, raising=False)
    given = give(officer(), stored.case, TODAY)
    held = given.data["held"]
    assert [one["about"] for one in held] == ["border-check", "case-of", "decision", "hold", "unmasking"]
    assert {one.get("name") for one in held} == {"Karim Yusuf", None}
    assert [one["reason"] for one in held if one["about"] == "decision"] == ["name-only"]
    assert {one["case"] for one in given.data["requests"]} == {stored.case, earlier}
    text = html(given.pages)
    for said in ("2027-05-06", "Questions at the border", "name-only", earlier):
        assert said in text
    assert "account:" not in text


def test_every_table_with_personal_data_is_in_the_export_or_says_why_not() -> None:
    """Accounts and the assessment of States are about other people than travellers."""
    about_others = ("accounts.", "account.", "mfa.", "socialaccount.", "api.", "assessment_", "work.", "authoring.")
    personal = {
        keep.model
        for keep in keeps().values()
        if not keep.model.startswith(about_others)
        and any(one.personal and "account" not in one.says for one in keep.columns.values())
    }
    assert personal - {"intake.Replacement", "review.SavedView"} == places().keys()
    sections = {"journeys", "requests", "disclosures", "looked_at", "held", "withheld:raw", "not-told"}
    assert set(places().values()) <= sections


def test_it_is_in_the_log_with_how_much_and_the_person_sees_who_looked(stored, officer) -> None:
    give(officer(), stored.case, TODAY)
    entry = [decoded(leaf) for _, leaf in log.leaves(0, log.size())][-1]
    assert (entry.act, dict(entry.details)) == ("access.exported", {"records": 2})
    given = give(officer(), stored.case, TODAY)
    assert given.data["requests"][0]["case"] == stored.case


def test_nothing_is_given_to_whoever_did_not_prove_who_they_are(opened_case, officer) -> None:
    with pytest.raises(RefusedError):
        give(officer(), opened_case, TODAY)
