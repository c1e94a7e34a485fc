"""Claims merged into hits."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from gatehouse.screening.hits.merging import Claim, HeldHit, HitKey, explanation_from, explanation_json, merge
from gatehouse.terms.candidate import Candidate, Reason


def _claim(score: float, source: str = "api", message: int = 1, traveller: int = 7, how: str = "") -> Claim:
    reasons = (Reason("name", "ANN ROE", "Ann Roe", "same", score, how),)
    return Claim(traveller, 1, source, message, Candidate("L", "E1", "Ann Roe", score, True, reasons, "engine 1"))


def _merged(*claims: Claim) -> HeldHit:
    held: dict[HitKey, HeldHit] = {}
    merge(held, claims[:1], count(1))
    for hit in held.values():
        hit.is_new = hit.has_news = False
    (hit,) = merge(held, claims[1:], count(2)) or held.values()
    return hit


def test_a_first_claim_makes_an_open_hit_of_version_1() -> None:
    (hit,) = merge({}, [_claim(0.8, message=5)], count(1))
    assert (hit.state, hit.version, hit.is_new, hit.has_news) == ("open", 1, True, True)
    assert (hit.first_message, hit.last_message, hit.engine) == (5, 5, "engine 1")


def test_a_repeat_in_the_same_batch_makes_no_second_hit() -> None:
    touched = merge({}, [_claim(0.8), _claim(0.9, message=2)], count(1))
    assert [(hit.score, hit.version, hit.last_message) for hit in touched] == [(0.9, 1, 2)]


def test_two_travellers_are_two_hits() -> None:
    assert len(merge({}, [_claim(0.8), _claim(0.8, traveller=8)], count(1))) == 2


@pytest.mark.parametrize(
    ("case", "repeat", "score", "version"),
    [
        ("the same again", _claim(0.8, message=2), 0.8, 1),
        ("a higher score of the other source", _claim(0.9, "pnr", 2), 0.9, 2),
        ("a lower score of the other source", _claim(0.7, "pnr", 2), 0.8, 1),
        ("a lower score of the same source", _claim(0.7, "api", 2), 0.7, 2),
        ("the same score for other reasons", _claim(0.8, "api", 2, how="otherwise"), 0.8, 2),
    ],
)
def test_a_repeat_says_more_or_only_that_it_was_repeated(case: str, repeat: Claim, score: float, version: int) -> None:
    hit = _merged(_claim(0.8), repeat)
    assert (hit.score, hit.version) == (score, version), case
    assert (hit.first_message, hit.last_message) == (1, 2)
    assert hit.has_news is (version == 2)


def _whole(score: float, *, above: bool, message: int = 2) -> Claim:
    claim = _claim(score, "pnr", message)
    return claim._replace(candidate=replace(claim.candidate, above_threshold=above), is_whole=True)


def test_the_whole_evidence_replaces_a_stronger_claim_from_one_statement() -> None:
    hit = _merged(_claim(0.95), _whole(0.7, above=True))
    assert (hit.score, hit.state, hit.version) == (0.7, "open", 2)


def test_a_hit_that_the_whole_evidence_speaks_against_is_weakened_and_kept() -> None:
    hit = _merged(_claim(0.95), _whole(0.02, above=False))
    assert (hit.score, hit.state, hit.version) == (0.02, "weakened", 2)


def test_a_weakened_hit_opens_again_when_the_evidence_returns() -> None:
    hit = _merged(_claim(0.95), _whole(0.02, above=False), _whole(0.9, above=True, message=3))
    assert (hit.score, hit.state) == (0.9, "open")


def test_evidence_below_the_threshold_makes_no_hit() -> None:
    assert merge({}, [_whole(0.1, above=False)], count(1)) == []


def test_a_claim_on_an_ended_hit_opens_it_again() -> None:
    held: dict[HitKey, HeldHit] = {}
    (hit,) = merge(held, [_claim(0.8)], count(1))
    hit.state, hit.has_news = "entry-removed", False
    merge(held, [_claim(0.5, "pnr", 2)], count(2))
    assert (hit.state, hit.version, hit.score) == ("open", 2, 0.8)


def test_an_explanation_comes_back_whole() -> None:
    reasons = (Reason("name", "A", None, "same", 1.5, "by letters"), Reason("sex", None, None, "missing", 0.0))
    assert explanation_from(explanation_json(reasons)) == reasons
    assert "\\u0000" not in explanation_json((Reason("name", "A\x00", None, "same", 1.0),))
