"""A pair is silent only for the person who was cleared. Each way to slip through is tried."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.hits.merging import SILENT, state_for
from gatehouse.screening.redress.clearing import Clearance, Clearing, birth_distinguishes, entry_evidence
from gatehouse.screening.redress.identity import Verified, digest, identity_of
from gatehouse.screening.redress.number import check_sign
from gatehouse.terms.candidate import Candidate, Reason
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, ListEntry
from gatehouse.terms.traveller import Traveller
from screening.redress.people import KEY, candidate, entry, passport, redress, traveller

NUMBER = "ABCDEFGHJ" + check_sign("ABCDEFGHJ")
WHO = Verified("Yusuf Ali Karim", "1991-03-02", (("X1234567", "UTO"),))
MINE, GIVEN = passport(), redress(NUMBER)


def _clearance(listed: ListEntry) -> Clearance:
    evidence, distinguishes = entry_evidence(listed), birth_distinguishes(listed, WHO.birth_date)
    number = digest("number", NUMBER, KEY)
    return Clearance("RR-2026-000001", number, "DEMO", "D-1", evidence, distinguishes, identity_of(WHO, KEY))


def _said(*statements: Traveller, listed: ListEntry | None = None, claim: Candidate | None = None) -> Candidate:
    then = listed or entry()
    clearing = Clearing(lambda _, __: [_clearance(then)], {("DEMO", "D-1"): then}, KEY)
    return clearing(statements, claim or candidate())


def _is_silent(*statements: Traveller, listed: ListEntry | None = None, claim: Candidate | None = None) -> bool:
    return state_for(_said(*statements, listed=listed, claim=claim)) == SILENT


def test_the_cleared_person_is_silent_by_document_and_the_hit_says_why() -> None:
    told = _said(traveller("KARIM/YUSUF", "1991-03-02", MINE))
    assert told.explanation[-1].how == "the verified document agrees; RR-2026-000001"
    assert _is_silent(traveller("KARIM/YUSUF", None, MINE))


def test_the_number_with_the_birth_date_is_enough_where_that_tells_the_two_apart() -> None:
    assert _is_silent(traveller("KARIM/YUSUF", "1991-03-02", GIVEN))
    assert _is_silent(traveller("KARIM/YUSUF", None, GIVEN), traveller("KARIM/YUSUF ALI", "1991-03-02"))


@pytest.mark.parametrize(
    "statement",
    [
        traveller("KARIM/YUSUF", None, GIVEN),
        traveller("KARIM/YUSUF", "1991-03", GIVEN),
        traveller("KARIM/YUSUF", "1991-03-02"),
        traveller("KARIM/YUSUF", "1960-01-01", GIVEN),
        traveller("KARIM/YUSUF", "1960-01-01", MINE),
        traveller("KARIM/YUSUF", "1960-01-01", MINE, GIVEN),
        traveller("KARIM/YUSUF", None, passport("Z9999999"), GIVEN),
        traveller("KARIM/YUSUF", None, passport(issuer="TUN"), GIVEN),
        traveller("KARIM/YUSUF ABDUL", "1991-03-02", MINE, GIVEN),
        traveller("/", "1991-03-02", MINE, GIVEN),
    ],
    ids=[
        "number and name alone", "number and half a birth date", "name and birth date alone",
        "number, another birth date", "document, another birth date", "all but the birth date",
        "number with another document", "number, document of another issuer", "a name more", "no name",
    ],
)  # fmt: skip
def test_the_listed_person_does_not_slip_through(statement: Traveller) -> None:
    assert not _is_silent(statement)


def test_one_statement_that_contradicts_is_enough() -> None:
    good = traveller("KARIM/YUSUF", "1991-03-02", MINE, GIVEN)
    assert _is_silent(good)
    assert not _is_silent(good, traveller("KARIM/YUSUF", "1960-01-01"))
    assert not _is_silent(good, traveller("KARIM/OMAR", None))


@pytest.mark.parametrize("birth", ["", "1991", "1991-03-02"], ids=["none", "its year", "the same day"])
def test_where_the_birth_date_does_not_tell_them_apart_only_the_document_does(birth: str) -> None:
    assert not _is_silent(traveller("KARIM/YUSUF", "1991-03-02", GIVEN), listed=entry(birth))
    assert _is_silent(traveller("KARIM/YUSUF", "1991-03-02", MINE), listed=entry(birth))


def test_an_approximate_birth_date_of_the_entry_never_tells_apart() -> None:
    listed = replace(entry(), birth_dates=(DateSpan("1960", "1960", circa=True),))
    assert not birth_distinguishes(listed, "1991-03-02")


def test_a_listed_document_is_never_silent() -> None:
    claim = candidate(Reason("document", "X1234567", "X1234567", "same", 6.0))
    assert not _is_silent(traveller("KARIM/YUSUF", "1991-03-02", MINE, GIVEN), claim=claim)


@pytest.mark.parametrize(
    "changed",
    [
        replace(entry(), birth_dates=(DateSpan.exact("1991-03-02"),)),
        replace(entry(), documents=(ListedDocument("X1234567", None, "UTO"),)),
        replace(entry(), nationalities=("UTO",)),
    ],
)
def test_an_entry_that_changed_is_looked_at_again(changed: ListEntry) -> None:
    clearing = Clearing(lambda _, __: [_clearance(entry())], {("DEMO", "D-1"): changed}, KEY)
    assert state_for(clearing([traveller("KARIM/YUSUF", "1991-03-02", MINE)], candidate())) == "open"


def test_a_remark_on_the_entry_changes_nothing_and_another_entry_is_another_pair() -> None:
    remarked = replace(entry(), remarks="seen again", updated_on="2026-01-01")
    clearing = Clearing(lambda _, __: [_clearance(entry())], {("DEMO", "D-1"): remarked}, KEY)
    said = [traveller("KARIM/YUSUF", "1991-03-02", MINE)]
    assert state_for(clearing(said, candidate())) == SILENT
    other = Clearing(lambda *pair: [_clearance(entry())] if pair == ("DEMO", "D-1") else [], {}, KEY)
    assert state_for(other(said, replace(candidate(), entry_id="D-2"))) == "open"


@given(
    st.lists(
        st.builds(
            traveller,
            st.sampled_from(["KARIM/YUSUF", "KARIM/OMAR", "KARIM/YUSUF ALI"]),
            st.sampled_from([None, "1991-03-02", "1991-03", "1960-05-05"]),
            st.sampled_from([MINE, GIVEN, passport("Z9999999"), redress("wrong")]),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_whatever_is_stated_a_silent_pair_has_document_or_birth_date_and_no_contradiction(
    said: list[Traveller],
) -> None:
    if not _is_silent(*said):
        return
    births = {one.birth_date for one in said if one.birth_date and len(one.birth_date) == 10}
    assert births <= {"1991-03-02"}
    assert all("OMAR" not in (one.given_names or "") for one in said)
    assert any(MINE in one.documents for one in said) or births
