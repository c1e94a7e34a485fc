"""A TOML document read strictly into frozen classes: unknown keys, wrong values and missing ones, all told at once.

The classes say what a table holds (`profile`). A missing key and an empty text are the same thing: something that
somebody has still to fill in. Those are kept apart from what is wrong, since a template is incomplete and not wrong.
"""

from __future__ import annotations

import datetime as dt
import difflib
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from typing import Annotated, TypeVar, Union, get_args, get_origin

from gatehouse.safeguards.errors import Problem

TEXT_MAX = 2000
"""Characters of one text."""
NUMBER_MAX = 100_000
ITEMS_MAX = 1000
"""Tables of one kind."""
PLACE_MAX = 120
"""Characters of a place that are told."""
T = TypeVar("T")


class StrictTables:
    """Reads tables and collects what is wrong (`wrong`) and what is not there (`missing`)."""

    def __init__(self) -> None:
        self.wrong: list[Problem] = []
        self.missing: list[Problem] = []

    def table(self, make: Callable[..., T], given: object, place: str) -> T | None:
        """The dataclass `make` from the table `given`; None where anything in it is wrong or missing."""
        if not isinstance(given, Mapping):
            self.wrong.append(Problem(place, "is not a table", f"write it as [{place}]"))
            return None
        hints = typing.get_type_hints(make, include_extras=True)
        self._unknown(given, tuple(hints), place)
        values: dict[str, object] = {}
        complete = True
        for field in fields(typing.cast("typing.Any", make)):
            inside = f"{place}.{field.name}" if place else field.name
            raw = given.get(field.name)
            if raw is not None and raw != "":
                values[field.name] = self._value(hints[field.name], raw, inside)
                complete = complete and values[field.name] is not None
            elif field.default is MISSING:
                self.missing.append(Problem(inside, "is missing", f"fill in: {says(hints[field.name]) or inside}"))
                complete = False
        return make(**values) if complete else None

    def _unknown(self, given: Mapping[str, object], known: tuple[str, ...], place: str) -> None:
        for key in given:
            if key not in known:
                # A key is what others wrote: a long one is cut, and one with control characters escaped.
                where = (f"{place}.{key}" if place else key)[:PLACE_MAX]
                shown = where if where.isprintable() else ascii(where)
                self.wrong.append(Problem(shown, "is no key of a law profile", _nearest(key, known)))

    def _value(self, kind: object, raw: object, place: str) -> object | None:
        """`raw` as the kind asks; None, and a problem, where it is not."""
        kind = _plain(kind)
        origin, inner = get_origin(kind), get_args(kind)
        try:
            if origin is tuple:
                return self._items(inner[0], raw, place)
            if origin is dict:
                return self._keyed(inner[0], raw, place)
            if is_dataclass(kind) and not hasattr(kind, "from_text"):
                return self.table(typing.cast("Callable[..., object]", kind), raw, place)
            return _single(kind, raw)
        except _UnreadableError as fault:
            self.wrong.append(Problem(place, fault.cause, fault.remedy))
            return None

    def _items(self, kind: object, raw: object, place: str) -> tuple[object, ...] | None:
        if not isinstance(raw, list) or len(raw) > ITEMS_MAX:
            raise _UnreadableError("is not a list", f"write a list of at most {ITEMS_MAX} items")
        if not raw:
            self.missing.append(Problem(place, "is empty", "fill in at least one"))
            return None
        read = [self._value(kind, item, f"{place}[{number}]") for number, item in enumerate(raw, 1)]
        return None if None in read else tuple(read)

    def _keyed(self, kind: object, raw: object, place: str) -> dict[StrEnum, object] | None:
        """A table with one text for each member of a closed list."""
        if not isinstance(raw, Mapping):
            raise _UnreadableError("is not a table", f"write it as [{place}]")
        members = list(typing.cast("type[StrEnum]", kind))
        self._unknown(raw, tuple(members), place)
        absent = [member for member in members if raw.get(member, "") == ""]
        self.missing += [Problem(f"{place}.{member}", "is missing", "cite the provision") for member in absent]
        read = {
            member: self._value(str, raw[member], f"{place}.{member}") for member in members if member not in absent
        }
        return None if absent or None in read.values() else read


class _UnreadableError(Exception):
    """A value that is not what its field holds; caught where its place is known."""

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(cause, remedy)
        self.cause, self.remedy = cause, remedy


def _single(kind: object, raw: object) -> object:
    """One value; `_UnreadableError` for one of another kind."""
    if kind is bool:
        if not isinstance(raw, bool):
            raise _UnreadableError("is not true or false", "write true or false")
        return raw
    if kind is int:
        # A bool is an int to Python, and not to a reader of the file.
        if not isinstance(raw, int) or isinstance(raw, bool) or not 0 <= raw <= NUMBER_MAX:
            raise _UnreadableError("is not a count", f"write a number from 0 to {NUMBER_MAX}")
        return raw
    if kind is dt.date:
        if not isinstance(raw, dt.date) or isinstance(raw, dt.datetime):
            raise _UnreadableError("is not a date", "write it bare, as 2026-03-31")
        return raw
    if not isinstance(raw, str) or not raw.strip() or len(raw) > TEXT_MAX:
        raise _UnreadableError("is not a text", f'write it in "quotes", {TEXT_MAX} characters at most')
    return raw if kind is str else _written(kind, raw)


def _written(kind: object, raw: str) -> object:
    """A text that stands for something: one of a closed list, a period, a key."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        words = tuple(member.value for member in kind)
        if raw not in words:
            raise _UnreadableError("is none of the closed list", _nearest(raw, words))
        return kind(raw)
    try:
        return typing.cast("typing.Any", kind).from_text(raw)
    except ValueError as fault:
        raise _UnreadableError("cannot be read", str(fault)) from fault


def says(kind: object) -> str:
    """What is said of a field beside its type; empty where nothing is."""
    return str(get_args(kind)[1]) if get_origin(kind) is Annotated else ""


def _plain(kind: object) -> object:
    """The type without what is said of it, and without `| None`."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, types.UnionType):
        return next(part for part in get_args(kind) if part is not type(None))
    return kind


def _nearest(given: str, known: tuple[str, ...]) -> str:
    """What may have been meant; all that is known where nothing is near."""
    near = difflib.get_close_matches(given[:100], known, n=1)
    return f"did you mean '{near[0]}'?" if near else f"known are: {', '.join(known)}"
