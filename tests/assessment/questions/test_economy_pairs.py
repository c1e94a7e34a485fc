"""How much one question's answers tell of another's, counted by hand beside."""

from __future__ import annotations

from gatehouse.assessment.questions.economy_pairs import coded, derivable

STATES = [f"S{number}" for number in range(60)]


def answers(pattern: str) -> dict[str, str]:
    """One letter of the pattern for each State, repeated."""
    return {state: pattern[number % len(pattern)] for number, state in enumerate(STATES)}


def judged(**patterns: str) -> list:
    """Coded questions of these patterns."""
    return [coded(name, answers(pattern), STATES) for name, pattern in patterns.items()]


def test_a_renamed_question_is_told_by_the_other_both_ways() -> None:
    found = derivable(judged(one="abc", other="xyz"))
    assert [(each.question, each.source, each.right, each.guessed) for each in found] == [
        ("one", "other", 60, 20),
        ("other", "one", 60, 20),
    ]


def test_a_coarser_question_is_told_by_a_finer_one_and_not_the_other_way() -> None:
    assert [(each.question, each.source) for each in derivable(judged(fine="abcd", coarse="xxyy"))] == [
        ("coarse", "fine")
    ]


def test_independent_questions_tell_nothing() -> None:
    assert derivable(judged(one="ab", other="xxyy")) == []


def test_a_question_that_is_nearly_always_answered_alike_is_not_derived() -> None:
    assert derivable(judged(one="a" * 19 + "b", other="x" * 19 + "y")) == []


def test_answers_of_their_own_for_every_state_tell_nothing() -> None:
    unique = coded("other", {state: state for state in STATES}, STATES)
    assert derivable([judged(one="ab")[0], unique]) == []


def test_too_few_common_answers_tell_nothing() -> None:
    few = dict(list(answers("ab").items())[:29])
    assert derivable([coded("one", few, STATES), *judged(other="ab")]) == []
