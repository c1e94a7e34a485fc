"""The room is an app that tells the one door how hits are known."""

from __future__ import annotations

from django.apps import apps

from gatehouse.records import known_by
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.screening.review.facts import facts_of


def test_the_reader_of_hits_is_this_rooms() -> None:
    assert apps.get_app_config("review").name == "gatehouse.screening.review"
    known_by(SubjectClass.HIT, facts_of)  # refused for any other reader
