"""A paragraph is the same one however it is wrapped, spaced or capitalised."""

from __future__ import annotations

from gatehouse.assessment.confidentiality.paragraphs import fingerprint, paragraphs


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert paragraphs("One\ntwo.\r\n \r\nThree.\n\n\n\n") == ("One\ntwo.", "Three.")
    assert paragraphs(" \n\n ") == ()


def test_wrapping_and_case_do_not_hide_a_paragraph() -> None:
    assert fingerprint("The unit has  nine\nstaff.") == fingerprint("the unit has nine staff.")
    assert fingerprint("该部门 有九人。") == fingerprint("该部门有九人。")
    assert fingerprint("nine") != fingerprint("ten")
