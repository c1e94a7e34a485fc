"""Pages of a long list by keyset: each page begins after the last row of the one before, whatever was added meanwhile.

No page counts what lies before it, so that the thousandth is as quick as the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core import signing
from django.core.exceptions import SuspiciousOperation
from django.db.models import Model, Q, QuerySet

ROWS = 50
"""Rows on a page."""
SALT = "gatehouse.paging"
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Slice(Generic[Row]):
    """The rows of a page, where the next page begins (None where this is the last), and whether it is the first."""

    rows: list[Row]
    next: str | None
    is_later: bool


def sliced(rows: QuerySet[Any], keys: tuple[str, ...], after: str = "", size: int = ROWS) -> Slice[Any]:
    """A page of `rows` in the order of `keys`, a minus before a name for descending; together they must be unique.

    `after` is `next` of the page before, as the address states it. Raises SuspiciousOperation (a 400) for one that we
    did not write. No key may be null.
    """
    ordered = rows.order_by(*keys)
    if after:
        ordered = ordered.filter(_beyond(keys, _read(after, len(keys))))
    found = list(ordered[: size + 1])
    following = _written(found[size - 1], keys) if len(found) > size else None
    return Slice(found[:size], following, bool(after))


def _beyond(keys: tuple[str, ...], values: list[Any]) -> Q:
    """(a, b) > (x, y) written out: a > x, or a = x and b > y; each key in its own direction."""
    condition = Q()
    equal = Q()
    for key, value in zip(keys, values, strict=True):
        name = key.removeprefix("-")
        condition |= equal & Q(**{f"{name}__{'lt' if key.startswith('-') else 'gt'}": value})
        equal &= Q(**{name: value})
    return condition


def _written(row: Model | dict[str, Any], keys: tuple[str, ...]) -> str:
    names = [key.removeprefix("-") for key in keys]
    values = [row[name] if isinstance(row, dict) else getattr(row, name) for name in names]
    return signing.dumps([value.isoformat() if hasattr(value, "isoformat") else value for value in values], salt=SALT)


def _read(after: str, count: int) -> list[Any]:
    try:
        values = signing.loads(after, salt=SALT)
    except signing.BadSignature as fault:
        raise SuspiciousOperation("a place in a list that we did not write") from fault
    if not isinstance(values, list) or len(values) != count:
        raise SuspiciousOperation("a place in another list")
    return values
