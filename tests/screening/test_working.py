"""One worker alone stores what `ingest` stores; one among others waits where it must, and gives up where it should."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening import flow, working
from gatehouse.screening.intake import claims, receiving
from gatehouse.screening.intake.models import Transmission
from gatehouse.screening.lists_in_force import ListsInForce
from gatehouse.screening.tally import Tally
from gatehouse.screening.travellers.models import Traveller
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.screening.watchlists.store import add_list
from gatehouse.screening.workers import Workers
from gatehouse.screening.working import Freshness, StaleListsError, Worker, freshness
from gatehouse.work.putting import waiting_count
from gatehouse.work.trying import NotNowError
from stored_facts import emptied, stored_facts

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def arrived(paxlst: Callable, person: Callable, tmp_path: Path) -> Path:
    """Two flights in files that touch each other: a list, its change, a repeat, a part, a close, and one unreadable."""
    folder = tmp_path / "arrived"
    folder.mkdir()
    for flight in ("ZZ1", "ZZ2"):
        people = [person(f"ROE{chr(65 + n)}/ANN", "800101", f"P{n}", reference=f"U{n}") for n in range(4)]
        first = paxlst(people[:3], control="A", flight=flight)
        (folder / f"1{flight}.edi").write_bytes(first)
        (folder / f"2{flight}.edi").write_bytes(paxlst([people[3]], control="B", flight=flight, part="2:F"))
        (folder / f"3{flight}.edi").write_bytes(b"\r\n" + first)
        (folder / f"4{flight}.edi").write_bytes(paxlst(people[1:], control="D", flight=flight, part="1:C"))
        (folder / f"5{flight}.edi").write_bytes(paxlst(people[:2], control="E", flight=flight, code=("266", "CLOB")))
    (folder / "bad.edi").write_bytes(b"UNB+UNOA:4+A+B+210513:0900+1" + b"A" * 300_000)
    return folder


@pytest.fixture
def lists(exact_names: Callable[..., ListsInForce]) -> ListsInForce:
    return exact_names({"ANN ROEA": "E1"})


def _receive(folder: Path) -> list[int]:
    return [receiving.receive(path, "file").transmission for path in flow.files_of([folder])]


def _worker(lists: ListsInForce, fresh: Freshness | None = None, is_leaving: bool = False) -> Worker:
    screening = Workers(lists.find_many, 0)
    return Worker(lists, fresh or freshness(), Tally(lambda _: None), lambda: is_leaving, screening)


def _read_all(worker: Worker) -> None:
    for number in receiving.unfinished():
        worker.read(number)


@pytest.mark.parametrize(("claimed_max", "streamed"), [(64, 1 << 20), (1, 1 << 20), (64, 0)])
def test_a_worker_stores_what_an_ingest_stores(
    arrived: Path, lists: ListsInForce, monkeypatch: pytest.MonkeyPatch, claimed_max: int, streamed: int
) -> None:
    flow.ingest([arrived], lambda _: None, lists)
    expected = stored_facts()
    assert expected["hits"]
    emptied()
    monkeypatch.setattr(claims, "CLAIMED_MAX", claimed_max)
    monkeypatch.setattr(working, "STREAMED_BYTES", streamed)
    _receive(arrived)
    worker = _worker(lists)
    _read_all(worker)
    assert stored_facts() == expected
    assert worker.tally.messages == 10
    assert [name for name, _ in worker.tally.quarantined] == ["bad.edi"]
    assert not Transmission.objects.exclude(touches=None).exists()


def test_work_is_given_up_when_nobody_works_on_what_it_waits_for(arrived: Path, lists: ListsInForce) -> None:
    ids = _receive(arrived)
    worker = _worker(lists)
    # As if another had claimed the list of the flight and died, and this one its change.
    worker._place_in_turn({ids[2]: worker._prepared(ids[2])})
    assert Traveller.objects.count() == 0
    _read_all(worker)
    assert Traveller.objects.count() > 0
    assert claims.unfinished_count() == 0


def test_nothing_is_stored_with_lists_that_are_no_longer_the_newest(
    arrived: Path, lists: ListsInForce, tmp_path: Path
) -> None:
    _receive(arrived)
    yesterday = Freshness(0, dt.date(2020, 1, 1))
    with pytest.raises(StaleListsError):
        _read_all(_worker(lists, yesterday))
    before, listed = freshness(), tmp_path / "l.csv"
    listed.write_text("list,entry_id,name\nL,1,Boris Fiktivov\n")
    add_list(read_list(listed), listed)
    with pytest.raises(StaleListsError):
        _read_all(_worker(lists, before))
    assert Traveller.objects.count() == 0
    claimed = [one.id for one in claims.claim()]
    assert len(claimed) == 11, "the claims were given back"
    claims.release(claimed)


def test_what_was_ingested_meanwhile_is_left_alone(arrived: Path, lists: ListsInForce) -> None:
    ids = _receive(arrived)
    worker = _worker(lists)
    ready = worker._prepared(ids[0])
    flow.ingest([], lambda _: None, lists)
    before = stored_facts()
    worker._place([ready])
    assert stored_facts() == before
    assert worker.tally.messages == 0


def test_a_worker_that_is_to_leave_takes_nothing_up(arrived: Path, lists: ListsInForce) -> None:
    ids = _receive(arrived)
    with pytest.raises(NotNowError):
        _worker(lists, is_leaving=True).read(ids[0])
    assert claims.unfinished_count() == 11


def test_what_is_finished_takes_its_job_off(arrived: Path, lists: ListsInForce) -> None:
    ids = _receive(arrived)
    assert waiting_count(["read"]) == 11
    _worker(lists).read(ids[0])
    assert waiting_count(["read"]) == claims.unfinished_count() == 0
