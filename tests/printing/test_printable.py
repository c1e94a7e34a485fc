"""Characters that no format can hold, or that show something else than they say."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.printing.printable import printable


def test_breaks_become_spaces_and_what_cannot_be_printed_is_seen() -> None:
    assert printable("a\r\n\tb") == "a b"
    assert printable("a\x00b\x1b[31m") == "a\ufffdb\ufffd[31m"
    assert printable("4\u202e21") == "4\ufffd21"
    assert printable("\ud800") == "\ufffd"
    assert printable("محمد 您 é") == "محمد 您 é"


@given(st.text(st.characters()))
def test_xml_can_always_hold_it(text: str) -> None:
    element = Element("a")
    element.text = printable(text)
    assert fromstring(tostring(element)).text == (printable(text) or None)
