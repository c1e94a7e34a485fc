"""Joins over generated statements: symmetric, findable, and never on evidence that families share."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.screening.travellers.identity import folded_name, folded_number, identity_of, names_agree
from gatehouse.screening.travellers.joining import CONFLICTS, SUFFICIENT, compare, tokens
from gatehouse.terms.traveller import Document, Role, Seat, Traveller

# Few values of each, so that two statements often share some.
NAMES = st.sampled_from([None, "ROE", "ROEMER", "OBRIEN", "O'Brien"])
GIVEN = st.sampled_from([None, "ANN", "ANNA", "ANNAMARIA", "BOB"])
BORN = st.sampled_from([None, "1980-05-17", "1980-05", "1981-05-17"])
DOCUMENTS = st.lists(
    st.builds(
        lambda kind, number, issuer: Document(kind, number, issuer),
        st.sampled_from(["P", "I", "V"]),
        st.sampled_from([None, "X1234567", "x-123 4567", "Y7654321"]),
        st.sampled_from([None, "UTO", "DEU"]),
    ),
    max_size=2,
).map(tuple)


@st.composite
def statements(draw: st.DrawFn) -> Traveller:
    """Somebody of whom any field may be unknown."""
    seat = draw(st.sampled_from([None, "12C", "012C", "1A"]))
    return Traveller(
        Role.PASSENGER,
        surname=draw(NAMES),
        given_names=draw(GIVEN),
        birth_date=draw(BORN),
        sex=draw(st.sampled_from([None, "F", "M"])),
        nationalities=draw(st.sampled_from([(), ("UTO",), ("DEU", "UTO")])),
        documents=draw(DOCUMENTS),
        seats=(Seat(seat),) if seat else (),
        locator=draw(st.sampled_from([None, "ABC234", "XYZ234"])),
        reference=draw(st.sampled_from([None, "R1", "R2"])),
        tickets=draw(st.sampled_from([(), ("0001234567890",), ("000-1234567890",)])),
    )


QUICK = settings(max_examples=300, deadline=None)


@given(statements(), statements())
@QUICK
def test_who_is_asked_first_does_not_matter(one: Traveller, other: Traveller) -> None:
    there, back = compare(identity_of(one), identity_of(other)), compare(identity_of(other), identity_of(one))
    assert there == back


@given(statements(), statements())
@QUICK
def test_every_join_can_be_looked_up(one: Traveller, other: Traveller) -> None:
    """A join that shares no token would never be found in a roster."""
    ours, theirs = identity_of(one), identity_of(other)
    if compare(ours, theirs):
        assert set(tokens(ours)) & set(tokens(theirs))


@given(statements(), statements())
@QUICK
def test_a_join_has_all_of_a_sufficient_row_and_tells_known_conflicts(one: Traveller, other: Traveller) -> None:
    join = compare(identity_of(one), identity_of(other))
    if join:
        assert any(row <= set(join.evidence) for row in SUFFICIENT)
        assert set(join.conflicts) <= set(CONFLICTS)
        assert len(set(join.evidence)) == len(join.evidence)


@given(statements(), statements())
@QUICK
def test_nothing_is_evidence_and_conflict_at_once(one: Traveller, other: Traveller) -> None:
    join = compare(identity_of(one), identity_of(other))
    if join:
        assert not set(join.evidence) & set(join.conflicts)


@given(statements(), statements())
@QUICK
def test_knowing_more_of_one_side_never_undoes_a_join(one: Traveller, other: Traveller) -> None:
    """A seat more on one side is no reason to take one person for two."""
    ours, theirs = identity_of(one), identity_of(other)
    if compare(ours, theirs):
        assert compare(ours._replace(seats=frozenset({"40K"})), theirs)
        assert compare(ours._replace(sex="F"), theirs)


def test_a_seat_and_a_locator_are_never_enough() -> None:
    """Families share a locator, and a seat is somebody else's on the next leg."""
    assert not any(row <= {"seat", "locator"} for row in SUFFICIENT)
    assert all(len(row) >= 2 for row in SUFFICIENT)


PAIRS = [
    ("locator-and-seat", {"locator": "L", "seats": ("12C",)}, None),
    ("locator-and-name", {"locator": "L", "surname": "ROE", "given_names": "ANN"}, ("locator", "name")),
    ("reference-alone", {"reference": "R"}, None),
    ("document-alone", {"documents": ("X1234567",)}, None),
    ("document-and-birth", {"documents": ("X1234567",), "birth_date": "1980-01-01"}, ("document", "birth-date")),
    ("name-and-birth", {"surname": "ROE", "given_names": "ANN", "birth_date": "1980"}, ("name", "birth-date")),
]


@pytest.mark.parametrize(("shared", "evidence"), [pytest.param(*row[1:], id=row[0]) for row in PAIRS])
def test_what_is_shared_and_nothing_else(shared: dict[str, object], evidence: tuple[str, ...] | None) -> None:
    shared = dict(shared)
    seats = tuple(Seat(number) for number in shared.pop("seats", ()))
    documents = tuple(Document("P", number) for number in shared.pop("documents", ()))
    both = identity_of(Traveller(Role.PASSENGER, seats=seats, documents=documents, **shared))
    # Without a name on either side two statements may still hold one birth date or reference.
    other = both._replace(given_names=both.given_names)
    if not both.surname:
        other = other._replace(surname="VARGA")
    join = compare(both, other)
    assert (join is not None) == (evidence is not None)
    if join and evidence:
        assert set(evidence) <= set(join.evidence)


@given(st.text(max_size=30))
def test_a_folded_name_is_capitals_and_folds_no_further(name: str) -> None:
    folded = folded_name(name)
    assert not folded or (folded.isascii() and folded.isalpha() and folded.isupper())
    assert folded_name(name.upper()) in (folded, folded_name(name.upper()))


@given(st.text(max_size=30))
def test_a_folded_number_folds_no_further(number: str) -> None:
    assert folded_number(folded_number(number)) == folded_number(number)


@given(statements(), statements())
def test_names_agree_both_ways_and_every_person_with_themselves(one: Traveller, other: Traveller) -> None:
    ours, theirs = identity_of(one), identity_of(other)
    assert names_agree(ours, theirs) == names_agree(theirs, ours)
    if ours.surname:
        assert names_agree(ours, ours)


@pytest.mark.parametrize(
    ("one", "other"),
    [("BOSTRÖM", "BOSTROEM"), ("Müller", "MUELLER"), ("O'Brien-Šmíd", "OBRIEN SMID"), ("ÅBERG", "AABERG")],
)
def test_spellings_that_one_carrier_prints_so_and_another_so(one: str, other: str) -> None:
    assert folded_name(one) == folded_name(other)


def test_a_visa_is_not_what_a_person_is_known_by() -> None:
    carried = (Document("V", "V1234567", "UTO"), Document("P", "X1234567", "UTO"), Document("P", None, "UTO"))
    assert identity_of(Traveller(Role.PASSENGER, documents=carried)).documents == {("X1234567", "UTO")}
