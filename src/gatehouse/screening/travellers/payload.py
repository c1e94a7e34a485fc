"""Travellers and bookings as JSON text for storage, and travellers back again.

What is unknown is left out. Reading back gives what was stored: `traveller_from(to_json(x)) == x` for storable text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

import orjson

from gatehouse.screening.stored_text import storable
from gatehouse.terms.booking import Booking
from gatehouse.terms.traveller import Bag, Contact, Document, Evidence, Role, Seat, Traveller

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def to_json(said: Traveller | Booking) -> str:
    """The JSON text of a traveller or booking, without what is unknown."""
    return orjson.dumps(_compact(said)).decode()


def traveller_from(text: str) -> Traveller:
    """The traveller whose JSON text `to_json` made."""
    stored = orjson.loads(text)
    built = {name: _BUILD[name](value) if name in _BUILD else value for name, value in stored.items()}
    return Traveller(**built)


def _compact(value: object) -> Json:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str):
        return storable(value)
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): _compact(item) for key, item in value.items()}
    names = _field_names(type(value))
    if names:
        return {name: _compact(item) for name in names if _is_known(item := getattr(value, name))}
    if isinstance(value, list | tuple):
        return [_compact(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no stored form")


def _is_known(value: object) -> bool:
    # The order matters for speed only: most fields of most travellers are None.
    return value is not None and value != ()


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
    return lambda items: tuple(kind(**{**unknown, **item}) for item in items)


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
