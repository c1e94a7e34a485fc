"""Every column of every table is declared by the room that stores it, and no other."""

from __future__ import annotations

import dataclasses

import pytest

from gatehouse.retention import inventory
from gatehouse.retention.errors import DeclarationError
from gatehouse.screening.hits import keeps as of_hits
from gatehouse.terms.keep import Clock, Keep, Masking, personal, thing


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch) -> object:
    inventory.keeps.cache_clear()
    yield monkeypatch
    monkeypatch.undo()
    inventory.keeps.cache_clear()


def _faults(monkeypatch: pytest.MonkeyPatch, **change: object) -> list[str]:
    hit, *others = of_hits.KEEPS
    monkeypatch.setattr(of_hits, "KEEPS", (dataclasses.replace(hit, **change), *others))
    return [fault for fault in inventory.faults() if "hits." in fault]


def test_nothing_is_undeclared_and_nothing_declared_is_absent() -> None:
    assert list(inventory.faults()) == []


def test_a_column_that_nobody_declared_is_found(changed) -> None:
    columns = {name: column for name, column in of_hits.KEEPS[0].columns.items() if name != "score"}
    assert _faults(changed, columns=columns) == ["hits.Hit.score: this column is not declared"]


def test_a_declaration_of_no_column_is_found(changed) -> None:
    columns = {**of_hits.KEEPS[0].columns, "mood": thing("nothing")}
    assert _faults(changed, columns=columns) == ["hits.Hit.mood: declared, and no such column"]


def test_a_table_that_nobody_declared_and_one_that_is_not_there_are_found(changed) -> None:
    faults = _faults(changed, model="hits.Miss")
    assert faults == [
        "hits.Hit: no room declares this table in its keeps.py",
        "hits.Miss: declared, and no such table",
    ]


def test_elements_purposes_and_owners_are_those_that_there_are(changed) -> None:
    columns = {**of_hits.KEEPS[0].columns, "score": personal("a score", "shoe-size", Masking.CLEARED)}
    assert len(_faults(changed, columns=columns, purpose="fun", owner=None)) == 3


def test_two_rooms_cannot_declare_one_table(changed) -> None:
    changed.setattr(of_hits, "KEEPS", (*of_hits.KEEPS, of_hits.KEEPS[0]))
    with pytest.raises(DeclarationError):
        inventory.keeps()


def test_what_hangs_on_others_comes_before_them_and_the_owner_last() -> None:
    models = [keep.model for keep in inventory.owned_by("traveller")]
    assert models[0] == "review.PairKey"
    assert models[-1] == "travellers.Traveller"


def test_rooms_say_where_their_part_is_done() -> None:
    for name in ("flights", "receipts", "listed"):
        assert inventory.named(name)
    with pytest.raises(DeclarationError):
        inventory.named("nobody has this")


def test_a_declaration_knows_its_model() -> None:
    keep = Keep("hits.Hit", "", "screening", Clock.NONE, {})
    assert inventory.model_of(keep)._meta.db_table == "hits_hit"
