"""The layouts cover their lines without overlap."""

from __future__ import annotations

import pytest

from gatehouse.mrz.layout import SHAPES, VISAS, layouts


@pytest.mark.parametrize(
    ("shape", "name"), [*SHAPES.items(), *((s, VISAS[n]) for s, n in SHAPES.items() if n in VISAS)]
)
def test_every_place_of_a_line_is_of_one_field(shape: tuple[int, int], name: str) -> None:
    count, length = shape
    places = []
    for field in layouts()[name]:
        ranges = [field.place, *([field.check] if field.check and field.check != field.place else [])]
        places += [(part.line, place) for part in ranges for place in range(part.first, part.last + 1)]
    assert sorted(places) == [(line, place) for line in range(1, count + 1) for place in range(1, length + 1)]
