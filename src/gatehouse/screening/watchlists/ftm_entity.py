"""One FollowTheMoney entity from a line of JSON: its schema, and properties that are lists of text.

Other entities may stand inside a property (the nested form); they are taken out as entities of their own.
"""

from __future__ import annotations

from dataclasses import dataclass

VALUES_MAX = 10_000
"""Values of one property."""


class FtmError(Exception):
    """The line is JSON but no entity."""


@dataclass(frozen=True, slots=True)
class FtmEntity:
    """An entity; `properties` hold text only, `nested` the entities that stood inside properties."""

    id: str
    schema: str
    caption: str
    datasets: tuple[str, ...]
    last_change: str | None
    properties: dict[str, list[str]]
    nested: tuple[FtmEntity, ...]

    def all(self, name: str) -> list[str]:
        """Every value of a property, in order, `[]` for none."""
        return self.properties.get(name, [])

    def first(self, name: str) -> str:
        """The first value of a property, `""` for none."""
        return next(iter(self.all(name)), "")


def ftm_entity(line: object) -> FtmEntity:
    """The entity that a line's JSON value holds; raises `FtmError` for a value of another shape."""
    if not isinstance(line, dict):
        raise FtmError
    identifier, schema, properties = line.get("id"), line.get("schema"), line.get("properties")
    if not isinstance(identifier, str) or not isinstance(schema, str) or not isinstance(properties, dict):
        raise FtmError
    texts: dict[str, list[str]] = {}
    nested: list[FtmEntity] = []
    for name, values in properties.items():
        listed = values if isinstance(values, list) else [values]
        if len(listed) > VALUES_MAX:
            raise FtmError
        texts[name] = [value.strip() for value in listed if isinstance(value, str) and value.strip()]
        if any("\0" in value for value in texts[name]):
            raise FtmError
        nested.extend(ftm_entity(value) for value in listed if isinstance(value, dict))
    datasets = line.get("datasets")
    last_change = line.get("last_change")
    return FtmEntity(
        identifier,
        schema,
        str(line.get("caption") or ""),
        tuple(map(str, datasets)) if isinstance(datasets, list) else (),
        last_change if isinstance(last_change, str) else None,
        texts,
        tuple(nested),
    )
