"""What masking leaves of a row: a pure function of its declaration, the row, and the elements that the profile masks.

What is not declared does not survive: a member of a JSON value that no room named goes with the first mask.
"""

from __future__ import annotations

from collections.abc import Mapping

from gatehouse.terms.keep import Column, Keep, Masking

Value = object
"""A cell as the driver gives it, or what JSON text was parsed to."""


def changes(keep: Keep, row: Mapping[str, Value], masked: frozenset[str]) -> dict[str, Value]:
    """The cells of a row that masking changes, with what takes their place. `row` has `id` and the columns wanted."""
    found = {}
    for name in maskable(keep):
        before = row[name]
        after = _masked(keep.columns[name], before, row, masked)
        if after != before:
            found[name] = after
    return found


def maskable(keep: Keep) -> list[str]:
    """The columns that masking may change."""
    return [name for name, column in keep.columns.items() if column.masking is not Masking.STAYS]


def wanted(keep: Keep) -> list[str]:
    """The columns that are read to mask a row, beside its number."""
    deciding = [column.whole[0] for column in keep.columns.values() if column.whole]
    return list(dict.fromkeys([*maskable(keep), *deciding]))


def _masked(column: Column, value: Value, row: Mapping[str, Value], masked: frozenset[str]) -> Value:
    if value is None:
        return None
    if column.masking is Masking.MEMBERS:
        return _members_left(value, column, _is_whole(column, row, masked), masked)
    if column.element is not None and column.element not in masked:
        return value
    if column.masking is Masking.CLEARED:
        return None
    if column.masking is Masking.BLANKED:
        return ""
    return f"masked:{row['id']}" if column.masking is Masking.NUMBERED else value


def _is_whole(column: Column, row: Mapping[str, Value], masked: frozenset[str]) -> bool:
    return column.whole is not None and row[column.whole[0]] == column.whole[1] and column.whole[2] in masked


def _members_left(value: Value, column: Column, is_whole: bool, masked: frozenset[str]) -> Value:
    if isinstance(value, list):
        return [_members_left(item, column, is_whole, masked) for item in value]
    if not isinstance(value, dict):
        return None
    return {name: held for name, held in value.items() if _stays(name, column, is_whole, masked)}


def _stays(name: str, column: Column, is_whole: bool, masked: frozenset[str]) -> bool:
    if name not in column.members:
        return False
    element = column.members[name]
    return element is None or (not is_whole and element not in masked)
