"""How much of a segment goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.edifact import Delimiters
from gatehouse.edifact.segment import cut
from gatehouse.screening.intake.sensitive.fields import REST, Field, How
from gatehouse.screening.intake.sensitive.ranges import cut_places, ranges_of, without

SERVICE, TEXT, PARTS = Field(How.SERVICE), Field(How.TEXT, 1), Field(How.PARTS)


@pytest.mark.parametrize(
    ("fault", "text", "field", "left"),
    [
        ("a sensitive code", "SSR+MOML:HK:1:ZZ+::1", SERVICE, "SSR+                "),
        ("text of a service", "SSR+OTHS:HK:1:ZZ:::A:B:BAD TEXT+::1", SERVICE, "SSR+OTHS:HK:1:ZZ:::A:B:        +::1"),
        ("text that spilled", "SSR+OTHS:HK:1:ZZ:::A:B:BAD +MORE+::1", SERVICE, "SSR+OTHS:HK:1:ZZ:::A:B:    +    +::1"),
        ("text in the head", "SSR+OTHS:BAD:1:ZZ:::A:B:X+::1", SERVICE, "SSR+                         "),
        ("text of a remark", "IFT+4:28::YY+BAD", TEXT, "IFT+4:28::YY+   "),
        ("text for a qualifier", "IFT+BAD", TEXT, "IFT+   "),
        ("a released separator", "IFT+4:2?+8+BAD", TEXT, "IFT+4:2?+8+   "),
        ("one part", "ATT+2++M:::BAD", PARTS, "ATT+2++M:::   "),
        ("all parts together", "ATT+B:A:D", PARTS, "ATT+     "),
        ("a loose piece", "S BAD", REST, "     "),
        ("a loose piece like a segment", "ORO+BAD ROAD", REST, "ORO+        "),
        ("nothing behind the tag", "LTS", Field(How.TEXT), "LTS"),
    ],
)
def test_as_little_as_leaves_nothing_goes(fault: str, text: str, field: Field, left: str) -> None:
    def reveals(shown: str) -> bool:
        return "BAD" in shown or "B:A:D" in shown

    assert without(text, ranges_of(text, field, Delimiters(), reveals)) == left, fault


@given(st.text("AB+:?'", max_size=30))
def test_places_are_those_of_the_pieces(text: str) -> None:
    places = list(cut_places(text, (0, len(text)), "+", "?"))
    # A release character at the very end is a character like any other.
    assert [text[begin:end] for begin, end in places] == cut(text, "+", "?")
