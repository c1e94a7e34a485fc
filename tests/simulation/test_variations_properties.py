"""Each kind of variation on six hundred listed persons: what its name in the truth promises is what is told."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from gatehouse.simulation.listed import Listed
from gatehouse.simulation.persons import latin
from gatehouse.simulation.romanise import document_form
from gatehouse.simulation.told import Told, told
from gatehouse.simulation.variations import VARIATIONS, Variation, vary

BY_KIND = {variation.kind: variation for variation in VARIATIONS}
SAME_DATE = [
    v for v in VARIATIONS if not v.kind.startswith("birth-") and v.kind not in ("two-changes", "document-ocr-error")
]
SAME_DOCUMENT = [v for v in VARIATIONS if not v.kind.startswith("document-")]


def _made(variation: Variation, entries: list[Listed]) -> Iterator[tuple[Listed, Told, Told]]:
    """Those to whom the kind applies: the entry, the honest passport and what is told instead."""
    dice = Random(11)
    for one in entries:
        plain = told(one.person, latin(one.person.name))
        made = variation.change(one, plain, dice)
        if made:
            yield one, plain, made


@pytest.mark.parametrize("variation", SAME_DATE, ids=lambda variation: variation.kind)
def test_the_birth_date_is_true_in_every_kind_but_its_own(variation: Variation, entries: list[Listed]) -> None:
    assert all(made.birth_date == one.person.birth_date for one, _, made in _made(variation, entries))


@pytest.mark.parametrize("variation", SAME_DOCUMENT, ids=lambda variation: variation.kind)
def test_the_document_is_unlisted_in_every_kind_but_its_own(variation: Variation, entries: list[Listed]) -> None:
    for one, _, made in _made(variation, entries):
        assert made.document == one.person.passport
        assert made.document.number not in {document.number for document in one.entry.documents}


def test_two_changes_are_two(entries: list[Listed]) -> None:
    """The name is none that the list or the passport has, or the date is wrong as well as the name."""
    dated = glued = 0
    for one, plain, made in _made(BY_KIND["two-changes"], entries):
        if made.birth_date == plain.birth_date:
            glued += 1
            assert made.spelling != plain.spelling
            continue
        dated += 1
        if one.spelled:
            assert made.spelling != told(one.person, one.spelled).spelling
    assert dated
    assert glued


@pytest.mark.parametrize("seed", range(3))
def test_whoever_is_varied_keeps_sex_and_nationality(seed: int, entries: list[Listed]) -> None:
    dice = Random(seed)
    for one in entries:
        made = vary(one, dice)
        if made:
            assert made[0] in BY_KIND
            assert (made[1].sex, made[1].nationality) == (one.person.sex, one.person.nationality)
            assert made[1].given_names == document_form(made[1].given_names)


def test_heavier_kinds_are_met_more_often_among_those_that_apply_to_nearly_everybody(entries: list[Listed]) -> None:
    dice = Random(4)
    met = [made[0] for _ in range(5) for one in entries if (made := vary(one, dice))]
    assert met.count("word-order") > met.count("typo-insertion")
    assert met.count("exact") > met.count("birth-missing")
