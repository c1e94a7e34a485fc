"""Screening in processes of its own gives what screening here gives."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gatehouse.screening.workers import WORTH_WORKERS_BYTES, Workers, worker_count
from gatehouse.terms.candidate import Candidate, Found, LeftOut, Subject


def _screen(subjects: Sequence[Subject]) -> list[Found]:
    """Everybody is a candidate for their own name, above the threshold when it is long."""
    return [
        Found([Candidate("L", name, name, 0.5, len(name) > 3, ()) for name in subject.names], (LeftOut.CUT,))
        for subject in subjects
    ]


SUBJECTS = [Subject((f"NAME {number}",)) for number in range(50)]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_the_order_is_kept_however_many_work(count: int) -> None:
    with Workers(_screen, count) as workers:
        for part in (SUBJECTS, [], SUBJECTS[:1]):
            workers.submit(part)
            assert [one.candidates[0].entry_id for one in workers.collect()] == [subject.names[0] for subject in part]


def test_only_what_is_above_the_threshold_comes_back() -> None:
    with Workers(_screen, 0) as workers:
        workers.submit([Subject(("AB",)), Subject(("ABCD",))])
        found = workers.collect()
    assert [len(one.candidates) for one in found] == [0, 1]
    assert [one.left_out for one in found] == [(LeftOut.CUT,)] * 2, "what was left out is told of those as well"


def test_the_same_person_again_is_not_screened_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Subject] = []

    def screen(subjects: Sequence[Subject]) -> list[Found]:
        asked.extend(subjects)
        return _screen(subjects)

    monkeypatch.setattr("gatehouse.screening.workers.SUBJECTS_REMEMBERED_MAX", 2)
    with Workers(screen, 0) as workers:
        for part in (SUBJECTS[:2] * 2, SUBJECTS[:2], SUBJECTS[2:4], SUBJECTS[:1]):
            workers.submit(part)
            assert len(workers.collect()) == len(part)
    assert asked == [*SUBJECTS[:2], *SUBJECTS[2:4], SUBJECTS[0]]


@pytest.mark.usefixtures("database")
def test_workers_end_with_their_use() -> None:
    with Workers(_screen, 2) as workers:
        processes = list(workers._processes)
        assert all(process.is_alive() for process in processes)
    assert not any(process.is_alive() for process in processes)


def test_there_is_no_worker_where_there_is_one_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0}, raising=False)
    assert worker_count(WORTH_WORKERS_BYTES) == 0
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(64)), raising=False)
    assert worker_count(WORTH_WORKERS_BYTES) == 8
    assert worker_count(WORTH_WORKERS_BYTES - 1) == 0, "so little is done before a worker would stand"
