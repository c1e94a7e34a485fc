"""Travellers and bookings as JSON text for storage, and travellers back again.

What is unknown is left out. Reading back gives what was stored: `traveller_from(to_json(x)) == x` for storable text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, NamedTuple

import orjson

from gatehouse.screening.stored_text import storable
from gatehouse.terms.booking import Booking
from gatehouse.terms.traveller import Bag, Contact, Document, Evidence, Role, Seat, Traveller

_NUL = "\\u0000"
"""How JSON writes the character that a PostgreSQL text cannot hold."""

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def to_json(said: Traveller | Booking) -> str:
    """The JSON text of a traveller or booking, without what is unknown."""
    try:
        text = orjson.dumps(said, _known_fields, orjson.OPT_PASSTHROUGH_DATACLASS).decode()
    except TypeError:
        # A lone surrogate, which is no Unicode text.
        return orjson.dumps(_storable(said)).decode()
    return orjson.dumps(_storable(said)).decode() if _NUL in text else text


def traveller_from(text: str) -> Traveller:
    """The traveller whose JSON text `to_json` made."""
    stored: dict[str, Any] = orjson.loads(text)
    for name in _BUILT.intersection(stored):
        stored[name] = _BUILD[name](stored[name])
    return Traveller(**stored)


def _known_fields(value: object) -> dict[str, object]:
    """What is known in a dataclass, named tuple or mapping, whose parts orjson turns into text itself."""
    names = _field_names(type(value))
    if names:
        return {name: item for name in names if (item := getattr(value, name)) is not None and item != ()}
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no stored form")


def _storable(value: object) -> Json:
    """The value with U+FFFD for what a table cannot hold, however deep it lies."""
    if isinstance(value, str):
        return storable(str(value))
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, list | tuple) and not _field_names(type(value)):
        return [_storable(item) for item in value]
    return {str(storable(name)): _storable(item) for name, item in _known_fields(value).items()}


_NAMES: dict[type, tuple[str, ...]] = {}


def _field_names(kind: type) -> tuple[str, ...]:
    """The field names of a dataclass or named tuple, nothing for any other type; looked up once for each type."""
    if kind not in _NAMES:
        named = getattr(kind, "_fields", None)
        _NAMES[kind] = named or (
            tuple(field.name for field in fields(kind)) if hasattr(kind, "__dataclass_fields__") else ()
        )
    return _NAMES[kind]


def _many(kind: type[NamedTuple]) -> Callable[[list[dict[str, object]]], tuple[object, ...]]:
    """Builds a tuple of `kind`; fields without a default were left out where they were unknown."""
    unknown = dict.fromkeys(name for name in kind._fields if name not in kind._field_defaults)
    made: Callable[..., object] = kind
    return lambda items: tuple(made(**{**unknown, **item}) for item in items)


_BUILD: dict[str, Callable[..., object]] = {
    "role": Role,
    "documents": _many(Document),
    "bags": _many(Bag),
    "seats": _many(Seat),
    "contacts": _many(Contact),
    "evidence": _many(Evidence),
    "nationalities": tuple,
    "loyalty": tuple,
    "tickets": tuple,
    "segments": tuple,
    "sources": MappingProxyType,
}
_BUILT = frozenset(_BUILD)
