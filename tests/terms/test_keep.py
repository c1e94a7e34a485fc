"""Declarations are values that do not change."""

from __future__ import annotations

import dataclasses

import pytest

from gatehouse.terms.keep import Clock, Column, Keep, Masking, document, personal, thing


def test_a_thing_is_about_nobody_and_stays() -> None:
    assert thing("a state") == Column("a state", personal=False, element=None, masking=Masking.STAYS)


def test_a_document_says_what_each_member_is() -> None:
    members = {"surname": "names", "role": None}
    column = document("as told", members, whole=("source", "api", "api"))
    members["surname"] = None
    assert column.personal
    assert (column.members["surname"], column.masking) == ("names", Masking.MEMBERS)


def test_nothing_changes_a_declaration() -> None:
    keep = Keep("hits.Hit", "a hit", "screening", Clock.TRAVELLER, {"id": thing("its number")}, "traveller", ("id",))
    with pytest.raises(dataclasses.FrozenInstanceError):
        keep.clock = Clock.NONE  # type: ignore[misc]
    assert personal("a name", "names").personal
