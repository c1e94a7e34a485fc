"""A plot of cost per screen against list size as plain SVG, both axes in powers of ten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT = 800, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 260, 40, 50
COLOURS = ("#0b6e4f", "#5aa469", "#b8860b", "#8b1e3f", "#33658a", "#666666")

Series = Mapping[str, Sequence[tuple[float, float]]]
"""Name of a line to its points: list entries, milliseconds."""


def svg(series: Series, title: str) -> str:
    """The picture; refuses nothing, leaves out lines without points."""
    shown = {name: [(log10(x), log10(y)) for x, y in points if y > 0] for name, points in series.items() if points}
    across = [x for points in shown.values() for x, _ in points]
    up = [y for points in shown.values() for _, y in points]
    box = floor(min(across)), max(ceil(max(across)), floor(min(across)) + 1), floor(min(up)), ceil(max(up)) + 0.0
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"',
        ' font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="22" font-size="14">{escape(title)}</text>',
        *_grid(box),
    ]
    for number, (name, points) in enumerate(shown.items()):
        parts += _line(name, [_place(point, box) for point in points], COLOURS[number % len(COLOURS)], number)
    return "\n".join([*parts, "</svg>", ""])


Box = tuple[float, float, float, float]


def _place(point: tuple[float, float], box: Box) -> tuple[float, float]:
    across = (point[0] - box[0]) / (box[1] - box[0])
    up = (point[1] - box[2]) / max(1.0, box[3] - box[2])
    return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM)


def _grid(box: Box) -> list[str]:
    lines = []
    for power in range(int(box[0]), int(box[1]) + 1):
        x, _ = _place((power, box[2]), box)
        lines.append(f'<line x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{HEIGHT - BOTTOM}" stroke="#dddddd"/>')
        lines.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{10**power:,}</text>')
    for power in range(int(box[2]), int(box[3]) + 1):
        _, y = _place((box[0], power), box)
        lines.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}" stroke="#dddddd"/>')
        lines.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g} ms</text>')
    lines.append(f'<text x="{LEFT}" y="{HEIGHT - 12}">entries on the list</text>')
    return lines


def _line(name: str, points: list[tuple[float, float]], colour: str, number: int) -> list[str]:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
    y = TOP + 14 + 18 * number
    return [
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>',
        *dots,
        f'<text x="{WIDTH - RIGHT + 14}" y="{y}" fill="{colour}">{escape(name)}</text>',
    ]
