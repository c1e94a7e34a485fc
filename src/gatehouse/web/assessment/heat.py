"""A heat map of one State: a row for each obligation found against, a column for each axis. Each cell says its word.

The two ratings stand beside each other and are never made into one; an axis without a standing rating is left white.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from gatehouse.assessment.findings.method import Axis, codes
from gatehouse.assessment.findings.store import Seen
from gatehouse.web.obligations.picture import EDGE, add, canvas, text

LABEL, CELL, ROW, HEAD = 130, 230, 30, 34
INKS = (("#8c2d2d", "#ffffff"), ("#f0b98d", "#17212b"), ("#b9d7e8", "#17212b"), ("#1f5f8b", "#ffffff"))
"""Ground and ink from the lowest rank to the highest: apart also for whoever does not tell red from green."""
NONE = ("#ffffff", "#515d68")


def heat(findings: Sequence[Seen]) -> bytes:
    """The picture; its head alone where nothing is found."""
    root = canvas(LABEL + CELL * len(Axis), HEAD + ROW * max(1, len(findings)) + 4)
    for place, axis in enumerate(Axis):
        text(root, LABEL + place * CELL + CELL / 2, 22, axis.value, anchor="middle")
    for row, finding in enumerate(findings):
        text(root, 8, HEAD + row * ROW + 20, finding.obligation)
        for place, axis in enumerate(Axis):
            standing = codes()[axis].get(finding.standing.get(axis, ""))
            ground, ink = NONE if standing is None or standing.rank is None else INKS[standing.rank]
            x, y = LABEL + place * CELL, HEAD + row * ROW
            add(root, "rect", x=x, y=y, width=CELL - 3, height=ROW - 3, fill=ground, stroke=EDGE)
            word = standing.en if standing else finding.rated[axis].value
            text(root, x + CELL / 2, y + 19, word, fill=ink, anchor="middle")
    return bytes(etree.tostring(root))
