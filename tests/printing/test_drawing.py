"""Only drawings are printed: what could run, fetch or embed is refused, each way by name."""

from __future__ import annotations

from datetime import date

import pytest

from gatehouse.printing import drawing
from gatehouse.printing.document import Document, Figure
from gatehouse.printing.drawing import checked, png
from gatehouse.printing.errors import FigureRefusedError
from gatehouse.printing.pdf_file import pdf
from printing.papers import SVG

_HREF = "http://www.w3.org/1999/xlink"


def _svg(inside: str, more: str = "") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="{_HREF}" width="9" height="9" {more}>{inside}</svg>'


@pytest.mark.parametrize(
    "svg",
    [
        _svg("<script>alert(1)</script>"),
        _svg("<rect/>", 'onload="x()"'),
        _svg('<a href="https://example.org"><rect/></a>'),
        _svg("<foreignObject><p>x</p></foreignObject>"),
        _svg('<image href="https://example.org/a.png"/>'),
        _svg('<image xlink:href="file:///etc/passwd"/>'),
        _svg('<image href="data:image/svg+xml;base64,AA"/>'),
        _svg('<use href="other.svg#a"/>'),
        _svg("<style>@import 'x.css';</style>"),
        _svg('<rect fill="url(https://example.org/a)"/>'),
        _svg('<rect style="background:url( http://a )"/>'),
        _svg("<style>rect{fill:u\\72l(http://a)}</style>"),
        _svg("<set attributeName='href' to='javascript:1'/>"),
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG,
        "<html/>",
        "<svg/>",
        "no XML",
        "",
    ],
)
def test_more_than_a_drawing_is_refused(svg: str) -> None:
    with pytest.raises(FigureRefusedError):
        checked(svg)


def test_a_drawing_is_kept_as_it_is() -> None:
    gradient = _svg('<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/><use href="#g"/>')
    assert checked(gradient) == gradient
    assert checked(SVG) == SVG


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "SVG_BYTES_MAX", 10)
    with pytest.raises(FigureRefusedError, match="fewer points"):
        checked(SVG)


def test_png_is_a_picture_and_the_same_each_time() -> None:
    made = png(SVG)
    assert made.startswith(b"\x89PNG")
    assert made == png(SVG)
    assert int.from_bytes(made[16:20], "big") == round(200 * drawing.PIXELS_PER_INCH / 72)


def test_letters_that_join_are_drawn_so_that_a_pdf_can_hold_them() -> None:
    plain = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text x="9" y="20">{}</text></svg>'
    assert drawing.with_text_drawn(plain.format("axis")) == plain.format("axis")
    drawn = drawing.with_text_drawn(plain.format("الامتثال"))
    assert "الامتثال" not in drawn
    assert checked(drawn).count('width="90" height="30"') == 2
    figure = Figure(plain.format("الامتثال"), "الامتثال", ("الشكل",))
    assert pdf(Document(title="تقرير", language="ar", dated=date(2026, 11, 30), opening=(figure,))).startswith(b"%PDF")
