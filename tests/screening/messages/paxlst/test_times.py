from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.edifact.segment import split
from gatehouse.screening.messages.paxlst import said
from gatehouse.screening.messages.paxlst.times import time

FACTS: list[tuple[str, str, dict[str, Any]]] = [
    ("DTM+329:720907", said.PERSON, {"birth_date": "1972-09-07"}),
    ("DTM+329:19720907:102", said.PERSON, {"birth_date": "1972-09-07"}),
    ("DTM+329:260101", said.PERSON, {"birth_date": "2026-01-01"}),
    ("DTM+329:270101", said.PERSON, {"birth_date": "1927-01-01"}),
    ("DTM+329:7209<<", said.PERSON, {"birth_date": "1972-09"}),
    ("DTM+329:1972-09-07", said.PERSON, {"birth_date": "1972-09-07"}),
    ("DTM+329:07SEP72", said.PERSON, {"birth_date": "1972-09-07"}),
    ("DTM+36:31DEC35", said.DOCUMENT, {"expires": "2035-12-31"}),
    ("DTM+189:1306000900:201", said.FLIGHT, {"departs": "2013-06"}),
    ("DTM+329:720000", said.PERSON, {"birth_date": "1972"}),
    ("DTM+329:", said.PERSON, {"birth_date": None}),
    ("DTM+36:351231", said.DOCUMENT, {"expires": "2035-12-31"}),
    ("DTM+36:991231", said.DOCUMENT, {"expires": "1999-12-31"}),
    ("DTM+36:", said.DOCUMENT, {"expires": None}),
    ("DTM+182:250203", said.DOCUMENT, {"issued": "2025-02-03"}),
    ("DTM+189:1306210900:201", said.FLIGHT, {"departs": "2013-06-21T09:00"}),
    ("DTM+232: 1306212200:201", said.FLIGHT, {"arrives": "2013-06-21T22:00"}),
    ("DTM+232:201306212200:203", said.FLIGHT, {"arrives": "2013-06-21T22:00"}),
    ("DTM+189:20130621090000:204", said.FLIGHT, {"departs": "2013-06-21T09:00"}),
    ("DTM+186:1306210912:201", said.FLIGHT, {"departs-otherwise": "2013-06-21T09:12"}),
    ("DTM+189:130621", said.FLIGHT, {"departs": "2013-06-21"}),
    ("DTM+189:1306219900:201", said.FLIGHT, {"departs": "2013-06-21"}),
    ("DTM+136+260131+1030+M05", said.FLIGHT, {"departs-otherwise": "2026-01-31T10:30"}),
    ("DTM+132:20241230:102", said.FLIGHT, {"arrives-otherwise": "2024-12-30"}),
]


@pytest.mark.parametrize(("text", "about", "facts"), FACTS, ids=[v[0] for v in FACTS])
def test_dates_and_local_times(text: str, about: str, facts: dict[str, Any]) -> None:
    result = time(split(text), 2026)
    assert (result.about, dict(result.facts), result.faults, result.kept) == (about, facts, (), False)


@pytest.mark.parametrize("text", ["DTM+329:000000", "DTM+329:<<<<<<", "DTM+36:XXXXXX"])
def test_a_filler_leaves_the_date_open_and_is_told(text: str) -> None:
    result = time(split(text), 2026)
    assert [value for _, value in result.facts] == [None]
    assert [fault.code for fault in result.faults] == ["date-filler"]


@pytest.mark.parametrize(
    "text", ["DTM+329:721307", "DTM+329:07SAP72", "DTM+36:300230", "DTM+189:131306:201", "DTM+329:7"]
)
def test_a_date_that_is_none_is_evidence_and_states_nothing(text: str) -> None:
    result = time(split(text), 2026)
    assert (result.facts, result.kept) == ((), True)
    assert [fault.code for fault in result.faults] == ["date-unreadable"]


def test_an_unknown_qualifier_is_evidence() -> None:
    assert time(split("DTM+999:260101"), 2026) == said.unread("date-unknown", "999")


def test_a_known_date_without_a_field_is_evidence_without_a_finding() -> None:
    assert time(split("DTM+137:260101"), 2026) == said.Said(said.UNREAD, (), (), True)


@given(st.text("0123456789<X :+'ABC", max_size=14), st.sampled_from(["329", "36", "182", "189", "232", "132"]))
def test_no_text_breaks_the_reader_and_no_fault_quotes_it(value: str, qualifier: str) -> None:
    result = time(split(f"DTM+{qualifier}:{value}"), 2026)
    assert all(len(value) < 6 or value not in fault.detail for fault in result.faults)
    assert result.facts or result.kept
