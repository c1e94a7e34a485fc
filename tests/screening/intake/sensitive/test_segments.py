"""Which segments lose what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Left = Callable[[str], str]


@pytest.mark.parametrize(
    ("fault", "body", "expected"),
    [
        ("meal", "SSR+MOML:HK:1:ZZ+::1'", "SSR+qqqqqqqqqqqqqqqq'"),
        ("meal in small letters", "ssr+moml:HK'", "ssr+qqqqqqq'"),
        ("meal by text", "LTS+SSRVGMLZZHK1'", "LTS+qqqqqqqqqqqq'"),
        ("remark", "IFT+4:28::YY+IS MUSLIM'", "IFT+4:28::YY+qqqqqqqqq'"),
        ("cut at an apostrophe", "IFT+4:28::YY+O'NEIL IS MUSLIM'", "IFT+4:28::YY+q'qqqqqqqqqqqqqq'"),
        ("phrase over an apostrophe", "IFT+4:28+JEHOVAH'S WITNESS'", "IFT+4:28+qqqqqqq'qqqqqqqqq'"),
        ("word over a wrap", "IFT+4:28+MUS\r\nLIM'", "IFT+4:28+qqq\r\nqqq'"),
        ("word over elements", "IFT+4:28+IS MUS+LIM+X'", "IFT+4:28+qqqqqqqqqqqq'"),
        ("released apostrophe", "IFT+4:28+JEW?'S'", "IFT+4:28+qqqqqq'"),
        ("unknown segment", "XYZ+1+IS MUSLIM'", "XYZ+qqqqqqqqqqq'"),
        ("attribute in words", "ATT+2++M:::MUSLIM'", "ATT+2++M:::qqqqqq'"),
        ("bag that is a word", "FTX+BAG+++MUSLIM'", "FTX+BAG+qqqqqqqq'"),
        ("check-in text", "DAT+3:MUSLIM:1200'", "DAT+3:qqqqqq:1200'"),
        ("piece of no segment", "RCI+1A:ABC123'IS MUSLIM'", "RCI+1A:ABC123'qqqqqqqqq'"),
    ],
)
def test_what_reveals_something_is_filled(left: Left, fault: str, body: str, expected: str) -> None:
    assert left(body) == expected, fault


@pytest.mark.parametrize(
    "body",
    [
        "TIF+CHURCH+CHRISTIAN MR:A:1'",
        "NAD+FL+++MUSLIM:ISLAM+1 HOSPITAL+MECCA'",
        "NAD+FL+++L'HOPITAL:GUILLAUME'",
        "SSR+DOCS:HK:1:ZZ:::::/P/GBR/123/GBR/01JAN80/M/01JAN30/L'HOPITAL/ISLAM'",
        "SSR+INFT:HK:1:ZZ:::::GAY/CHRISTIAN 01JAN25'",
        "IFT+4:43+MR MUSLIM+12 HOSPITAL'",
        "ADD++700:MOSQUE HOUSE:TEMPLE'",
        "TVL+260127:1000+CDG+LHR+ZZ+1'",
        "DAT+700:260127:0559'",
        "FTX+BAG+++ZZ012345:3'",
        "LTS+0/O/NM/CHURCH/JOHN MR'",
        "IFT'",
        "SSR'",
    ],
)
def test_names_documents_addresses_and_numbers_stay(left: Left, body: str) -> None:
    assert left(body) == body


def test_what_follows_a_removal_is_untouched(left: Left) -> None:
    body = "IFT+4:28+MUSLIM'TIF+CHURCH+ANN:A:1'SSR+WCHR:HK:1:ZZ'RCI+1A:XYZ'"
    assert left(body) == "IFT+4:28+qqqqqq'TIF+CHURCH+ANN:A:1'SSR+qqqqqqqqqqqq'RCI+1A:XYZ'"
