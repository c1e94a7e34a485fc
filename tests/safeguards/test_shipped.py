"""The profiles that come with Gatehouse say what the law's summaries say, and claim nothing."""

from __future__ import annotations

import pytest

from gatehouse.safeguards.profile import Use
from gatehouse.safeguards.profile_reading import examine, read_profile
from gatehouse.safeguards.shipped import demo_profile, shipped, shipped_names
from gatehouse.safeguards.vocabulary import Element, PurposeClass, SensitiveCategory
from law_files import filled

TEMPLATES = ["eu-2016-681", "icao-annex-9"]
READINGS = [("eu-2016-681", "c-817-19"), ("icao-annex-9", "two-years")]


def test_these_are_shipped() -> None:
    assert shipped_names() == ("demo", *TEMPLATES)
    with pytest.raises(KeyError):
        shipped("../profile")


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_incomplete_and_not_wrong(name: str) -> None:
    examined = examine(shipped(name))
    assert examined.profile is None
    assert examined.wrong == ()
    missing = {problem.place for problem in examined.missing}
    assert {"authority.name", "oversight.public_key", "due_diligence.record", "review.due_on"} <= missing


@pytest.mark.parametrize(("name", "reading"), [*((name, "") for name in TEMPLATES), *READINGS])
def test_a_template_that_is_filled_in_is_a_profile_for_live_use(name: str, reading: str) -> None:
    profile = read_profile(filled(name, reading))
    assert profile.profile.use is Use.LIVE
    assert {purpose.kind for purpose in profile.purposes} == set(PurposeClass)
    assert set(profile.sensitive.categories) == set(SensitiveCategory)
    assert profile.criteria.nationality_provision is None


def test_the_directive_as_written_and_as_read_by_the_court() -> None:
    written, read = (read_profile(filled("eu-2016-681", reading)) for reading in ("", "c-817-19"))
    for profile in (written, read):
        assert str(profile.retention.mask_after) == "6 months"
        assert str(profile.retention.erase_after) == "5 years"
        assert Element.NAMES in profile.masking.elements
    assert str(written.retention.unmatched_erase_after) == "5 years"
    assert str(read.retention.unmatched_erase_after) == "6 months"
    assert "C-817/19" in read.profile.law


def test_the_annex_masks_within_six_months_and_no_later_than_two_years() -> None:
    soon, late = (read_profile(filled("icao-annex-9", reading)) for reading in ("", "two-years"))
    assert (str(soon.retention.mask_after), str(late.retention.mask_after)) == ("6 months", "2 years")
    assert str(late.retention.erase_after) == "5 years"


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_is_known_only_is_a_note_that_says_so(name: str) -> None:
    notes = examine(shipped(name)).unverified
    assert {"provisions", "criteria", "sensitive.categories"} <= {note.of for note in notes}
    assert all(note.source for note in notes)
    assert "no claim" in shipped(name).decode() or "nothing here is a claim of conformance" in shipped(name).decode()


def test_the_demonstration_is_complete_and_for_demonstrations_only() -> None:
    assert demo_profile().profile.use is Use.DEMO
    assert demo_profile().unverified == ()
