"""Hits written, followed and shown."""

from __future__ import annotations

import pytest

from gatehouse.screening import flow
from gatehouse.screening.hits.models import Hit, HitVersion
from gatehouse.screening.hits.store import follow_the_lists, open_count, open_hits, record
from gatehouse.screening.weighing import Scales

pytestmark = pytest.mark.usefixtures("database")


def test_nothing_to_record_is_nothing_done() -> None:
    assert record([], {}, Scales(lambda _: [], {}), {}) == []
    assert open_hits(10) == []


def test_the_first_to_be_shown_are_open_and_score_highest(paxlst, person, sent, exact_names) -> None:
    people = [person("ROE/ANN", "800101"), person("DOE/JOE", "810202"), person("POE/SAM")]
    listed = {"ANN ROE": "E1", "JOE DOE": "E2", "SAM POE": "E3"}
    flow.ingest([sent("a.edi", paxlst(people))], lambda _: None, exact_names(listed))
    Hit.objects.filter(entry_id="E2").update(score=0.95)
    Hit.objects.filter(entry_id="E3").update(score=1.0, state="entry-removed")
    shown = open_hits(10)
    assert [hit.entry_id for hit in shown] == ["E2", "E1", "E3"]
    assert (shown[1].traveller, shown[1].birth_date, shown[1].traveller_state) == ("ANN ROE", "1980-01-01", "expected")
    assert (shown[1].flight, shown[1].departs) == ("ZZ123 CDG-LHR", "2026-01-20T08:30")
    assert shown[1].explanation[0].how == ""
    assert [hit.entry_id for hit in open_hits(1)] == ["E2"]
    assert open_count() == 2


def test_hits_of_lists_that_are_not_stored_are_left_alone(paxlst, person, sent, exact_names) -> None:
    flow.ingest([sent("a.edi", paxlst([person("ROE/ANN")]))], lambda _: None, exact_names({"ANN ROE": "E1"}))
    assert follow_the_lists() == 0
    assert open_count() == 1
    version = HitVersion.objects.get()
    assert (version.version, version.state, version.engine) == (1, "open", "exact-name 1")
