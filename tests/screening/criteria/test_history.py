"""History: every listing message read, nobody named twice taken twice, and refusals with the line."""

from __future__ import annotations

import io

import orjson
import pytest

from gatehouse.screening.criteria.errors import CriterionFileError
from gatehouse.screening.criteria.history import Outcome, read_history, read_outcomes
from gatehouse.screening.criteria.journey import Journey

MESSAGE = {
    "source": {"file": "a.edi", "sha256": "ab" * 32, "index": 2},
    "function": "pnr-push",
    "test": False,
    "flights": [{"carrier": "ZZ", "number": "1", "legs": [{"origin": "SIN", "departs": "2026-10-05"}]}],
    "travellers": [{"surname": "Fiktiv"}, {"surname": "Muster"}, {"role": "group"}],
    "bookings": [{"locator": "AAA", "travellers": 1, "traveller_indexes": [1], "payments": [{"kind": "CA"}]}],
}


def _read(*lines: object) -> list[Journey]:
    content = b"\n".join(line if isinstance(line, bytes) else orjson.dumps(line) for line in lines)
    return list(read_history(io.BytesIO(content), "h.jsonl"))


def test_a_message_gives_its_travellers_with_flight_and_booking() -> None:
    first, second = _read(MESSAGE, b"")
    assert first.key == f"{'ab' * 8}:2#0"
    assert first.booking is None
    assert second.booking
    assert second.booking.locator == "AAA"
    assert second.departure_day.isoformat() == "2026-10-05"  # type: ignore[union-attr]


@pytest.mark.parametrize("change", [{"function": "close"}, {"function": "cancel"}, {"test": True}])
def test_messages_that_only_name_people_again_and_tests_are_passed_over(change: dict) -> None:
    assert _read({**MESSAGE, **change}) == []


def test_a_line_can_be_one_journey() -> None:
    (journey,) = _read({"traveller": {"bag_count": 0}, "booking": {"locator": "AAA"}, "source": "s", "number": 4})
    assert journey.key == "s#4"
    assert journey.booking


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"{", id="no-json"),
        pytest.param([], id="a-list"),
        pytest.param({"x": 1}, id="nobody"),
        pytest.param({"travellers": [{"birth_date": "1 May"}]}, id="no-date"),
        pytest.param({"travellers": "many"}, id="no-list"),
        pytest.param({**MESSAGE, "source": {"sha256": "ab", "index": "x"}}, id="no-index"),
    ],
)
def test_other_lines_are_refused_with_their_number(line: object) -> None:
    with pytest.raises(CriterionFileError, match=r"h\.jsonl: line 2"):
        _read(MESSAGE, line)


def test_a_line_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gatehouse.screening.criteria.history.LINE_BYTES_MAX", 20)
    with pytest.raises(CriterionFileError, match="longer than 20 bytes"):
        _read(b" " * 19 + b"\n" + b" " * 21)


def test_outcomes_are_read_by_the_key_of_the_journey() -> None:
    content = b"journey,outcome\na#1,confirmed\nb#2,cleared\na#1,confirmed\n"
    assert read_outcomes(io.BytesIO(content), "o.csv") == {"a#1": Outcome.CONFIRMED, "b#2": Outcome.CLEARED}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"key,outcome\na,confirmed\n", id="other-columns"),
        pytest.param(b"journey,outcome\na,perhaps\n", id="unknown-outcome"),
        pytest.param(b"journey,outcome\na\n", id="no-outcome"),
        pytest.param(b"journey,outcome\na,confirmed\na,cleared\n", id="two-outcomes"),
        pytest.param(b'journey,outcome\n"a,confirmed\n', id="open-quote"),
    ],
)
def test_other_outcomes_are_refused(content: bytes) -> None:
    with pytest.raises(CriterionFileError, match=r"o\.csv"):
        read_outcomes(io.BytesIO(content), "o.csv")
