"""Who works on what: each transmission has one worker, and what meets is placed in the order received."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

import sessions
from gatehouse.screening.intake import claims, receiving
from gatehouse.screening.intake.models import Transmission

pytestmark = pytest.mark.usefixtures("database")


def _received(count: int, size: int = 10) -> list[int]:
    return [
        Transmission.objects.create(sha256=str(n), name=f"{n}.edi", channel="file", size=size).id for n in range(count)
    ]


@contextmanager
def _elsewhere(act: Callable[[], object]) -> Iterator[list[object]]:
    """What `act` gives in a session of its own, which lasts as long as the block."""
    done, may_leave, found, left = threading.Event(), threading.Event(), [], []

    def other() -> None:
        found.append(act())
        done.set()
        may_leave.wait()
        left.append(sessions.leave())

    thread = threading.Thread(target=other)
    thread.start()
    done.wait()
    try:
        yield found
    finally:
        may_leave.set()
        thread.join()
        sessions.wait_until_gone(*left)


def test_two_sessions_never_claim_the_same() -> None:
    first, second = _received(2, claims.CLAIMED_BYTES_MAX)
    with _elsewhere(claims.claim) as (theirs,):
        assert [one.id for one in theirs] == [first]
        ours = claims.claim()
        assert [one.id for one in ours] == [second]
        assert claims.claim() == []
        claims.release([second])


def test_what_a_session_held_is_free_when_it_ends() -> None:
    (only,) = _received(1)
    with _elsewhere(claims.claim):
        assert not claims.is_orphan(only)
        assert claims.claim() == []
    assert claims.is_orphan(only)
    assert [one.id for one in claims.claim()] == [only]
    claims.release([only])


def test_about_a_batch_is_claimed_and_the_oldest_first() -> None:
    ids = _received(5, claims.CLAIMED_BYTES_MAX // 2)
    receiving.finish({ids[0]: None})
    claimed = [one.id for one in claims.claim()]
    assert claimed == ids[1:3]
    claims.release(claimed)


def test_a_large_one_is_claimed_alone() -> None:
    first, _ = _received(2, 2 * claims.CLAIMED_BYTES_MAX)
    claimed = [one.id for one in claims.claim()]
    assert claimed == [first]
    claims.release(claimed)


@pytest.mark.parametrize(
    ("touched", "mine", "free", "blocker"),
    [
        ({0: ["a"], 1: ["b"]}, [1], [1], None),
        ({0: ["a"], 1: ["a"]}, [1], [], 0),
        ({1: ["b"]}, [1], [], 0),
        ({0: ["a"], 1: ["b"], 2: ["a"]}, [1, 2], [1], 0),
        ({0: ["a"], 1: ["a"]}, [0, 1], [0, 1], None),
        ({0: ["a"], 1: ["b"]}, [0], [0], None),
    ],
    ids=["strangers", "same flight", "not read yet", "the first only", "both mine", "the later one waits, not I"],
)
def test_what_meets_waits_for_what_came_first(
    touched: dict[int, list[str]], mine: list[int], free: list[int], blocker: int | None
) -> None:
    ids = _received(3)
    claims.touch({ids[place]: claims.touch_keys(texts) for place, texts in touched.items()})
    turn = claims.turn([ids[place] for place in mine])
    assert turn.free == [ids[place] for place in free]
    assert turn.blocker == (None if blocker is None else ids[blocker])


def test_what_is_finished_blocks_nobody() -> None:
    first, second, _ = _received(3)
    claims.touch({second: claims.touch_keys(["a"])})
    receiving.finish({first: None})
    assert claims.turn([second]).blocker is None
    assert not claims.is_orphan(first)
    assert claims.unfinished_count() == 2


def test_what_was_placed_meanwhile_is_not_due() -> None:
    (only,) = _received(1)
    assert claims.are_due({only: 0})
    Transmission.objects.update(messages_done=1)
    assert not claims.are_due({only: 0})
    receiving.finish({only: None})
    assert not claims.are_due({only: 1})


def test_keys_depend_on_the_text_alone() -> None:
    assert claims.touch_keys(["b", "a", "b"]) == sorted(claims.touch_keys(["a"]) + claims.touch_keys(["b"]))
    assert claims.touch_keys(["\udcff"])
