"""The machine's own steps stand in the log, in the transaction of the step, and name nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gatehouse.audit import log
from gatehouse.audit.entry import Entry, decoded
from gatehouse.screening import flow
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.intake.models import StoredMessage

pytestmark = pytest.mark.usefixtures("database")


def _told() -> list[Entry]:
    return [decoded(leaf) for _, leaf in log.leaves(0, log.size())]


def test_received_screened_and_each_hit_are_entries(sent, paxlst, person, exact_names) -> None:
    content = paxlst([person("ROE/ANN", "800101"), person("POE/BOB")])
    flow.ingest([sent("m.edi", content)], lambda _: None, exact_names({"ANN ROE": "E1"}))
    told = _told()
    assert [entry.act for entry in told] == ["transmission.received", "batch.screened", "hit.made"]
    assert dict(told[1].details) == {"transmissions": 1, "messages": 1, "travellers": 2, "hits": 1}
    hit = Hit.objects.get()
    assert told[2].subject == f"hit:{hit.id}"
    assert dict(told[2].details) == {"traveller": f"traveller:{hit.traveller_id}", "list": "list:TEST"}
    assert {entry.decision for entry in told} == {"due"}
    leaves = b"".join(leaf for _, leaf in log.leaves(0, log.size()))
    assert not any(name in leaves for name in (b"ROE", b"POE", b"1980", b"m.edi"))


def test_the_same_file_again_is_no_new_entry(sent, paxlst, person, exact_names) -> None:
    path = sent("m.edi", paxlst([person("ROE/ANN")]))
    for _ in range(2):
        flow.ingest([path], lambda _: None, exact_names({}))
    assert [entry.act for entry in _told()] == ["transmission.received", "batch.screened"]


def test_a_refused_file_is_an_entry(sent, exact_names) -> None:
    flow.ingest([sent("m.txt", b"no interchange here")], lambda _: None, exact_names({}))
    assert [entry.act for entry in _told()] == ["transmission.quarantined"]


def test_what_fails_leaves_no_entry(sent, paxlst, person, exact_names, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("killed here")

    monkeypatch.setattr(flow.hits, "record", fail)
    with pytest.raises(RuntimeError):
        flow.ingest([sent("m.edi", paxlst([person("ROE/ANN")]))], lambda _: None, exact_names({}))
    assert [entry.act for entry in _told()] == ["transmission.received"]
    assert StoredMessage.objects.count() == 0


def test_sensitive_values_are_counted_in_the_log(sent, exact_names) -> None:
    text: Callable[[str], bytes] = str.encode
    message = (
        "UNB+IATA:1+ZZ+GOV+260119:1000+P1'UNH+1+PNRGOV:15:1:IA'MSG+:22'ORG+ZZ'"
        "TVL+200126:0830:200126:0900+CDG+LHR+ZZ+123'EQN+1'SRC'RCI+ZZ:ABC123::180126:1000'"
        "SSR+MOML:HK:1:ZZ'TIF+ROE+ANN:A:1'UNT+10+1'UNZ+1+P1'"
    )
    flow.ingest([sent("p.edi", text(message))], lambda _: None, exact_names({}))
    removed = [entry for entry in _told() if entry.act == "sensitive.removed"]
    assert [dict(entry.details) for entry in removed] == [{"elements": 1}]
