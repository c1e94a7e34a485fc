"""Offers of the story are in force, and fit the needs of its States."""

from __future__ import annotations

from pathlib import Path

from gatehouse.assessment.assistance.models import Offer
from gatehouse.assessment.demonstration import helping
from gatehouse.assessment.demonstration.region import duties


def test_somebody_offers_every_kind_of_help_that_the_story_calls_for(database: Path) -> None:
    del database
    helping.offer()
    offered = {theme for offer in Offer.objects.all() for theme in offer.themes}
    assert {duty.theme for duty in duties()} <= offered
