"""A profile's file laid out for reading: every table and key that a profile has, what it is, and what stands there."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import NamedTuple, get_args, get_origin

from gatehouse.safeguards.profile import Profile
from gatehouse.safeguards.strict_table import says
from gatehouse.safeguards.vocabulary import Topic


class Line(NamedTuple):
    """A key, what it means, and what stands there; None where nothing does, and whether that is allowed."""

    key: str
    says: str
    value: str | None
    may_be_absent: bool = False


class Section(NamedTuple):
    """A table, what it is, and its lines; one section for each item where there are several."""

    name: str
    says: str
    lines: tuple[Line, ...]


def outline(document: Mapping[str, object]) -> Iterator[Section]:
    """The sections of the document in the order of `Profile`, whether they are filled in or not."""
    for name, kind in typing.get_type_hints(Profile, include_extras=True).items():
        given = document.get(name)
        if get_origin(kind) is tuple:
            make = get_args(kind)[0]
            items = given if isinstance(given, list) else []
            for number, item in enumerate(items, 1):
                yield _section(f"{name} {number}", make, item)
        elif get_origin(kind) is dict:
            yield Section(name, "one provision of the law for each topic", tuple(_provisions(given)))
        else:
            yield _section(name, kind, given)


def outline_of(profile: Profile) -> Iterator[Section]:
    """The sections of a profile that was read: what is in force, with its values as they are understood."""
    return outline({one.name: _plain(getattr(profile, one.name)) for one in fields(profile)})


def _plain(value: object) -> object:
    if isinstance(value, tuple) and all(map(is_dataclass, value)):
        return [_plain(item) for item in value]
    if not is_dataclass(value):
        return value
    return {one.name: getattr(value, one.name) for one in fields(value)}


def _section(name: str, make: type, given: object) -> Section:
    told = (inspect.getdoc(make) or "").partition(": ")[2].splitlines()[0]
    return Section(name, told, tuple(_lines(make, given)))


def _lines(make: type, given: object) -> Iterator[Line]:
    values = given if isinstance(given, Mapping) else {}
    hints = typing.get_type_hints(make, include_extras=True)
    for field in fields(typing.cast("typing.Any", make)):
        yield Line(field.name, says(hints[field.name]), _shown(values.get(field.name)), field.default is None)


def _provisions(given: object) -> Iterator[Line]:
    values = given if isinstance(given, Mapping) else {}
    for topic in Topic:
        yield Line(topic, "", _shown(values.get(topic)))


def _shown(value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
