"""Held names: what is written is read back, and births are kept as far as they are stated."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gatehouse.screening.matching import held_names
from gatehouse.screening.matching.held_names import Statement, birth_numbers, hold
from gatehouse.simulation.national_travellers import unlisted


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    people = enumerate(unlisted(50, seed=1))
    held = hold((Statement(10 + n, 100 + n, one.subject) for n, one in people), lambda _: None, processes=1)
    held_names.write(held, tmp_path / "1-50")
    assert [path.name for path in tmp_path.iterdir()] == ["1-50"]
    back = held_names.read(tmp_path / "1-50")
    assert all(np.array_equal(one, other) for one, other in zip(held, back, strict=True))
    assert back.records[:3].tolist() == [10, 11, 12]
    assert back.messages[:3].tolist() == [100, 101, 102]


@pytest.mark.parametrize(
    ("date", "numbers"),
    [(None, (0, 0)), ("1976", (1976, 0)), ("1976-05", (1976, 500)), ("1976-05-17", (1976, 517))],
)
def test_a_birth_is_kept_as_far_as_it_is_stated(date: str | None, numbers: tuple[int, int]) -> None:
    assert birth_numbers(date) == numbers
