"""A list entry as JSON and back, for whoever stores or sends entries. `from_json(to_json(entry)) == entry`.

What is not stated is left out. Keys are the field names of `ListEntry`, sorted; names, documents and dates are
objects with the field names of theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import orjson

from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import Handling, ListedDocument, ListedName, ListEntry, NameQuality

Json = str | bool | list["Json"] | dict[str, "Json"]


def to_json(entry: ListEntry) -> str:
    """The entry as JSON text; the same entry always gives the same text."""
    return orjson.dumps(to_object(entry), option=orjson.OPT_SORT_KEYS).decode()


def to_object(entry: ListEntry) -> dict[str, Json]:
    """The entry as the value that its JSON text stands for."""
    found: dict[str, Json] = {}
    for field in fields(entry):
        value = getattr(entry, field.name)
        if isinstance(value, tuple):
            if value:
                found[field.name] = [_item(item) for item in value]
        elif value is not None and value != field.default:
            found[field.name] = str(value)
    return found


def _item(item: str | ListedName | ListedDocument | DateSpan) -> Json:
    if isinstance(item, str):
        return item
    if isinstance(item, DateSpan):
        return {"earliest": item.earliest, "latest": item.latest, "circa": item.circa}
    return {name: str(value) for name, value in item._asdict().items() if value is not None}


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
