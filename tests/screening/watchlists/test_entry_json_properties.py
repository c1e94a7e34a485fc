"""Generated entries: their JSON comes back, and two versions differ by exactly what was changed."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.screening.watchlists.difference import changed_fields, content_hash, difference, in_order
from gatehouse.screening.watchlists.entry_json import from_json, from_object, to_json, to_object
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import Handling, ListedDocument, ListedName, ListEntry, NameQuality

TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
MAYBE = st.none() | TEXT
DATES = st.sampled_from(["1970", "1970-05", "1970-05-17", "1981-12-31"])


@st.composite
def names(draw: st.DrawFn) -> ListedName:
    """A listed name of any quality."""
    return ListedName(
        draw(TEXT), draw(st.sampled_from(NameQuality)), draw(st.sampled_from(["Latn", "Arab"])), draw(MAYBE)
    )


@st.composite
def entries(draw: st.DrawFn) -> ListEntry:
    """An entry of which any field may be unknown."""
    return ListEntry(
        "TEST",
        draw(st.sampled_from(["E1", "E2", "E3", "E4"])),
        tuple(draw(st.lists(names(), min_size=1, max_size=3))),
        birth_dates=tuple(draw(st.lists(st.builds(DateSpan.exact, DATES, st.booleans()), max_size=2))),
        birth_places=tuple(draw(st.lists(TEXT, max_size=2))),
        sex=draw(st.sampled_from([None, "F", "M"])),
        nationalities=tuple(draw(st.lists(st.sampled_from(["DEU", "YEM", "UTO"]), max_size=2))),
        documents=tuple(
            ListedDocument(number, kind) for number, kind in draw(st.lists(st.tuples(TEXT, MAYBE), max_size=2))
        ),
        handling=draw(st.sampled_from(Handling)),
        remarks=draw(MAYBE),
        expires_on=draw(st.none() | DATES),
    )


LISTS = st.lists(entries(), max_size=5, unique_by=lambda entry: entry.entry_id)
QUICK = settings(max_examples=60, deadline=None)


@given(entries())
@QUICK
def test_an_entry_comes_back_from_its_json(entry: ListEntry) -> None:
    assert from_json(to_json(entry)) == entry
    assert from_object(to_object(entry)) == entry


@given(entries())
@QUICK
def test_what_is_not_stated_is_not_in_the_json(entry: ListEntry) -> None:
    told = to_object(entry)
    assert not [name for name, value in told.items() if value in (None, [], "")]
    assert set(told) <= {field.name for field in fields(ListEntry)}


@given(entries(), st.randoms(use_true_random=False))
@QUICK
def test_the_printed_order_is_no_change(entry: ListEntry, dice: object) -> None:
    """Publishers print aliases, documents and nationalities in another order every week."""
    shuffled = {}
    for field in ("documents", "nationalities", "birth_dates", "birth_places"):
        items = list(getattr(entry, field))
        dice.shuffle(items)
        shuffled[field] = tuple(items)
    other = replace(entry, **shuffled)
    assert changed_fields(entry, other) == ()
    assert content_hash(entry) == content_hash(other)


@given(entries())
@QUICK
def test_an_entry_in_order_is_in_order(entry: ListEntry) -> None:
    assert in_order(in_order(entry)) == in_order(entry)


@given(entries(), entries())
@QUICK
def test_the_hash_tells_what_the_fields_tell(one: ListEntry, other: ListEntry) -> None:
    """Equal hashes and no changed field are the same thing: one is stored, the other shown."""
    assert (content_hash(one) == content_hash(other)) == (not changed_fields(one, other))


@given(LISTS, LISTS)
@QUICK
def test_a_difference_and_its_reverse_are_mirror_images(before: list[ListEntry], after: list[ListEntry]) -> None:
    there, back = difference(before, after), difference(after, before)
    assert there.added == back.removed
    assert there.removed == back.added
    assert [(c.before, c.after, c.fields) for c in there.changed] == [
        (c.after, c.before, c.fields) for c in back.changed
    ]


@given(LISTS, LISTS)
@QUICK
def test_the_older_list_and_the_difference_give_the_newer(before: list[ListEntry], after: list[ListEntry]) -> None:
    """Nothing is lost between two versions but the order in which things were printed."""
    found = difference(before, after)
    held = {entry.entry_id: entry for entry in before}
    for entry in found.removed:
        del held[entry.entry_id]
    held |= {entry.entry_id: entry for entry in found.added}
    held |= {change.after.entry_id: change.after for change in found.changed}
    assert {key: in_order(entry) for key, entry in held.items()} == {e.entry_id: in_order(e) for e in after}


@given(LISTS)
@QUICK
def test_a_list_does_not_differ_from_itself(entries_: list[ListEntry]) -> None:
    assert difference(entries_, reversed(entries_)).is_empty


CHANGES = [
    ("sex", {"sex": "X"}),
    ("remarks", {"remarks": "changed"}),
    ("handling", {"handling": Handling.DOCUMENT_ONLY}),
    ("names", {"names": (ListedName("Other Person"),)}),
    ("birth_dates", {"birth_dates": (DateSpan.exact("1999"),)}),
    ("contacts", {"contacts": ("+43 1 555 0100",)}),
    ("expires_on", {"expires_on": "2030-01-01"}),
]


@pytest.mark.parametrize(("field", "change"), CHANGES, ids=[field for field, _ in CHANGES])
def test_one_changed_field_is_named_alone(field: str, change: dict[str, object]) -> None:
    before = ListEntry("TEST", "E1", (ListedName("Ilse Varga"),))
    after = replace(before, **change)
    (found,) = difference([before], [after]).changed
    assert found.fields == (field,)
    assert content_hash(before) != content_hash(after)


@pytest.mark.parametrize(
    "text",
    ["", "{", '{"list": "X"}', '{"list":"X","entry_id":"1","unheard":1}', '{"handling":"whatever"}'],
    ids=["empty", "cut-short", "no-identifier", "unknown-field", "unknown-handling"],
)
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_json(text)
