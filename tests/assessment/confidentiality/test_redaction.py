"""What is kept is left out in its place, and only that."""

from __future__ import annotations

from gatehouse.assessment.confidentiality.paragraphs import fingerprint
from gatehouse.assessment.confidentiality.redaction import WHOLE, joined, kept_to, redacted
from gatehouse.safeguards.decision import KeptTo

TEXT = "First.\n\nSecond.\n\nThird.\n\nFourth."
MARKS = {fingerprint("Second."): KeptTo.COMMITTEE, fingerprint("Third."): KeptTo.TEAM}


def test_only_the_selected_paragraphs_are_left_out() -> None:
    shown = redacted(TEXT, MARKS, lambda circle: circle is None)
    assert [one.text for one in shown] == ["First.", None, None, "Fourth."]
    assert joined(shown, "[kept]") == "First.\n\n[kept]\n\nFourth."
    committee = redacted(TEXT, MARKS, lambda circle: circle is not KeptTo.TEAM)
    assert [one.text for one in committee] == ["First.", "Second.", None, "Fourth."]


def test_the_narrowest_of_two_marks_holds() -> None:
    marks = {WHOLE: KeptTo.COMMITTEE, fingerprint("First."): KeptTo.TEAM}
    assert kept_to(marks, "First.") is KeptTo.TEAM
    assert kept_to(marks, "Other.") is KeptTo.COMMITTEE
    assert kept_to({}, "First.") is None
