"""Outcomes have words, and kinds are those of the profile's redress."""

from __future__ import annotations

import tomllib
from importlib import resources

from gatehouse.screening.redress.outcomes import Kind, Outcome


def test_templates_and_outcomes_are_the_same_set() -> None:
    told = tomllib.loads((resources.files("gatehouse.screening.redress") / "answers.toml").read_text("utf-8"))
    assert set(told["answers"]) == set(Outcome)
    assert len(set(Kind)) == 5
