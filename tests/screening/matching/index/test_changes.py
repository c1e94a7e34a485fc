"""A compiled list with small changes beside it answers as one compiled anew."""

from dataclasses import replace

import pytest

from gatehouse.screening.matching.index.layout import write
from gatehouse.screening.matching.operating import Thresholds
from gatehouse.screening.matching.pair import THRESHOLD
from gatehouse.screening.matching.screener import Screener
from gatehouse.terms.candidate import Subject
from gatehouse.terms.entry import ListedName, ListEntry

ADDED = ListEntry("TEST", "T-7", (ListedName("Wilhelmina Quillfeather"),))
NAMES = ("Muhammad Harbani", "Lars Anderson", "Ilse Varga Skjoldager", "Wilhelmina Quillfeather", "Oksana Brandsma")


@pytest.fixture
def compiled(people, tmp_path):
    return Screener.open(write(people, tmp_path / "lists-1", {}, lambda _: None))


def test_added_changed_and_removed(people, compiled):
    renamed = replace(people[1], names=(ListedName("Oksana Brandsma"),))
    changed = compiled.changed([ADDED, renamed], [("TEST", "T-4"), ("TEST", "T-99")])
    anew = Screener([people[0], *people[2:3], *people[4:], ADDED, renamed])
    subjects = [Subject((name,)) for name in NAMES]
    assert changed.screen_many(subjects) == anew.screen_many(subjects)
    assert sorted(entry.entry_id for entry in changed.entries) == sorted(entry.entry_id for entry in anew.entries)
    assert changed.by_identifier[("TEST", "T-2")] == renamed
    assert ("TEST", "T-4") not in changed.by_identifier


def test_what_was_compiled_is_not_touched(compiled):
    compiled.changed([], [("TEST", "T-1")])
    assert compiled.screen(Subject((NAMES[0],)))


def test_changes_on_changes(people, compiled):
    twice = compiled.changed([ADDED], []).changed([people[0]], [("TEST", "T-7")])
    assert [found.entry_id for found in twice.screen(Subject((NAMES[0],)))] == ["T-1"]
    assert twice.screen(Subject((NAMES[3],))) == []


@pytest.mark.parametrize(
    ("expires", "today", "listed"),
    [("2026-05-17", "2026-05-17", True), ("2026-05-17", "2026-05-18", False), ("2026-05", "2026-05-31", True),
     ("2026-05", "2026-06-01", False), ("2026", "2026-12-31", True), ("2026", "2027-01-01", False)],
)  # fmt: skip
def test_expired_entries_are_passed_over(tmp_path, expires, today, listed):
    entry = replace(ADDED, expires_on=expires)
    folder = write([entry], tmp_path / "lists-1", {}, lambda _: None)
    assert bool(Screener.open(folder, today=today).screen(Subject((NAMES[3],)))) is listed
    assert entry.is_expired(today) is not listed


def test_a_list_has_a_threshold_of_its_own(compiled):
    usual = compiled.screen(Subject((NAMES[0],)))
    raised = usual[0].score + 0.01
    strict = compiled.with_thresholds(Thresholds(THRESHOLD, {"TEST": raised})).screen(Subject((NAMES[0],)))
    assert [found.score for found in usual] == [found.score for found in strict]
    assert (usual[0].above_threshold, usual[0].threshold) == (True, THRESHOLD)
    assert (strict[0].above_threshold, strict[0].threshold) == (False, raised)


def test_contacts_find_an_entry():
    entry = ListEntry("TEST", "1", (ListedName("Ilse Varga"),), contacts=("+46 8 123 456 78", "ilse@varga.example"))
    screener = Screener([entry, ADDED])
    found = screener.screen(Subject(("Ilse Vorgas",), contacts=("ilse@varga.example",)))
    assert [candidate.entry_id for candidate in found] == ["1"]


def test_scores_without_explanations(compiled):
    subjects = [Subject((name,)) for name in NAMES]
    scores = list(compiled.search_many(subjects))
    assert [[(s.entry_id, s.score) for s in found] for found in scores] == [
        [(candidate.entry_id, candidate.score) for candidate in found] for found in compiled.screen_many(subjects)
    ]
