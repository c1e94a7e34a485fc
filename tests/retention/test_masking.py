"""What masking leaves of a row, and that what nobody declared does not survive it."""

from __future__ import annotations

import dataclasses

import pytest

from gatehouse.retention.masking import changes, maskable, wanted
from gatehouse.safeguards.vocabulary import Element
from gatehouse.screening.travellers import keeps
from gatehouse.terms.booking import Booking
from gatehouse.terms.keep import Clock, Keep, Masking, document, personal, thing
from gatehouse.terms.traveller import Traveller

KEEP = Keep(
    "x.Y",
    "something",
    "screening",
    Clock.TRAVELLER,
    {
        "id": thing("number"),
        "source": thing("api or pnr"),
        "name": personal("name", "names", Masking.CLEARED),
        "note": personal("words", "general-remarks", Masking.BLANKED),
        "key": personal("key", "api", Masking.NUMBERED),
        "said": document("all", {"role": None, "name": "names", "seat": "seat"}, ("source", "api", "api")),
    },
    "traveller",
    ("id",),
)
ROW = {"id": 7, "source": "pnr", "name": "ROE", "note": "hello", "key": "doc:1", "said": {"role": "p", "name": "ROE"}}


def test_only_what_the_profile_masks_is_changed() -> None:
    assert changes(KEEP, ROW, frozenset({"names"})) == {"name": None, "said": {"role": "p"}}
    assert changes(KEEP, ROW, frozenset({"general-remarks", "api"})) == {"note": "", "key": "masked:7"}


def test_a_statement_that_is_one_element_as_a_whole_keeps_only_what_is_none() -> None:
    row = ROW | {"source": "api", "said": {"role": "p", "seat": "1A"}}
    assert changes(KEEP, row, frozenset({"api"}))["said"] == {"role": "p"}
    assert "said" not in changes(KEEP, row, frozenset({"names"}))


@pytest.mark.parametrize("said", [{"role": "p", "new": "ROE"}, {"new": {"deep": "ROE"}}])
def test_a_member_that_nobody_declared_goes(said: dict[str, object]) -> None:
    assert "ROE" not in str(changes(KEEP, ROW | {"said": said}, frozenset())["said"])


def test_lists_are_masked_item_by_item_and_other_values_go() -> None:
    said = [{"role": "p", "name": "ROE"}, "ROE", 7]
    assert changes(KEEP, ROW | {"said": said}, frozenset({"names"}))["said"] == [{"role": "p"}, None, None]


def test_masking_twice_changes_nothing_more() -> None:
    elements = frozenset(Element)
    once = ROW | changes(KEEP, ROW, elements)
    assert changes(KEEP, once, elements) == {}


def test_columns_that_are_read_are_those_that_may_change_and_that_decide() -> None:
    assert maskable(KEEP) == ["name", "note", "key", "said"]
    assert wanted(KEEP) == ["name", "note", "key", "said", "source"]


@pytest.mark.parametrize(("kind", "members"), [(Traveller, keeps.STATEMENT), (Booking, keeps.BOOKING)])
def test_every_field_that_a_statement_may_have_is_declared(kind: type, members: dict[str, str | None]) -> None:
    assert {field.name for field in dataclasses.fields(kind)} == members.keys()
