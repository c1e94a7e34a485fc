"""Stored travellers are screened as if their messages came again; only what is current is asked about."""

from __future__ import annotations

from collections.abc import Callable

import orjson
import pytest

from gatehouse.screening import flow
from gatehouse.screening.intake.models import Transmission
from gatehouse.screening.matching.screener import Screener
from gatehouse.screening.spread import stored
from gatehouse.screening.spread.parts import parts_of
from gatehouse.screening.spread.screening import screened

pytestmark = pytest.mark.usefixtures("database")


def test_each_current_statement_is_answered_once(
    paxlst: Callable, person: Callable, sent: Callable, exact_names: Callable, entries: list, monkeypatch
) -> None:
    people = [person("KARIM/YOUSEF", "800101", reference="U1"), person("DOE/JOE", reference="U2")]
    flow.ingest([sent("a.edi", paxlst(people))], lambda _: None, exact_names({}))
    changed = paxlst([person("KARIM/YUSUF", "800102", reference="U1")], control="C2")
    flow.ingest([sent("b.edi", changed)], lambda _: None, exact_names({}))
    monkeypatch.setattr(stored, "PART_ROWS", 1)
    answers = [screened(part, Screener(entries)) for part in parts_of(stored.stored_pieces())]
    lines = [orjson.loads(answer.lines) for answer in answers]
    assert [(line["source"]["file"], line["traveller"]["number"]) for line in lines] == [("a.edi", 2), ("b.edi", 1)]
    assert [bool(line["candidates"]) for line in lines] == [False, True]
    assert lines[1]["source"]["sha256"] == Transmission.objects.get(name="b.edi").sha256


def test_nobody_stored_is_no_piece() -> None:
    assert list(stored.stored_pieces()) == []
