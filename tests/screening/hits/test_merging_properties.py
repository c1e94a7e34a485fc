"""Any run of claims: one hit for each traveller, leg and entry, whatever the order and number of repeats."""

from __future__ import annotations

from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.screening.hits.merging import Claim, explanation_from, explanation_json, merge
from gatehouse.terms.candidate import Candidate, Reason

REASONS = st.lists(
    st.builds(
        lambda feature, value, outcome, weight: Reason(feature, value, None, outcome, weight, "as stated"),
        st.sampled_from(["name", "birth-date", "document", "sex"]),
        st.none() | st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=8),
        st.sampled_from(["same", "different", "missing"]),
        st.floats(-20, 20),
    ),
    max_size=4,
).map(tuple)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim above the threshold about one of a few travellers and entries."""
    entry, score = draw(st.sampled_from(["E1", "E2"])), draw(st.floats(0.5, 1.0))
    candidate = Candidate("L", entry, f"Entry {entry}", score, True, draw(REASONS), "engine 1")
    traveller, source = draw(st.integers(1, 3)), draw(st.sampled_from(["api", "pnr"]))
    return Claim(traveller, 1, source, draw(st.integers(1, 50)), candidate)


RUNS = st.lists(claims(), max_size=12)
QUICK = settings(max_examples=150, deadline=None)


@given(RUNS)
@QUICK
def test_one_hit_for_each_person_leg_and_entry(run: list[Claim]) -> None:
    held = {}
    touched = merge(held, run, count(1))
    assert {hit.key for hit in touched} == {claim.key for claim in run} == set(held)
    assert len(touched) == len(held)
    assert len({hit.id for hit in touched}) == len(touched)


@given(RUNS)
@QUICK
def test_a_hit_is_never_weaker_than_the_last_claim_of_its_source_nor_stronger_than_all(run: list[Claim]) -> None:
    """The score of a hit is that of one of its claims: none is made up and none is averaged."""
    for hit in merge({}, run, count(1)):
        scores = {claim.candidate.score for claim in run if claim.key == hit.key}
        assert hit.score in scores
        assert hit.score >= min(scores)


@given(RUNS)
@QUICK
def test_a_new_hit_in_one_batch_has_one_version_however_often_it_is_repeated(run: list[Claim]) -> None:
    assert all((hit.version, hit.is_new, hit.has_news) == (1, True, True) for hit in merge({}, run, count(1)))


@given(RUNS)
@QUICK
def test_the_first_and_the_last_message_are_those_of_the_claims(run: list[Claim]) -> None:
    for hit in merge({}, run, count(1)):
        messages = [claim.message for claim in run if claim.key == hit.key]
        assert (hit.first_message, hit.last_message) == (messages[0], messages[-1])


@given(RUNS)
@QUICK
def test_the_same_claims_again_are_no_news(run: list[Claim]) -> None:
    """A carrier that sends a list twice must not send an officer twice."""
    last = {claim.key: claim for claim in run}
    held = {}
    merge(held, last.values(), count(1))
    for hit in held.values():
        hit.is_new = hit.has_news = False
    before = {key: (hit.version, hit.score) for key, hit in held.items()}
    merge(held, last.values(), count(100))
    assert {key: (hit.version, hit.score) for key, hit in held.items()} == before
    assert not any(hit.has_news for hit in held.values())


@given(REASONS)
@QUICK
def test_an_explanation_comes_back_from_its_json(reasons: tuple[Reason, ...]) -> None:
    assert explanation_from(explanation_json(reasons)) == reasons
