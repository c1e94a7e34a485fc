"""A paragraph names itself as people cite it."""

from __future__ import annotations

from gatehouse.assessment.obligations.texts.paragraph import OPERATIVE, PREAMBULAR, Paragraph


def test_labels() -> None:
    assert Paragraph(OPERATIVE, 12, "", 1).label == "OP 12"
    assert Paragraph(PREAMBULAR, 3, "", 1).label == "PP 3"
