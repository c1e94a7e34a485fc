"""What a person types into a form becomes an entry, and what cannot be read is refused with its line."""

from __future__ import annotations

from dataclasses import replace

from gatehouse.screening.watchlists.typed import ALSO, LINES_MAX, nobody, typed, understood
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import Handling, ListedDocument, ListedName, ListEntry, NameQuality

SAID = {
    "names": "NIMBUS, Zoran",
    ALSO: "weak: Zoki\nعمر\n",
    "birth_dates": "1976-05\r\ncirca 1974 to 1976",
    "birth_places": "Skopje; old town",
    "birth_countries": "North Macedonia",
    "nationalities": "MKD\nUTO",
    "documents": "AB123|passport|MK\nX9",
    "contacts": "+389 2 555 0100",
    "programme": "2178",
    "instruction": "",
    "source_reference": "",
    "remarks": "seen\ntwice",
}


def test_each_line_is_a_value() -> None:
    entry, faults = understood(SAID, nobody("NAT", "N-1", "M", Handling.ANY))
    assert faults == ()
    assert entry == ListEntry(
        "NAT",
        "N-1",
        (
            ListedName("Zoran NIMBUS", NameQuality.PRIMARY, "Latn", "NIMBUS", "Zoran"),
            ListedName("Zoki", NameQuality.WEAK),
            ListedName("عمر", NameQuality.STRONG, "Arab"),
        ),
        (DateSpan("1976-05", "1976-05"), DateSpan("1974", "1976", circa=True)),
        ("Skopje; old town",),
        ("MKD",),
        "M",
        ("MKD", "UTO"),
        (ListedDocument("AB123", "passport", "MKD"), ListedDocument("X9")),
        ("+389 2 555 0100",),
        "2178",
        remarks="seen twice",
    )


def test_what_is_shown_and_sent_back_unchanged_changes_nothing() -> None:
    """Not even what no form could say: a name whose parts are not in the usual order."""
    entry = ListEntry("NAT", "N-1", (ListedName("A B", NameQuality.STRONG, "Latn", "A", "B"),), listed_on="2020")
    assert understood(typed(entry), entry) == (entry, ())
    whole, _ = understood(SAID, entry)
    sent = {field: text.replace("\n", "\r\n") for field, text in typed(whole).items()}
    assert understood(sent, whole) == (whole, ())
    changed, _ = understood(typed(entry) | {"remarks": "new"}, entry)
    assert changed == replace(entry, remarks="new")


def test_what_cannot_be_read_is_refused_with_its_line_and_keeps_what_stood_there() -> None:
    entry = ListEntry("NAT", "N-1", (ListedName("Zoran"),))
    said = typed(entry)
    said |= {
        "birth_dates": "yesterday\n1976",
        "nationalities": "Narnia",
        "documents": "1|2|MK|3|4",
        ALSO: "odd:X",
    }
    _, faults = understood(said, entry)
    assert [(fault.field, str(fault.says).partition(" is no")[0]) for fault in faults] == [
        ("birth_dates", "“yesterday”"),
        ("nationalities", "“Narnia”"),
        ("documents", "“1|2|MK|3|4”"),
        (ALSO, "“odd:X”"),
    ]
    _, (fault,) = understood(typed(entry) | {"contacts": "a\n" * (LINES_MAX + 1)}, entry)
    assert "200 lines" in str(fault)
