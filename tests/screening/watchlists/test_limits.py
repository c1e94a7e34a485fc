"""Limits are ordered as the things they bound are."""

from __future__ import annotations

from gatehouse.screening.watchlists import limits


def test_the_part_is_never_allowed_more_than_the_whole() -> None:
    assert limits.CELL_CHARS_MAX <= limits.LINE_BYTES_MAX <= limits.XML_BYTES_MAX <= limits.FILE_BYTES_MAX
    assert limits.NAMES_PER_ENTRY_MAX <= limits.ENTRY_ELEMENTS_MAX <= limits.ENTRIES_MAX
    assert limits.HEAD_BYTES < limits.LINE_BYTES_MAX
