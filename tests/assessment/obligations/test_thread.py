"""The catalogue finds obligations by code, by paragraph, and what became of them."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.catalogue import UnknownObligation, catalogue, obligation


def test_an_obligation_by_its_code() -> None:
    found = obligation("2396-11a")
    assert (found.force, found.deadlines) == ("binding", ("2017-10-23",))
    assert {placing.paragraph for placing in found.placings} == {"11"}


def test_numbers_name_the_same_obligation() -> None:
    assert obligation("R031") is obligation("2396-11a")
    assert obligation("R182") is obligation("R213") is obligation("GCTS-26"), "one thread, listed in two versions"


def test_what_is_unknown_is_told_with_what_there_is() -> None:
    with pytest.raises(UnknownObligation, match="obligations list"):
        obligation("2396-99")
    with pytest.raises(UnknownObligation, match="GCTS-2014"):
        catalogue().version("GCTS-2018")


def test_a_thread_runs_through_versions() -> None:
    privacy = obligation("GCTS-19")
    assert {(p.version, p.paragraph) for p in privacy.placings} == {("GCTS-2014", "12"), ("GCTS-2016", "19")}
    assert [change.kind for change in catalogue().history(privacy)] == ["amended"]
    assert [change.kind for change in catalogue().history(obligation("GCTS-20"))] == ["new"]
    assert [change.kind for change in catalogue().history(obligation("GCTS-32"))] == ["split"]


def test_a_paragraph_may_hold_several_obligations() -> None:
    assert [found.code for found in catalogue().at("2396-draft", "3")] == ["2396-3a", "2396-3b", "2396-3c"]
