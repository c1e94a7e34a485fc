"""Claims weighed against everything that is known of a traveller."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening import weighing
from gatehouse.screening.matching.operating import Thresholds
from gatehouse.screening.matching.subject import completed
from gatehouse.screening.weighing import Scales, together
from gatehouse.terms.candidate import Subject
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry
from gatehouse.terms.traveller import Document, Role, Traveller

ENTRY = ListEntry("DEMO", "1", (ListedName("Yusuf Karim"),), birth_dates=(DateSpan.exact("1976-05-17"),))
ENTRIES = {("DEMO", "1"): ENTRY}
BOOKED = Traveller(Role.PASSENGER, "KARIM", "YUSUF")
BORN_THAT_DAY = Traveller(Role.PASSENGER, "KARIM", "YUSUF", birth_date="1976-05-17")
NAMESAKE = Traveller(Role.PASSENGER, "KARIM", "YUSUF", birth_date="1999-11-30")


def _weighed(*statements: Traveller) -> tuple[bool, float]:
    candidate = Scales(lambda _: statements, ENTRIES).weigh(1, "DEMO", "1")
    assert candidate is not None
    return candidate.above_threshold, candidate.score


def test_a_birth_date_told_elsewhere_speaks_for_the_booking_too() -> None:
    above, score = _weighed(BOOKED, BORN_THAT_DAY)
    assert above
    assert score > _weighed(BOOKED)[1]


def test_a_birth_date_told_elsewhere_speaks_against_a_namesake() -> None:
    assert _weighed(BOOKED)[0]
    assert not _weighed(BOOKED, NAMESAKE)[0]


def test_a_claim_on_a_long_list_is_weighed_among_its_strangers() -> None:
    scales = Scales(lambda _: [BOOKED], ENTRIES, populations={"DEMO": 2_000_000})
    candidate = scales.weigh(1, "DEMO", "1")
    assert candidate is not None
    assert not candidate.above_threshold
    assert candidate.score < _weighed(BOOKED)[1]


def test_where_statements_disagree_the_stronger_one_counts() -> None:
    assert _weighed(NAMESAKE, BORN_THAT_DAY)[0]


def test_a_document_of_one_statement_is_evidence_for_all() -> None:
    listed = Traveller(Role.PASSENGER, "OTHER", "NAME", documents=(Document("P", "X1234567", "TUN"),))
    (first, second) = together([Subject(("YUSUF KARIM",)), Subject(("OTHER NAME",), documents=(("X1234567", "TUN"),))])
    assert listed.documents[0].number in dict(first.documents)
    assert set(first.names) == set(second.names)


def test_a_pair_is_compared_once_while_the_memory_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: weighing.Weighed = {}
    first = Scales(lambda _: [BOOKED, NAMESAKE], ENTRIES, weighed=weighed).weigh(1, "DEMO", "1")
    compared = len(weighed)
    monkeypatch.delattr(weighing, "compare")
    assert Scales(lambda _: [BOOKED, NAMESAKE], ENTRIES, weighed=weighed).weigh(2, "DEMO", "1") == first
    assert len(weighed) == compared > 0


def test_the_memory_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "WEIGHED_MAX", 1)
    weighed: weighing.Weighed = {}
    assert Scales(lambda _: [BOOKED, NAMESAKE], ENTRIES, weighed=weighed).weigh(1, "DEMO", "1")
    assert len(weighed) == 1


def test_an_entry_that_is_not_in_force_is_not_weighed() -> None:
    assert Scales(lambda _: [BOOKED], ENTRIES).weigh(1, "DEMO", "2") is None


def test_only_several_statements_are_a_whole_of_their_own() -> None:
    assert not Scales(lambda _: [BOOKED], ENTRIES).is_told_twice(1)
    assert Scales(lambda _: [BOOKED, NAMESAKE], ENTRIES).is_told_twice(1)


DATES = st.none() | st.sampled_from(["1976", "1976-05", "1976-05-17", "1999-11-30"])
SUBJECTS = st.builds(
    Subject,
    names=st.lists(st.sampled_from(["A B", "C D"]), unique=True, max_size=2).map(tuple),
    birth_date=DATES,
    sex=st.sampled_from([None, "F", "M"]),
    nationalities=st.sampled_from([(), ("FRA",), ("TUN", "FRA")]),
)


@given(SUBJECTS, st.lists(SUBJECTS, max_size=3))
def test_completing_never_replaces_what_was_stated_nor_loses_anything(own: Subject, others: list[Subject]) -> None:
    whole = completed(own, others)
    for field in ("birth_date", "sex", "nationalities"):
        stated = getattr(own, field)
        known = [getattr(other, field) for other in others if getattr(other, field)]
        assert getattr(whole, field) == (stated or (known[0] if known else stated))
    assert set(whole.names) == set(own.names).union(*(other.names for other in others))


@pytest.mark.parametrize(("threshold", "is_above"), [(0.01, True), (0.9999999, False)])
def test_the_lists_own_threshold_decides(threshold: float, is_above: bool) -> None:
    weighed = Scales(lambda _: [BOOKED], ENTRIES, Thresholds(0.5, {"DEMO": threshold})).weigh(1, "DEMO", "1")
    assert weighed
    assert (weighed.threshold, weighed.above_threshold) == (threshold, is_above)
