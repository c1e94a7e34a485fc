# ruff: noqa: E501  (sentences of resolutions are long)
"""What became of each paragraph: on texts of our own, and on two reviews that are two years apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.assessment.obligations.texts.comparison import Difference, compared, differences
from gatehouse.assessment.obligations.texts.reading import read_string, read_text

BEFORE = [
    "Urges all States to inspect every ferry before it leaves the harbour;",
    "Calls upon ports to light their quays at night, and to train the wardens of their gates each spring;",
    "Encourages captains to carry lanterns of green glass;",
    "Requests the Secretary-General to report on the price of rope;",
    "Encourages sailors to learn the songs of other rivers.",
]
AFTER = [
    "Urges all States to inspect every ferry before it leaves the harbour;",
    "Calls upon ports to light their quays at night;",
    "Calls upon ports to train the wardens of their gates each spring;",
    "Encourages captains to carry lanterns of green glass, and requests the Secretary-General to report on the price of rope;",
    "Invites painters to paint buoys in yellow and blue stripes.",
]


def _text(paragraphs: list[str]) -> str:
    numbered = "\n\n".join(f"{number}. {text}" for number, text in enumerate(paragraphs, start=1))
    return f"The General Assembly,\n\nRecalling its earlier work,\n\n{numbered}\n"


def test_each_kind_of_change() -> None:
    found = compared(read_string(_text(BEFORE)), read_string(_text(AFTER)))
    assert {(c.kind, c.before, c.after) for c in found.changes} == {
        ("carried", (1,), (1,)),
        ("split", (2,), (2, 3)),
        ("merged", (3, 4), (4,)),
        ("new", (), (5,)),
        ("lapsed", (5,), ()),
    }


def test_an_amended_paragraph_shows_its_words() -> None:
    changed = [BEFORE[0].replace("every ferry", "each boat"), *BEFORE[1:]]
    change = compared(read_string(_text(BEFORE)), read_string(_text(changed))).changes[0]
    assert change.kind == "amended"
    assert [(d.before, d.after) for d in change.differences if not d.same] == [("every", "each"), ("ferry", "boat")]


@pytest.mark.parametrize(
    ("before", "after"), [("a b c", "a d c"), ("敦促各国", "促请各国采取"), ("", "x"), ("same", "same")]
)
def test_differences_hold_both_texts(before: str, after: str) -> None:
    found = differences(before, after)
    assert "".join(d.same or d.before for d in found) == before
    assert "".join(d.same or d.after for d in found) == after
    assert all(bool(d.same) != bool(d.before or d.after) for d in found)
    assert isinstance(found, tuple)
    assert all(isinstance(d, Difference) for d in found)


def test_a_text_compared_with_itself_is_carried_whole() -> None:
    text = read_string(_text(BEFORE))
    assert [(c.kind, c.before, c.after) for c in compared(text, text).changes] == [
        ("carried", (n,), (n,)) for n in range(1, 6)
    ]


def test_one_resolution_with_two_years_is_told() -> None:
    one = read_string(_text(["Recalls resolution 2195 (2014);"]))
    other = read_string(_text(["Recalls resolution 2195 (2015);"]))
    assert compared(one, other).years_differ == (("SC", "2195", (2014, 2015)),)


# The pairs were found by reading both texts, not by the program.
PAIRS = {
    1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10: 10, 11: 15, 12: 19, 13: 21, 14: 23, 15: 24, 16: 25, 17: 26,
    18: 27, 19: 28, 20: 29, 21: 30, 22: 31, 23: 37, 24: 38, 25: 36, 26: 41, 27: 42, 28: 45, 29: 46, 30: 47, 31: 53,
    32: 55, 33: 58, 34: 62, 35: 63, 36: 64, 37: 65, 38: 66, 39: 67, 40: 68, 41: 69, 42: 71, 43: 72,
}  # fmt: skip


@pytest.mark.shared
def test_two_reviews_two_years_apart() -> None:
    folder = next((p / "shared" / "seeds" for p in Path(__file__).parents if (p / "shared" / "seeds").is_dir()), None)
    if folder is None:
        pytest.skip("the texts are not beside the project")
    texts = []
    for prefix in ("002", "000"):
        with next(folder.glob(f"{prefix}_*.txt")).open("rb") as stream:
            texts.append(read_text(stream))
    found = compared(*texts)
    assert {c.before[0]: c.after[0] for c in found.changes if c.before} == PAIRS
    assert sum(c.kind == "new" for c in found.changes) == 72 - 43
    assert not [c for c in found.changes if c.kind == "lapsed"]
