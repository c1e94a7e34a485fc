"""The table of variations, and whom they are applied to."""

from collections import Counter
from dataclasses import replace
from random import Random

from gatehouse.simulation.listed import Listed
from gatehouse.simulation.romanise import document_form
from gatehouse.simulation.variations import VARIATIONS, vary
from gatehouse.terms.entry import Handling

KINDS = [variation.kind for variation in VARIATIONS]


def _varied(entries: list[Listed], seed: int) -> list[tuple[Listed, str]]:
    dice = Random(seed)
    return [(one, made[0]) for one in entries if (made := vary(one, dice))]


def test_kinds_are_distinct_and_documented() -> None:
    assert len(set(KINDS)) == len(KINDS)
    assert all(variation.meaning and variation.weight > 0 for variation in VARIATIONS)


def test_every_kind_is_met_on_a_list_of_a_few_hundred(entries: list[Listed]) -> None:
    met = Counter(kind for seed in range(4) for _, kind in _varied(entries, seed))
    assert set(met) == set(KINDS)


def test_nearly_everybody_can_be_varied(entries: list[Listed]) -> None:
    assert len(_varied(entries, 1)) > 0.9 * len(entries)


def test_own_script_is_for_entries_without_latin_only(entries: list[Listed]) -> None:
    for one, kind in _varied(entries, 2):
        assert (kind == "own-script") == (one.spelled is None) or kind.startswith("document-")


def test_handling_is_respected(entries: list[Listed]) -> None:
    by_document = [replace(one, entry=replace(one.entry, handling=Handling.DOCUMENT_ONLY)) for one in entries]
    assert {kind for _, kind in _varied(by_document, 3)} == {"document-other-name", "document-ocr-error"}
    by_name = [replace(one, entry=replace(one.entry, handling=Handling.EXACT_NAME)) for one in entries]
    assert {kind for _, kind in _varied(by_name, 3)} <= {"exact", "birth-partial-on-list"}


def test_a_surname_is_always_told(entries: list[Listed]) -> None:
    dice = Random(7)
    told = [made[1] for one in entries if (made := vary(one, dice))]
    assert all(one.surname for one in told)
    assert all(one.surname == document_form(one.surname) for one in told)


def test_an_unlisted_document_is_told_except_in_the_document_kinds(entries: list[Listed]) -> None:
    dice = Random(8)
    for one in entries:
        made = vary(one, dice)
        if made and made[1].document:
            listed = {document.number for document in one.entry.documents}
            assert (made[1].document.number in listed) == (made[0] == "document-other-name")


def test_the_same_dice_give_the_same_variations(entries: list[Listed]) -> None:
    assert [kind for _, kind in _varied(entries, 9)] == [kind for _, kind in _varied(entries, 9)]
