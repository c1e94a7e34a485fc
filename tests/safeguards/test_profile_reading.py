"""A profile's file is read strictly, and everything that is wrong is told at once with its place."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.safeguards import profile_reading
from gatehouse.safeguards.errors import ProfileError
from gatehouse.safeguards.profile import Profile
from gatehouse.safeguards.profile_reading import FILE_BYTES_MAX, examine, read_profile
from gatehouse.safeguards.vocabulary import Topic
from law_files import demo

MASK = 'mask_after = "P6M"'
READING = '\n[readings.strict.retention]\nmask_after = "P3M"\n'


def _places(data: bytes) -> list[str]:
    examined = examine(data)
    return [problem.place for problem in (*examined.wrong, *examined.missing)]


def test_the_demonstration_profile_is_read_whole() -> None:
    profile = read_profile(demo())
    assert profile.profile.name == "demo"
    assert str(profile.retention.mask_after) == "6 months"
    assert set(profile.provisions) == set(Topic)
    assert profile.criteria.nationality_provision is None
    assert profile.purpose("screening") is profile.purposes[0]
    assert profile.purpose("marketing") is None
    assert profile.recipient("neighbour").country == "ZZZ"
    with pytest.raises(dataclasses.FrozenInstanceError):
        profile.review = None


@pytest.mark.parametrize(
    ("before", "after", "place", "told"),
    [
        (MASK, 'mask_aftr = "P6M"', "retention.mask_aftr", "did you mean 'mask_after'?"),
        ("[masking]", "[maskng]", "maskng", "did you mean 'masking'?"),
        ('kind = "screening"', 'kind = "screning"', "purposes[1].kind", "did you mean 'screening'?"),
        ('"names", ', '"name", ', "masking.elements[1]", "did you mean 'names'?"),
        ("\naccess = ", "\nacess = ", "provisions.acess", "did you mean 'access'?"),
        ('["approving-authority"]', '["judge"]', "unmasking.approved_by[1]", "known are: analyst"),
        (MASK, 'mask_after = "6 months"', "retention.mask_after", "P6M for six months"),
        (MASK, "mask_after = 6", "retention.mask_after", "quotes"),
        ("time_box_hours = 72", "time_box_hours = true", "unmasking.time_box_hours", "a number"),
        ("time_box_hours = 72", "time_box_hours = -1", "unmasking.time_box_hours", "a number"),
        ("done_on = 2020-01-01", 'done_on = "yesterday"', "due_diligence.done_on", "2026-03-31"),
        ("done_on = 2020-01-01", "done_on = 2020-01-01T00:00:00Z", "due_diligence.done_on", "2026-03-31"),
        ("indirect_access = true", 'indirect_access = "yes"', "redress.indirect_access", "true or false"),
        ("11qYAYKxCrfVS", "!!qYAYKxCrfVS", "oversight.public_key", "base64"),
        ("11qYAYKxCrfVS/7TyWQH", "11qYAYKxCrfV", "oversight.public_key", "Ed25519"),
        ('name = "demo"', f'name = "{"x" * 2001}"', "profile.name", "2000"),
        ('name = "demo"', 'name = " "', "profile.name", "quotes"),
        ('version = "1"', 'version = "1"\n"\\u001b[2J" = 1', "'profile.\\x1b[2J'", "known are"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_remedy(before: str, after: str, place: str, told: str) -> None:
    (problem,) = examine(demo((before, after))).wrong
    assert place in problem.place
    assert told in problem.remedy


def test_all_that_is_missing_is_told_at_once() -> None:
    changed = demo(
        (MASK, 'mask_after = ""'), ("[masking]", "[nothing]"), ("\naccess = ", "\n# "), ("done_on", "# done_on")
    )
    examined = examine(changed)
    assert examined.profile is None
    assert [problem.place for problem in examined.missing] == [
        "retention.mask_after",
        "masking",
        "due_diligence.done_on",
        "provisions.access",
    ]
    assert [problem.place for problem in examined.wrong] == ["nothing"]
    with pytest.raises(ProfileError) as fault:
        read_profile(changed)
    assert len(fault.value.problems) == 5


def test_a_list_with_nothing_in_it_is_missing() -> None:
    assert _places(demo(('approved_by = ["approving-authority"]', "approved_by = []"))) == ["unmasking.approved_by"]


def test_a_reading_in_force_changes_what_it_names_and_nothing_else() -> None:
    chosen = demo(('version = "1"', 'version = "1"\nreading = "strict"')) + READING.encode()
    strict, written = read_profile(chosen), read_profile(demo() + READING.encode())
    assert str(strict.retention.mask_after) == "3 months"
    assert str(written.retention.mask_after) == "6 months"
    assert dataclasses.replace(strict, retention=written.retention, profile=written.profile) == written
    assert examine(chosen).readings == ("strict",)


@pytest.mark.parametrize(
    ("added", "place"),
    [
        ("\n[readings.strict.retention]\nmask_aftr = 'P3M'\n", "readings: retention.mask_aftr"),
        ("\n[readings.strict.retention]\nmask_after = 'P9Y'\n", "readings: retention.mask_after"),
        ("\n[readings]\nstrict = 1\n", "readings: readings"),
        ("\n[readings.'\\u001b'.retention]\nmask_after = 'P3M'\n", "readings: readings"),
    ],
)
def test_a_reading_that_is_not_in_force_is_checked_too(added: str, place: str) -> None:
    examined = examine(demo() + added.encode())
    assert examined.profile is None
    assert place in [problem.place for problem in examined.wrong]


def test_a_reading_that_is_not_there_is_refused() -> None:
    assert _places(demo(('version = "1"', 'version = "1"\nreading = "kind"'))) == ["profile.reading"]


@pytest.mark.parametrize(
    ("data", "cause"),
    [(b"a = ", "TOML"), (b"\xff", "UTF-8"), (b"#" * (FILE_BYTES_MAX + 1), "larger"), (b"a=" + b"[" * 50000, "TOML")],
    ids=["cut-off", "not-utf-8", "too-large", "too-deep"],
)
def test_what_is_no_toml_is_refused_whole(data: bytes, cause: str) -> None:
    with pytest.raises(ProfileError, match=cause):
        examine(data)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_examined_or_refused(data: bytes) -> None:
    try:
        examined = examine(data)
    except ProfileError:
        return
    assert examined.profile is None
    assert examined.missing


@given(st.data())
def test_a_profile_with_a_piece_cut_out_is_a_profile_or_says_why_not(data: st.DataObject) -> None:
    whole = demo()
    start = data.draw(st.integers(0, len(whole)))
    cut = whole[:start] + whole[start + data.draw(st.integers(1, 300)) :]
    try:
        examined = examine(cut)
    except ProfileError:
        return
    assert isinstance(examined.profile, Profile) is not bool(examined.wrong or examined.missing)


def test_notes_that_are_not_verified_are_told_also_of_what_is_not_complete() -> None:
    examined = examine(demo((MASK, ""), ("verified = true", "verified = false")))
    assert [note.of for note in examined.unverified] == ["profile"]
    assert read_profile(demo(("verified = true", "verified = false"))).unverified == examined.unverified


def test_the_hash_is_of_the_exact_bytes() -> None:
    assert examine(demo()).sha256 != examine(demo() + b"\n").sha256
    assert profile_reading.READINGS not in examine(demo() + READING.encode()).document
