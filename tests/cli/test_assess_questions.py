"""Questions and answers from the command line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def assessed(database: object, run: Callable) -> None:
    """A State and an open cycle."""
    del database
    run("assess", "add-state", "X-AL", "--region", "demo", "--name-en", "Altona", "--name-zh", "阿尔托纳")
    run("assess", "add-cycle", "2026", "--begins", "2026-01-01", "--ends", "2026-12-31")


def test_a_questionnaire_is_shown_in_both_languages(run: Callable) -> None:
    assert "18 questions" in run("assess", "questions", "survey").out
    assert "执行情况调查" in run("assess", "questions", "survey", "--language", "zh").out
    assert run("assess", "questions", "poll").status == 2


@pytest.mark.usefixtures("assessed")
def test_answers_stand_with_progress(run: Callable) -> None:
    assert run("assess", "answer", "X-AL", "2026", "api-required", "fully").out == "api-required: version 1 stands\n"
    shown = run("assess", "answers", "X-AL", "2026").out
    assert "api-required: fully implemented" in shown or "api-required: fully (version 1)" in shown
    assert "% answered" in shown
    for wrong in (("no-such", "yes"), ("api-required", "Ahmed Khan")):
        refused = run("assess", "answer", "X-AL", "2026", *wrong)
        assert (refused.status, "Khan" in refused.err) == (2, False)


@pytest.mark.usefixtures("assessed")
def test_a_conflict_is_shown_and_settled(run: Callable) -> None:
    run("assess", "answer", "X-AL", "2026", "api-required", "fully")
    met = run("assess", "answer", "X-AL", "2026", "api-required", "none", "--seen", "0")
    assert (met.status, "kept as contested answer 1" in met.err) == (2, True)
    assert "stands 'fully'; contested 'not begun'" in run("assess", "conflicts", "X-AL", "2026").out
    assert "version 2 stands" in run("assess", "settle-answer", "1", "--of", "X-AL", "--take", "--reason", "later").out
    assert run("assess", "settle-answer", "1", "--of", "X-AL", "--take", "--reason", "later").status == 2


@pytest.mark.usefixtures("assessed")
def test_a_section_is_delegated(run: Callable) -> None:
    assert run("assess", "delegate", "X-AL", "2026", "borders", "border service").status == 0
    assert run("assess", "delegate", "X-AL", "2026", "no-such", "x").status == 2
