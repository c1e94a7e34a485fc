"""The declarations of all rooms, found by name: `keeps.py` beside the models of each.

Beside `KEEPS` a room's `keeps.py` may have `kept_by(travellers)`, which says whom a hit or a case of the room keeps,
`told_of(asked)`, which tells a person what the room holds about them beside carriers' statements (`retention.told`),
and, for what it keeps by a clock of its own, `erase_before(day)` (with the unmatched), `erase_closed(day)` (of cases
that were closed until that day) and `erase_logged(day)` (with the log);
one room each names where flights are found by their day (`flights`), where what was received on a day is erased
(`receipts`), and where entries that ended are (`listed`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.apps import apps
from django.db.models import Model

from gatehouse.retention.errors import DeclarationError
from gatehouse.safeguards.vocabulary import Element, PurposeClass
from gatehouse.terms.keep import Clock, Keep, Masking

MODULE = "keeps"


def rooms() -> list[ModuleType]:
    """The `keeps` of every room that has one, in the order of the installed rooms."""
    named = [f"{config.name}.{MODULE}" for config in apps.get_app_configs()]
    return [import_module(name) for name in named if find_spec(name)]


def named(name: str) -> ModuleType:
    """What one room's `keeps` has under that name. Raises `DeclarationError` where none has it."""
    for room in rooms():
        if hasattr(room, name):
            found: ModuleType = getattr(room, name)
            return found
    raise DeclarationError(f"no room's keeps.py has `{name}`", "install the rooms of the flow")


@lru_cache(maxsize=1)
def keeps() -> dict[str, Keep]:
    """Every declaration by its model. Raises `DeclarationError` where two rooms declare one."""
    found: dict[str, Keep] = {}
    for room in rooms():
        for keep in room.KEEPS:
            if keep.model in found:
                raise DeclarationError(f"{keep.model} is declared twice", "leave it to the room that stores it")
            found[keep.model] = keep
    return found


def owned_by(kind: str) -> list[Keep]:
    """The tables whose rows belong to a kind of owner, those that hang on others first."""
    owned = [keep for keep in keeps().values() if keep.owner == kind]
    return sorted(owned, key=lambda keep: (-len(keep.via), keep.via == ("id",)))


def model_of(keep: Keep) -> type[Model]:
    """The model of a declaration."""
    return apps.get_model(keep.model)


def faults() -> Iterator[str]:
    """What is wrong between declarations and tables, one sentence each: nothing may be."""
    declared = keeps()
    models = {model._meta.label: model for model in apps.get_models()}
    for label in sorted(models.keys() - declared.keys()):
        yield f"{label}: no room declares this table in its keeps.py"
    for label in sorted(declared.keys() - models.keys()):
        yield f"{label}: declared, and no such table"
    for label in sorted(models.keys() & declared.keys()):
        yield from _faults_of(declared[label], models[label])


def _faults_of(keep: Keep, model: type[Model]) -> Iterator[str]:
    columns = {field.name for field in model._meta.concrete_fields}
    for name in sorted(columns - keep.columns.keys()):
        yield f"{keep.model}.{name}: this column is not declared"
    for name in sorted(keep.columns.keys() - columns):
        yield f"{keep.model}.{name}: declared, and no such column"
    if keep.purpose not in set(PurposeClass):
        yield f"{keep.model}: kept for no purpose that there is"
    if (keep.clock is Clock.TRAVELLER) != (keep.owner is not None and bool(keep.via)):
        yield f"{keep.model}: on the traveller's clock, and nobody's"
    for name, column in keep.columns.items():
        elements = {column.element, *column.members.values()} - {None}
        if elements - set(Element):
            yield f"{keep.model}.{name}: of no element that there is"
        if column.masking is not Masking.STAYS and not column.personal:
            yield f"{keep.model}.{name}: masked, and not personal"
