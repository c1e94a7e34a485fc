"""A criterion in force makes hits beside the lists: explained, named by version, ended when it is met no more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from gatehouse.records import law
from gatehouse.screening import criteria_in_force, flow
from gatehouse.screening.criteria.criterion import Criterion
from gatehouse.screening.criteria.criterion_file import parse_criterion
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.lists_in_force import ListsInForce
from gatehouse.terms.candidate import Found, Subject

pytestmark = pytest.mark.usefixtures("database")
TODAY = dt.datetime.now(dt.UTC).date()
EXAMPLE = Path(__file__).parents[2] / "examples" / "criteria" / "cash-one-way.toml"


def _criterion() -> Criterion:
    return parse_criterion(EXAMPLE.read_bytes(), "cash-one-way")


@pytest.fixture
def applied(monkeypatch: pytest.MonkeyPatch) -> Callable[[Criterion], None]:
    """Puts a criterion in force, whatever the register says."""
    return lambda one: monkeypatch.setattr(criteria_in_force, "in_force", lambda: (one,))


BOOKING = (
    "UNB+IATA:1+ZZ+GOV+260119:1000+{0}'UNH+1+PNRGOV:15:1:IA'MSG+:22'ORG+ZZ'"
    "TVL+200126:0830:200126:0900+CDG+LHR+ZZ+123'EQN+1'SRC'RCI+ZZ:ABC123::180126:1000'"
    "DAT+710:180126:1000'TIF+ROE+ANN:A:1'FOP+{1}'TVL+200126:0830:200126:0900+CDG+LHR+ZZ+123:Y'RPI+1+HK'"
    "UNT+13+1'UNZ+1+{0}'"
)


def _ingest(sent: Callable, name: str, text: str) -> None:
    flow.ingest([sent(name, text.encode())], lambda _: None, ListsInForce(_nobody))


def _nobody(subjects: Sequence[Subject]) -> list[Found]:
    return [Found([]) for _ in subjects]


def test_a_match_is_a_hit_that_names_version_and_file(applied, sent) -> None:
    criterion = _criterion()
    applied(criterion)
    _ingest(sent, "p.edi", BOOKING.format("P1", "CA"))
    hit = Hit.objects.get()
    assert (hit.list, hit.entry_id, hit.state, hit.score) == (
        "CRITERIA",
        f"cash-one-way/{criterion.version}",
        "open",
        0.0,
    )
    assert hit.engine == f"criteria {criterion.sha256}"
    features = [reason["feature"] for reason in hit.explanation]
    assert "criterion" in features
    assert features[-1] == "triage"
    assert "exculpating" in features


def test_without_criteria_there_is_no_hit(sent) -> None:
    _ingest(sent, "p.edi", BOOKING.format("P1", "CA"))
    assert Hit.objects.count() == 0


def test_a_lapsed_review_of_the_law_stops_criteria(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(settings, "CRITERIA_FOLDER", tmp_path, raising=False)
    asked = []
    monkeypatch.setattr(criteria_in_force, "_looked_up", lambda *_: asked.append(1) or ())
    criteria_in_force.in_force()
    assert asked == [1]
    profile = law.law().profile
    lapsed = replace(profile, review=replace(profile.review, due_on=TODAY - dt.timedelta(days=5)))
    monkeypatch.setattr(type(law.law()), "profile", lapsed, raising=False)
    assert law.law().standing().may_screen
    assert criteria_in_force.in_force() == ()
    assert asked == [1]


def test_the_law_says_what_criteria_may_look_at() -> None:
    profile = law.law().profile
    assert criteria_in_force.permitted_by(profile).provision("nationality") is None
    named = replace(profile, criteria=replace(profile.criteria, nationality_provision="Act, s. 9"))
    assert criteria_in_force.permitted_by(named).provision("nationality") == "Act, s. 9"
