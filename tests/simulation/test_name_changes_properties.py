"""What every change to a name keeps, and what it alone may alter, on six hundred listed persons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from random import Random

import pytest

from gatehouse.simulation import name_changes as changes
from gatehouse.simulation.listed import Listed
from gatehouse.simulation.persons import Spelling, latin
from gatehouse.simulation.romanise import bare_form, document_form
from gatehouse.simulation.told import Told, told

Change = Callable[[Listed, Told, Random], Told | None]

ALL: dict[str, Change] = {
    "exact": changes.exact,
    "word-order": changes.word_order,
    "glued": changes.glued,
    "title-glued": changes.title_glued,
    "extra-given-name": changes.extra_given,
    "dropped-given-name": changes.dropped_given,
    "initial": changes.initial,
    "truncated-39": changes.truncated,
    "typo-substitution": changes.typo_substitution,
    "typo-insertion": changes.typo_insertion,
    "typo-deletion": changes.typo_deletion,
    "typo-transposition": changes.typo_transposition,
    "vowel-variant": changes.vowels,
    "particle-variant": changes.particle,
    "diacritics": changes.marks,
    "other-romanisation": changes.respelling,
    "own-script": changes.own_script,
    "alias": changes.alias,
    "double-surname": changes.double_surname,
    "one-name-fnu": changes.first_name_unknown,
}


def _plain(one: Listed) -> Told:
    return told(one.person, latin(one.person.name))


def _made(change: Change, entries: list[Listed], seed: int = 1) -> Iterator[tuple[Listed, Told, Told]]:
    """Each listed person to whom the change applies: the entry, what a passport tells and what is told instead."""
    dice = Random(seed)
    for one in entries:
        plain = _plain(one)
        made = change(one, plain, dice)
        if made is not None:
            yield one, plain, made


@pytest.mark.parametrize("kind", ALL)
class TestEveryChange:
    def test_applies_to_somebody(self, kind: str, entries: list[Listed]) -> None:
        """A kind that nobody qualifies for would be measured on nobody."""
        if kind == "own-script":
            entries = [one for one in entries if one.spelled is None]
        assert any(True for _ in _made(ALL[kind], entries))

    def test_alters_nothing_but_the_name(self, kind: str, entries: list[Listed]) -> None:
        """Birth date, sex, nationality, place and document stay, or recall by kind would mix two faults."""
        for _, plain, made in _made(ALL[kind], entries):
            assert replace(made, surname=plain.surname, given_names=plain.given_names) == plain

    def test_tells_capitals_and_single_blanks_only(self, kind: str, entries: list[Listed]) -> None:
        """What is told fits a machine-readable zone: A to Z, one blank between words, none at the ends."""
        for _, _, made in _made(ALL[kind], entries):
            assert made.surname == document_form(made.surname)
            assert made.given_names == document_form(made.given_names)

    def test_leaves_some_name(self, kind: str, entries: list[Listed]) -> None:
        for _, _, made in _made(ALL[kind], entries):
            assert made.surname or made.given_names

    def test_is_the_same_with_the_same_dice(self, kind: str, entries: list[Listed]) -> None:
        once = [made for _, _, made in _made(ALL[kind], entries[:150], seed=7)]
        again = [made for _, _, made in _made(ALL[kind], entries[:150], seed=7)]
        assert once == again


def test_word_order_turned_twice_is_the_name_again(entries: list[Listed]) -> None:
    for one, plain, made in _made(changes.word_order, entries):
        assert changes.word_order(one, made, Random(1)) == plain


def test_glued_keeps_every_letter_in_its_place(entries: list[Listed]) -> None:
    for _, plain, made in _made(changes.glued, entries):
        assert made.spelling.full != plain.spelling.full
        assert made.surname.replace(" ", "") == plain.surname.replace(" ", "")
        assert made.given_names.replace(" ", "") == plain.given_names.replace(" ", "")


def test_a_title_fits_the_sex(entries: list[Listed]) -> None:
    seen: dict[str, set[str]] = {"M": set(), "F": set()}
    for _, plain, made in _made(changes.title_glued, entries):
        assert plain.sex
        seen[plain.sex].add(made.given_names.removeprefix(plain.given_names))
    assert {sex: sorted(titles) for sex, titles in seen.items()} == {
        sex: sorted(titles) for sex, titles in changes.TITLES.items()
    }


def test_a_given_name_more_is_one_word_at_the_end(entries: list[Listed]) -> None:
    for one, plain, made in _made(changes.extra_given, entries):
        assert made.given_names.startswith(plain.given_names + " ")
        assert made.given_names.removeprefix(plain.given_names + " ") == document_form(one.person.spare.latin[0])


def test_a_given_name_fewer_is_one_of_the_list_s_and_never_the_first(entries: list[Listed]) -> None:
    for one, _, made in _made(changes.dropped_given, entries):
        assert one.spelled
        listed, left = document_form(one.spelled.given_names).split(), made.given_names.split()
        assert len(left) == len(listed) - 1
        assert left[0] == listed[0]
        assert not Counter(left) - Counter(listed)


def test_initials_are_the_first_letters_in_order(entries: list[Listed]) -> None:
    for _, plain, made in _made(changes.initial, entries):
        assert [word[0] for word in plain.given_names.split()] == made.given_names.split()
        assert made.surname == plain.surname


def test_a_cut_name_fills_the_line_and_never_passes_it(entries: list[Listed]) -> None:
    """Surname, two fillers and given names take at most 39 characters (ICAO Doc 9303-4 section 4.2.2)."""
    for _, _, made in _made(changes.truncated, entries):
        taken = len(made.surname) + 2 + len(made.given_names)
        # A blank at the cut is dropped with it, so one place may stay empty.
        assert changes.NAME_FIELD_LENGTH - 1 <= taken <= changes.NAME_FIELD_LENGTH
        assert made.given_names


@pytest.mark.parametrize(
    ("kind", "longer_by"),
    [("typo-substitution", 0), ("typo-transposition", 0), ("typo-insertion", 1), ("typo-deletion", -1)],
)
def test_a_typing_error_is_one_edit(kind: str, longer_by: int, entries: list[Listed]) -> None:
    for _, plain, made in _made(ALL[kind], entries):
        before, after = plain.spelling.full, made.spelling.full
        assert len(after) - len(before) == longer_by
        assert (plain.surname == made.surname) != (plain.given_names == made.given_names)
        edits = [
            part for part in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if part[0] != "equal"
        ]
        assert len(edits) <= 2


def test_a_substituted_letter_is_a_neighbour_on_the_keyboard(entries: list[Listed]) -> None:
    rows = "|".join(changes.KEYBOARD)
    for _, plain, made in _made(changes.typo_substitution, entries):
        pairs = zip(plain.spelling.full, made.spelling.full, strict=True)
        ((meant, struck),) = [pair for pair in pairs if pair[0] != pair[1]]
        assert f"{meant}{struck}" in rows or f"{struck}{meant}" in rows


def test_transposed_letters_stand_side_by_side(entries: list[Listed]) -> None:
    for _, plain, made in _made(changes.typo_transposition, entries):
        pairs = list(zip(plain.spelling.full, made.spelling.full, strict=True))
        places = [at for at, (before, after) in enumerate(pairs) if before != after]
        assert len(places) == 2
        assert places[1] == places[0] + 1
        assert pairs[places[0]] == pairs[places[1]][::-1]


@pytest.mark.parametrize("kind", ["typo-substitution", "typo-insertion", "typo-deletion", "typo-transposition"])
def test_a_typing_error_spares_short_words_and_first_letters(kind: str, entries: list[Listed]) -> None:
    for _, plain, made in _made(ALL[kind], entries):
        before, after = plain.spelling.full.split(), made.spelling.full.split()
        assert [word[0] for word in before] == [word[0] for word in after]
        for old, new in zip(before, after, strict=True):
            assert old == new or len(old) > changes.LETTERS_FOR_TYPOS


@pytest.mark.parametrize("kind", ["typo-substitution", "typo-insertion", "typo-deletion", "typo-transposition"])
@pytest.mark.parametrize(("word", "applies"), [("ABCD", False), ("ABCDE", True)], ids=["four-letters", "five-letters"])
def test_the_shortest_word_that_is_mistyped(kind: str, word: str, applies: bool, entries: list[Listed]) -> None:
    one = entries[0]
    plain = replace(_plain(one), surname=word, given_names="")
    made = [ALL[kind](one, plain, Random(seed)) for seed in range(10)]
    assert any(made) is applies


def test_marks_differ_from_the_document_s_spelling(entries: list[Listed]) -> None:
    for one, plain, made in _made(changes.marks, entries):
        spelled = latin(one.person.name)
        assert made.spelling == Spelling(bare_form(spelled.surname), bare_form(spelled.given_names))
        assert made.spelling != plain.spelling


def test_a_respelling_is_none_of_the_listed_spellings(entries: list[Listed]) -> None:
    for one, plain, made in _made(changes.respelling, entries):
        assert made.spelling != plain.spelling
        assert made.spelling.full not in {document_form(name.full) for name in one.entry.names}


def test_own_script_and_a_listed_spelling_exclude_each_other(entries: list[Listed]) -> None:
    """Every entry is either exact or own-script, and none is both."""
    dice = Random(3)
    for one in entries:
        plain = _plain(one)
        assert (changes.exact(one, plain, dice) is None) != (changes.own_script(one, plain, dice) is None)


def test_an_alias_is_one_that_the_entry_names(entries: list[Listed]) -> None:
    for one, _, made in _made(changes.alias, entries):
        known = [Spelling(document_form(s.surname), document_form(s.given_names)) for s in one.aliases]
        assert made.spelling in known


def test_a_second_surname_is_lost_or_gained_and_given_names_stay(entries: list[Listed]) -> None:
    lost = gained = 0
    for one, plain, made in _made(changes.double_surname, entries):
        assert made.given_names == plain.given_names
        if len(one.person.name.family) > 1:
            lost += 1
            assert plain.surname.startswith(made.surname + " ")
        else:
            gained += 1
            assert made.surname.startswith(plain.surname + " ")
    assert lost
    assert gained


def test_a_particle_is_the_only_part_that_changes(entries: list[Listed]) -> None:
    """What follows the particle of a surname, and the names around an added one, stay letter for letter."""
    for _, plain, made in _made(changes.particle, entries):
        found = changes.PARTICLES.match(plain.surname)
        if found:
            assert made.surname.endswith(plain.surname[found.end() :])
            assert made.given_names == plain.given_names
        else:
            added = Counter(made.given_names.split()) - Counter(plain.given_names.split())
            assert len(added) == 1
            assert set(added) <= {"BIN", "IBN", "BEN"}


def test_fnu_stands_alone_in_the_given_names(entries: list[Listed]) -> None:
    for _, plain, made in _made(changes.first_name_unknown, entries):
        assert made.given_names == changes.UNKNOWN_GIVEN_NAME
        assert made.surname.split() == [*plain.given_names.split(), *plain.surname.split()]
