"""A person is given what is held on them, whole, and nothing of anybody else."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import orjson
import pytest
from pypdf import PdfReader

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.printing.pdf_file import pdf
from gatehouse.records import RefusedError, law
from gatehouse.screening import flow
from gatehouse.screening.redress.access import give

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
    assert set(given.data["withheld"]) == {"comparisons", "others", "raw"}


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
    assert given.data["withheld"] == ["raw"]


def test_it_is_in_the_log_with_how_much_and_the_person_sees_who_looked(stored, officer) -> None:
    give(officer(), stored.case, TODAY)
    entry = [decoded(leaf) for _, leaf in log.leaves(0, log.size())][-1]
    assert (entry.act, dict(entry.details)) == ("access.exported", {"records": 2})
    given = give(officer(), stored.case, TODAY)
    assert given.data["requests"][0]["case"] == stored.case


def test_nothing_is_given_to_whoever_did_not_prove_who_they_are(opened_case, officer) -> None:
    with pytest.raises(RefusedError):
        give(officer(), opened_case, TODAY)
