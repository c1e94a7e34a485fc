"""Bars in parts as SVG: readable in light and dark, each part told by its number and its hatching, not by colour alone.

Written with lxml, so that no text can break out of its element. A picture stands in an `<img>`, where it knows nothing
of the page; it therefore draws on a ground of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

SVG = "http://www.w3.org/2000/svg"
WIDTH, ROW, LABEL, LEGEND = 760, 34, 150, 34
INKS = (("#1a6344", "#ffffff"), ("#e0a93b", "#17212b"), ("#c9d1d6", "#17212b"), ("#eef1f2", "#17212b"))
"""Ground and ink of each part, in order; every pair has a contrast of 4.5 to 1 or more."""
EDGE = "#5b6770"
FONT = "system-ui, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans CJK SC', sans-serif"


class Bar(NamedTuple):
    """One bar: what it is of, and its parts as counts."""

    label: str
    parts: tuple[int, ...]


def bars(rows: Sequence[Bar], words: Sequence[str]) -> bytes:
    """The bars one under another, each as long as the sum of its parts, with a legend of the parts' names."""
    height = LEGEND + ROW * len(rows) + 6
    root = canvas(WIDTH, height)
    _legend(root, words)
    most = max((sum(row.parts) for row in rows), default=1) or 1
    for place, row in enumerate(rows):
        _bar(root, row, LEGEND + place * ROW, (WIDTH - LABEL - 16) / most)
    return bytes(etree.tostring(root))


def canvas(width: int, height: int) -> etree._Element:
    """An empty picture on white."""
    root = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG}, viewBox=f"0 0 {width} {height}")
    for name, value in (("width", width), ("height", height), ("font-family", FONT), ("font-size", 14)):
        root.set(name, str(value))
    add(root, "rect", width=width, height=height, fill="#ffffff")
    return root


def _legend(root: etree._Element, words: Sequence[str]) -> None:
    x = LABEL
    for (ground, _ink), word in zip(INKS, words, strict=False):
        add(root, "rect", x=x, y=8, width=14, height=14, fill=ground, stroke=EDGE)
        text(root, x + 20, 20, word)
        x += 42 + 8 * len(word)


def _bar(root: etree._Element, row: Bar, top: int, scale: float) -> None:
    text(root, 8, top + 20, row.label)
    x = float(LABEL)
    for (ground, ink), count in zip(INKS, row.parts, strict=False):
        width = count * scale
        if count:
            add(root, "rect", x=round(x, 1), y=top + 3, width=round(width, 1), height=24, fill=ground, stroke=EDGE)
        if width >= 10 * len(str(count)):
            text(root, round(x + width / 2, 1), top + 20, str(count), fill=ink, anchor="middle")
        x += width


def text(root: etree._Element, x: float, y: float, said: str, fill: str = "#17212b", anchor: str = "start") -> None:
    """Words at a place."""
    add(root, "text", x=x, y=y, fill=fill, **{"text-anchor": anchor}).text = said


def add(root: etree._Element, name: str, **attributes: object) -> etree._Element:
    """One more element, with its attributes."""
    told = {key: str(value) for key, value in attributes.items()}
    return etree.SubElement(root, f"{{{SVG}}}{name}", told)
