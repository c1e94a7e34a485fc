"""The events: added and never changed, true after a crash at any byte, refused when somebody wrote in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.screening.criteria.errors import RegisterError
from gatehouse.screening.criteria.events_file import (
    EVENTS_FILE,
    Event,
    add_events,
    only_writer,
    read_events,
    write_whole,
)

FIRST = Event("2026-11-21T00:00:00+00:00", "tried", "cash-only", 1, "ab")
SECOND = FIRST._replace(event="activated", by="Ada")


def test_events_come_back_in_their_order(tmp_path: Path) -> None:
    assert read_events(tmp_path) == []
    with only_writer(tmp_path / "new"):
        add_events(tmp_path / "new", [FIRST])
        add_events(tmp_path / "new", [SECOND])
    assert read_events(tmp_path / "new") == [FIRST, SECOND]


def test_after_a_crash_at_any_byte_the_log_is_true_and_goes_on(tmp_path: Path) -> None:
    add_events(tmp_path, [FIRST])
    whole = (tmp_path / EVENTS_FILE).read_bytes()
    add_events(tmp_path, [SECOND])
    both = (tmp_path / EVENTS_FILE).read_bytes()
    for cut in range(len(whole), len(both)):
        (tmp_path / EVENTS_FILE).write_bytes(both[:cut])
        assert read_events(tmp_path) == [FIRST]
        add_events(tmp_path, [SECOND])
        assert (tmp_path / EVENTS_FILE).read_bytes() == both


@pytest.mark.parametrize(
    "line", [b"{}", b"x", b"[1]", b'{"at":"a","event":"b","identifier":"c","version":"1","sha256":"d"}']
)
def test_a_line_that_is_no_event_stops_the_register(tmp_path: Path, line: bytes) -> None:
    (tmp_path / EVENTS_FILE).write_bytes(line + b"\n")
    with pytest.raises(RegisterError, match="line 1"):
        read_events(tmp_path)


def test_a_file_is_written_whole_in_a_folder_that_is_made(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b.toml", b"x")
    assert (tmp_path / "a" / "b.toml").read_bytes() == b"x"
    assert len(list((tmp_path / "a").iterdir())) == 1
