"""The fonts come with the packages that are locked."""

from __future__ import annotations

from gatehouse.printing.fonts import ARABIC, CHINESE, LATIN, font_folders, fonts


def test_the_three_families_are_there() -> None:
    assert all(folder.is_dir() for folder in font_folders())
    assert {LATIN, CHINESE, ARABIC} <= set(fonts().families())
