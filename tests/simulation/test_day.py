"""A day read by the product's own readers: everybody is there, in order, under the name that the truth has."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from gatehouse.edifact import EdifactError
from gatehouse.screening.messages import read_messages
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.simulation.day import simulate
from gatehouse.simulation.plan import Plan, Summary
from gatehouse.simulation.truth import TruthRow, read_truth
from gatehouse.simulation.variations import VARIATIONS
from gatehouse.terms.traveller import Role, Traveller

NAMES_NOT_AS_SENT = {"one-name-fnu", "title-glued", "initial", "document-ocr-error"}
"""Kinds whose point is a name that a reader may rightly repair: a filler, a title, a title on an initial."""


def _files(day: Summary) -> list[Path]:
    return sorted((day.out / "messages").iterdir())


def _digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _beside(out: Path) -> Iterator[tuple[TruthRow, Traveller]]:
    """Each row of the truth beside the traveller who was read there."""
    truth: dict[tuple[str, int], list[TruthRow]] = defaultdict(list)
    for row in read_truth(out / "truth.csv"):
        truth[row.file, row.message].append(row)
    for path in sorted((out / "messages").iterdir()):
        with path.open("rb") as stream:
            try:
                readings = list(read_messages(stream))
            except EdifactError:
                readings = []
        for index, reading in enumerate(readings):
            rows = truth.pop((path.name, index), [])
            assert len(rows) == len(reading.travellers), f"{path.name} message {index}"
            yield from zip(rows, reading.travellers, strict=True)
    assert not truth


def test_clean_messages_give_back_every_traveller_by_name(clean_day: Summary) -> None:
    pairs = list(_beside(clean_day.out))
    assert len(pairs) == clean_day.appearances
    for row, read in pairs:
        if read.role is not Role.GROUP and row.variation not in NAMES_NOT_AS_SENT and len(row.given_names) > 1:
            assert (read.surname or "", read.given_names or "") == (row.surname, row.given_names), row.file


def test_dirty_messages_lose_nobody(dirty_day: Summary) -> None:
    pairs = list(_beside(dirty_day.out))
    assert len(pairs) == dirty_day.appearances
    surnames = [(row.surname.upper(), (read.surname or "").upper()) for row, read in pairs]
    assert sum(sent == read for sent, read in surnames) > 0.98 * len(surnames)


def test_clean_messages_have_no_errors(clean_day: Summary) -> None:
    codes = set()
    for path in _files(clean_day):
        with path.open("rb") as stream:
            for reading in read_messages(stream):
                codes |= {finding.code for finding in reading.findings if finding.severity == "error"}
    assert codes == set()


def test_both_channels_and_every_function_are_sent(clean_day: Summary) -> None:
    functions = set()
    for path in _files(clean_day):
        with path.open("rb") as stream:
            functions |= {(reading.type, reading.function) for reading in read_messages(stream)}
    assert {("PAXLST", "passenger-list"), ("PAXLST", "crew-list"), ("PAXLST", "close")} <= functions
    assert len({function for kind, function in functions if kind == "PNRGOV"}) >= 1


def test_the_list_reads_back_whole(clean_day: Summary) -> None:
    reading = read_list(clean_day.out / "list.csv")
    assert len(reading.entries) == clean_day.entries
    listed = {entry.entry_id for entry in reading.entries}
    planted = {row.entry_id for row in read_truth(clean_day.out / "truth.csv") if row.entry_id}
    assert planted <= listed


def test_the_summary_counts_what_is_there(dirty_day: Summary) -> None:
    summary = dirty_day
    assert summary.files == len(_files(dirty_day))
    assert summary.travellers == 900
    assert summary.planted == sum(count for _, count in summary.variations) == 120
    assert {kind for kind, _ in summary.variations} <= {variation.kind for variation in VARIATIONS}
    assert summary.unreadable == 4
    assert sum(count for _, count in summary.dirt) == summary.files - summary.unreadable


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        simulate(Plan(150, 10, 5, tmp_path / name, entries=60, dirty=0.3))
    assert _digest(tmp_path / "one") == _digest(tmp_path / "other")
    simulate(Plan(150, 10, 6, tmp_path / "another", entries=60, dirty=0.3))
    assert _digest(tmp_path / "another") != _digest(tmp_path / "one")


@pytest.mark.parametrize("travellers", [1, 2, 23])
def test_small_days_have_exactly_the_people_asked_for(tmp_path: Path, travellers: int) -> None:
    summary = simulate(Plan(travellers, 0, 1, tmp_path, entries=0))
    assert summary.travellers == travellers
    assert summary.entries == 0


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    simulate(Plan(300, 5, 2, tmp_path, entries=50), lambda stage, done, end: told.append((stage, done, end)))
    assert [stage for stage, done, end in told if done == end] == ["list", "travellers"]
    assert [done for stage, done, _ in told if stage == "travellers"] == sorted(
        done for stage, done, _ in told if stage == "travellers"
    )
