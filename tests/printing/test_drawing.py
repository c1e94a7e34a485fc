"""Only drawings are printed: what could run, fetch or embed is refused, each way by name."""

from __future__ import annotations

import pytest

from gatehouse.printing import drawing
from gatehouse.printing.drawing import checked, png
from gatehouse.printing.errors import FigureRefusedError
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
