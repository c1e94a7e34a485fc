"""A list entry as JSON and back, for whoever stores or sends entries. `from_json(to_json(entry)) == entry`.

What is not stated is left out. Keys are the field names of `ListEntry`, sorted; names, documents and dates are
objects with the field names of theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any

import orjson

from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import Handling, ListedDocument, ListedName, ListEntry, NameQuality

Json = str | bool | list["Json"] | dict[str, "Json"]


_DEFAULTS = {field.name: field.default for field in fields(ListEntry)}
_VALUES = attrgetter(*_DEFAULTS)


def to_json(entry: ListEntry) -> str:
    """The entry as JSON text; the same entry always gives the same text."""
    return to_bytes(entry).decode()


def to_bytes(entry: ListEntry) -> bytes:
    """The same in UTF-8."""
    return orjson.dumps(to_object(entry), option=orjson.OPT_SORT_KEYS)


def to_object(entry: ListEntry) -> dict[str, Json]:
    """The entry as the value that its JSON text stands for."""
    found: dict[str, Json] = {}
    for (name, default), value in zip(_DEFAULTS.items(), _VALUES(entry), strict=True):
        if value is None or value == default:
            continue
        if isinstance(value, tuple):
            if value:
                found[name] = [item if isinstance(item, str) else _item(item) for item in value]
        else:
            found[name] = str(value)
    return found


def _item(item: ListedName | ListedDocument | DateSpan) -> Json:
    if isinstance(item, DateSpan):
        return {"earliest": item.earliest, "latest": item.latest, "circa": item.circa}
    return {name: str(value) for name, value in zip(item._fields, item, strict=True) if value is not None}


def from_json(text: str | bytes) -> ListEntry:
    """The entry whose JSON text `to_json` made. Raises `ValueError` or `TypeError` for any other text."""
    return from_object(orjson.loads(text))


def from_object(payload: Mapping[str, Any]) -> ListEntry:
    """The entry whose value `to_object` made (or a database gave back from its JSON)."""
    said: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in payload.items()}
    said["names"] = tuple(
        ListedName(**{**name, "quality": NameQuality(name["quality"])}) for name in said.get("names", ())
    )
    said["documents"] = tuple(ListedDocument(**document) for document in said.get("documents", ()))
    said["birth_dates"] = tuple(DateSpan(**span) for span in said.get("birth_dates", ()))
    said["handling"] = Handling(said.get("handling", Handling.ANY))
    return ListEntry(**said)
