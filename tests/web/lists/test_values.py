"""Values of an entry in the reader's form, and what went and what came between two entries."""

from __future__ import annotations

from dataclasses import replace

from django.utils import translation

from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry, NameQuality
from gatehouse.web.lists.values import differences, in_words

ENTRY = ListEntry(
    "NAT",
    "N-1",
    (ListedName("Zoran Nimbus"), ListedName("Zoki", NameQuality.WEAK)),
    (DateSpan("1976-05", "1978", circa=True),),
    nationalities=("MKD", "UTO"),
    documents=(ListedDocument("AB1", "passport", "MKD"),),
    sex="F",
)


def test_values_are_said_in_the_readers_language() -> None:
    assert in_words(ENTRY, "names") == ["Zoran Nimbus (primary)", "Zoki (weak)"]
    assert in_words(ENTRY, "birth_dates") == ["about May 1976 to 1978"]
    assert in_words(ENTRY, "nationalities")[0] == "North Macedonia (MKD)"
    assert in_words(ENTRY, "documents") == ["AB1 · passport · North Macedonia (MKD)"]
    assert (in_words(ENTRY, "sex"), in_words(ENTRY, "remarks")) == (["Female"], [])
    with translation.override("fr"):
        assert in_words(ENTRY, "birth_dates") == ["de mai 1976 à 1978 (environ)"]
        assert in_words(ENTRY, "nationalities")[0] == "Macédoine du Nord (MKD)"


def test_what_went_and_what_came_is_marked_value_by_value() -> None:
    after = replace(ENTRY, names=(ListedName("Zoran Cloud"), ListedName("Zoki", NameQuality.WEAK)))
    (changed,) = differences(ENTRY, after)
    assert changed.before == [("Zoran Nimbus (primary)", False), ("Zoki (weak)", True)]
    assert changed.after == [("Zoran Cloud (primary)", False), ("Zoki (weak)", True)]
