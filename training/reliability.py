"""The reliability diagram as plain SVG, with a title and a description for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence

SIDE, MARGIN = 360, 56


def _place(share: float, upward: bool) -> float:
    return MARGIN + (SIDE * (1 - share) if upward else SIDE * share)


def diagram(rows: Sequence[tuple[float, float, float]], error: float, pairs: int) -> str:
    """The diagram of (mean score, share of one person, mass) rows."""
    told = "; ".join(f"score {score:.2f}: {truth:.2f} are one person" for score, truth, _ in rows)
    size = SIDE + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" '
        'aria-labelledby="title desc" font-family="sans-serif" font-size="12" fill="#222">',
        '<title id="title">Reliability of the score for names</title>',
        f'<desc id="desc">{pairs} held-out pairs in ten bins of equal mass. {told}. '
        f"Expected calibration error {100 * error:.1f} points.</desc>",
        f'<rect width="{size}" height="{size}" fill="#fff"/>',
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#888"/>',
        f'<line x1="{MARGIN}" y1="{MARGIN + SIDE}" x2="{MARGIN + SIDE}" y2="{MARGIN}" stroke="#888" '
        'stroke-dasharray="4 4"/>',
    ]
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        parts.append(
            f'<text x="{_place(share, False):.0f}" y="{MARGIN + SIDE + 18}" text-anchor="middle">{share}</text>'
        )
        parts.append(f'<text x="{MARGIN - 8}" y="{_place(share, True) + 4:.0f}" text-anchor="end">{share}</text>')
    line = " ".join(f"{_place(score, False):.1f},{_place(truth, True):.1f}" for score, truth, _ in rows)
    parts.append(f'<polyline points="{line}" fill="none" stroke="#0b5394" stroke-width="2"/>')
    parts += [
        f'<circle cx="{_place(score, False):.1f}" cy="{_place(truth, True):.1f}" r="4" fill="#0b5394"/>'
        for score, truth, _ in rows
    ]
    middle = MARGIN + SIDE / 2
    parts += [
        f'<text x="{middle}" y="{size - 14}" text-anchor="middle">mean score of the bin</text>',
        f'<text x="16" y="{middle}" text-anchor="middle" transform="rotate(-90 16 {middle})">'
        "share that are one person</text>",
        f'<text x="{middle}" y="28" text-anchor="middle">held-out pairs, names only; '
        f"calibration error {100 * error:.1f} points</text>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"
