"""What no deployment's law may say, however well it is written."""

from __future__ import annotations

import pytest

from gatehouse.safeguards.profile_reading import examine, read_profile
from gatehouse.safeguards.profile_sense import senseless
from law_files import demo


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ('mask_after = "P6M"', 'mask_after = "P6Y"', "retention.mask_after"),
        ('unmatched_erase_after = "P6M"', 'unmatched_erase_after = "P61M"', "retention.unmatched_erase_after"),
        ('log_erase_after = "P5Y"', 'log_erase_after = "P1Y"', "retention.log_erase_after"),
        ('"health", ', "", "sensitive.categories"),
        ('"names", ', "", "masking.elements"),
        ('kind = "rights"', 'kind = "screening"', "purposes"),
        ('code = "rights"', 'code = "oversight"', "purposes"),
        ('code = "rights"', 'code = "The Rights"', "purposes"),
        ('code = "neighbour"', 'code = "border-police"', "recipients"),
        ('country = "ZZZ"', 'country = "Utopia"', "country"),
        ('approved_by = ["approving-authority"]', 'approved_by = ["machine"]', "unmasking.approved_by"),
        ('approved_by = ["approving-authority"]', 'approved_by = ["operator"]', "unmasking.approved_by"),
        ("time_box_hours = 72", "time_box_hours = 0", "unmasking.time_box_hours"),
        ("time_box_hours = 72", "time_box_hours = 100000", "unmasking.time_box_hours"),
        ("answer_days = 30", "answer_days = 0", "redress.answer_days"),
        ("due_on = 2100-01-01", "due_on = 2020-01-01", "review.due_on"),
        ("done_on = 2020-01-01", "done_on = 2020-01-02", "due_diligence.done_on"),
        ("criteria_stop_days_after = 0", "criteria_stop_days_after = 31", "review.criteria_stop_days_after"),
    ],
)
def test_no_law_may_say_this(before: str, after: str, place: str) -> None:
    examined = examine(demo((before, after)))
    assert examined.profile is None
    assert [problem.place for problem in examined.wrong] == [place]
    assert examined.wrong[0].remedy


def test_a_sound_profile_has_nothing_against_it() -> None:
    assert senseless(read_profile(demo())) == []
