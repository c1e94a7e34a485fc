"""A new list version against travellers that are already here, in both directions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening import flow, rescreening
from gatehouse.screening.hits.models import Hit, HitVersion
from gatehouse.screening.hits.store import open_count, open_hits
from gatehouse.screening.intake.models import StoredMessage
from gatehouse.screening.watchlists import store
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., store.VersionSummary]:
    """Loads a list of entries (identifier to name and birth date) published on a day."""

    def load_entries(day: str, **people: tuple[str, str]) -> store.VersionSummary:
        path = tmp_path / f"{day}.csv"
        path.write_text(repr(people))
        entries = tuple(
            ListEntry("TEST", key, (ListedName(name),), birth_dates=(DateSpan.exact(born),))
            for key, (name, born) in people.items()
        )
        return store.add_list(ListReading("TEST", "own", day, entries, (), 0, 0), path)

    return load_entries


@pytest.fixture
def travelled(database: Path, paxlst, person, sent) -> None:
    """Two people have travelled, and no list was there."""
    assert database.exists()
    people = [person("QUILLFEATHER/ANNABEL", "800101"), person("THISTLEWOOD/JOCELYN", "810202")]
    flow.ingest([sent("a.edi", paxlst(people))], lambda _: None)


ANN = ("Annabel Quillfeather", "1980-01-01")
JOE = ("Jocelyn Thistlewood", "1981-02-02")


@pytest.mark.usefixtures("travelled")
def test_a_new_entry_finds_who_travelled_before(load) -> None:
    assert open_count() == 0
    load("2026-01-01", E1=ANN)
    summary = flow.rescreen(lambda _: None)
    assert (summary.travellers, summary.hits, summary.ended) == (2, 1, 0)
    (hit,) = open_hits(10)
    assert (hit.entry_id, hit.traveller) == ("E1", "ANNABEL QUILLFEATHER")
    assert hit.flight == "ZZ123 CDG-LHR"
    assert {reason.feature for reason in hit.explanation} >= {"name", "birth-date"}


@pytest.mark.usefixtures("travelled")
def test_a_removed_entry_marks_its_hit_and_keeps_it(load) -> None:
    load("2026-01-01", E1=ANN, E2=JOE)
    flow.rescreen(lambda _: None)
    load("2026-01-02", E2=JOE)
    summary = flow.rescreen(lambda _: None)
    assert summary.ended == 1
    assert dict(Hit.objects.values_list("entry_id", "state")) == {"E1": "entry-removed", "E2": "open"}
    assert [v.state for v in HitVersion.objects.filter(hit__entry_id="E1").order_by("version")] == [
        "open",
        "entry-removed",
    ]


@pytest.mark.usefixtures("travelled")
def test_an_entry_changed_into_somebody_else_marks_its_hit(load) -> None:
    load("2026-01-01", E1=ANN)
    flow.rescreen(lambda _: None)
    load("2026-01-02", E1=("Bartholomew Zzyzx", "1950-05-05"))
    assert flow.rescreen(lambda _: None).ended == 1
    assert Hit.objects.get().state == "entry-changed"


@pytest.mark.usefixtures("travelled")
def test_an_entry_changed_in_small_things_keeps_its_hit_open(load) -> None:
    load("2026-01-01", E1=ANN, E2=JOE)
    flow.rescreen(lambda _: None)
    version = load("2026-01-02", E1=("Annabelle Quillfeather", "1980-01-01"), E2=JOE)
    assert (version.changed, version.added, version.removed) == (1, 0, 0)
    assert flow.rescreen(lambda _: None).ended == 0
    assert set(Hit.objects.values_list("state", flat=True)) == {"open"}
    assert Hit.objects.get(entry_id="E1").list_version_id == version.id


@pytest.mark.usefixtures("travelled")
def test_an_entry_that_returns_opens_its_hit_again(load) -> None:
    for day, people in (
        ("2026-01-01", {"E1": ANN, "E2": JOE}),
        ("2026-01-02", {"E2": JOE}),
        ("2026-01-03", {"E1": ANN}),
    ):
        load(day, **people)
        flow.rescreen(lambda _: None)
    assert dict(Hit.objects.values_list("entry_id", "state")) == {"E1": "open", "E2": "entry-removed"}


@pytest.mark.usefixtures("travelled")
def test_rescreening_again_has_nothing_to_do(load) -> None:
    version = load("2026-01-01", E1=ANN)
    flow.rescreen(lambda _: None)
    assert flow.rescreen(lambda _: None) == flow.RescreenSummary(0, 0, 0)
    assert set(StoredMessage.objects.values_list("list_state", flat=True)) == {version.id}


def test_a_rescreening_that_was_cut_off_goes_on(load, paxlst, person, sent, monkeypatch) -> None:
    monkeypatch.setattr(rescreening, "BATCH_MESSAGES", 1)
    for number, name in enumerate(("QUILLFEATHER/ANNABEL", "THISTLEWOOD/JOCELYN")):
        born = ("800101", "810202")[number]
        flow.ingest([sent(f"{number}.edi", paxlst([person(name, born)], control=f"C{number}"))], lambda _: None)
    load("2026-01-01", E1=ANN, E2=JOE)

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        flow.rescreen(stop)
    assert open_count() == 1
    assert flow.rescreen(lambda _: None).travellers == 1
    assert open_count() == 2


def test_who_travels_later_is_screened_with_the_list_at_once(load, paxlst, person, sent) -> None:
    load("2026-01-01", E1=ANN)
    summary = flow.ingest([sent("a.edi", paxlst([person("QUILLFEATHER/ANNABEL", "800101")]))], lambda _: None)
    assert summary.hits == 1
    assert flow.rescreen(lambda _: None) == flow.RescreenSummary(0, 0, 0)
