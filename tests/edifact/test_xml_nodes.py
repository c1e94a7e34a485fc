"""Elements give each value once, whatever their sender calls them, and say what nobody asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.edifact.errors import NotEdifactError
from gatehouse.edifact.xml_nodes import DEPTH_MAX, Node, nodes

DOCUMENT = """<?xml version="1.0"?>
<a:IATA_PNRGOV_NotifRQ xmlns:a="urn:any" Version="1"><PNRs NumberOfPnrs="1"><PNR>
<BookingRefID ID="ABC123"/><Passenger RPH="1"><Surname>ÅNGSTRÖM</Surname><Given_Name> ANN
 MARIE </Given_Name></Passenger><Unheard Of="it">and more</Unheard></PNR></PNRs></a:IATA_PNRGOV_NotifRQ>"""


def booking(text: str) -> Node:
    """The one booking of a document."""
    (found,) = [node for node in nodes(iter([text.encode()])) if node.name == "pnr"]
    return found


def test_a_value_is_found_by_attribute_or_child_whatever_it_is_called() -> None:
    one = booking(DOCUMENT)
    assert one.first("Booking_RefID").value("id") == "ABC123"
    person = one.first("passenger")
    assert (person.value("GivenName"), person.value("SURNAME"), person.value("Rph")) == ("ANN MARIE", "ÅNGSTRÖM", "1")
    assert (person.value("Middle"), one.first("Nobody").value("Surname"), one.every("Nobody")) == ("", "", [])


def test_what_nobody_asked_for_is_told_once() -> None:
    one = booking(DOCUMENT)
    assert sorted(one.left()) == sorted(
        [
            "BookingRefID ID ABC123",
            "Passenger RPH 1",
            "Surname ÅNGSTRÖM",
            "Given_Name ANN MARIE",
            "Unheard Of it",
            "Unheard and more",
        ]
    )
    one.first("Passenger").value("Surname")
    one.first("Unheard").text()
    assert {"Surname ÅNGSTRÖM", "Unheard and more"}.isdisjoint(one.left())


@given(st.integers(1, 60))
def test_how_the_bytes_come_changes_nothing(size: int) -> None:
    data = DOCUMENT.encode()
    found = list(nodes(data[at : at + size] for at in range(0, len(data), size)))
    assert [list(node.left()) for node in found] == [list(node.left()) for node in nodes(iter([data]))]


def test_one_nested_without_end_is_refused() -> None:
    deep = "<x>" * (DEPTH_MAX + 1)
    with pytest.raises(NotEdifactError, match="too deep"):
        list(nodes(iter([f"<IATA_PNRGOV_NotifRQ><PNRs><PNR>{deep}".encode()])))
