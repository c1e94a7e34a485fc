"""Every code of help has its words."""

from __future__ import annotations

from gatehouse.assessment.assistance.effect import CONFIDENCES
from gatehouse.assessment.assistance.project_stages import stages
from gatehouse.assessment.assistance.themes import themes
from gatehouse.assessment.follow_up.uptake import STATUSES
from gatehouse.web.assessment.help_forms import CONFIDENCE_NAMES, PROJECT_EVENTS, UPTAKE_NAMES, OfferForm, theme_names


def test_every_code_has_its_words() -> None:
    assert tuple(CONFIDENCE_NAMES) == CONFIDENCES
    assert tuple(UPTAKE_NAMES) == STATUSES
    assert set(PROJECT_EVENTS) == {event for _stage, event in stages()}
    assert [code for code, _ in theme_names()] == list(themes())


def test_an_offer_is_read() -> None:
    said = {"body": "ICAO", "themes": ["api"], "text": "Experts.", "until": "2099-12-31", "regions": "demo-north, x"}
    form = OfferForm(said)
    assert form.is_valid()
    assert form.offering().regions == ("demo-north", "x")
