"""Likeness over generated words: its order, its bounds and what one edit may cost."""

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gatehouse.names import sound
from gatehouse.names.distance import (
    CUT_LETTERS_MIN,
    CUT_SHORT,
    INITIAL,
    SAME_SOUND,
    likeness,
)
from gatehouse.names.name import read_name
from gatehouse.names.token import Manner, token

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = st.text(LETTERS, min_size=1, max_size=16)
LONG = st.text("bdgklmnprstv", min_size=6, max_size=12)
NATIVE = st.sampled_from(["سليم", "محمد", "נועם", "Сергей", "Νίκος", "李雷", "민준", "バラク", "रवि", "ნინო", "สมชาย"])
ANY = WORDS.map(token) | NATIVE.map(lambda text: read_name(text).tokens[-1])


@given(ANY, ANY)
@settings(max_examples=300)
def test_across_all_scripts_likeness_is_symmetric_bounded_and_worded(one, other):
    there, back = likeness(one, other), likeness(other, one)
    assert there.score == pytest.approx(back.score)
    assert 0.0 <= there.score <= 1.0
    assert there.how


@given(ANY)
def test_a_token_is_most_like_itself(one):
    assert likeness(one, one).score == 1.0


@given(WORDS, WORDS)
def test_only_the_same_letters_are_certain(one, other):
    """1 is kept for equal letters: an equal sound is less, however equal."""
    assume(token(one).text != token(other).text)
    assert likeness(token(one), token(other)).score < 1.0


@given(WORDS)
def test_a_word_and_its_sound_written_out_are_the_same_sound(word):
    """The fold read as a word of its own has no other sound, so it is never another name."""
    ours, theirs = token(word), token(sound.fold(token(word).text).lower())
    assume(ours.fold == theirs.fold)
    assert likeness(ours, theirs).score == (1.0 if ours.text == theirs.text else SAME_SOUND)


@given(LONG, st.integers(1, 10))
def test_one_letter_missing_of_a_long_word_stays_near(word, at):
    """A typing error in a word of six letters or more is never taken for another name."""
    at = min(at, len(word) - 1)
    assert likeness(token(word), token(word[:at] + word[at + 1 :])).score >= 0.66


@given(LONG, st.integers(0, 10))
def test_two_letters_exchanged_stay_near(word, at):
    at = min(at, len(word) - 2)
    turned = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert likeness(token(word), token(turned)).score >= 0.66


@given(st.sampled_from(LETTERS), WORDS.filter(lambda word: len(word) > 1))
def test_an_initial_stands_for_its_letter_only(letter, word):
    assume(token(letter).fold != token(word).fold)
    found = likeness(token(letter), token(word))
    assert found.score == (INITIAL if token(word).text[0] == letter else 0.0)


@pytest.mark.parametrize("letters", [CUT_LETTERS_MIN - 1, CUT_LETTERS_MIN, CUT_LETTERS_MIN + 1])
def test_the_fewest_letters_that_stand_for_a_longer_word(letters):
    word = "skjoldag"
    found = likeness(token(word[:letters]), token(word))
    assert (found.score >= CUT_SHORT) == (letters >= CUT_LETTERS_MIN)


@pytest.mark.parametrize(("longer", "found"), [(10, True), (11, False)], ids=["two-fifths", "less"])
def test_too_short_a_beginning_stands_for_nothing(longer, found):
    whole = "krogvindstalbren"[:longer]
    assert (likeness(token("krog"), token(whole)).how == "one is the beginning of the other") is found


@pytest.mark.parametrize("word", ["lin", "tom", "bai", "eli", "ray"])
def test_short_strangers_in_another_script_are_not_alike(word):
    assert likeness(token(word), read_name("سليم").tokens[0]).score < 0.66


@given(WORDS)
def test_bones_are_consonants_and_no_longer_than_the_word_s_sound(word):
    found = sound.bones(word)
    assert not set(found) & set(sound.VOWELS)
    assert all(one != other for one, other in pairwise(found))


@given(WORDS)
def test_a_fold_has_no_doubled_letter_and_is_never_empty(word):
    folded = sound.fold(word)
    assert folded
    assert all(one != other for one, other in pairwise(folded))


@given(WORDS)
def test_weighing_doubles_consonants_only(word):
    folded = sound.fold(word)
    weighed = sound.weighed(folded)
    consonants = sum(letter not in sound.VOWELS for letter in folded)
    assert len(weighed) == len(folded) + consonants


@given(WORDS, WORDS)
def test_the_glue_key_does_not_know_where_a_word_ended(one, other):
    """Neighbours with an h or a doubled letter at the seam have one key, written together or apart."""
    folded = sound.fold(one) + sound.fold(other)
    assert sound.glue_key(folded) == sound.glue_key(folded.replace("h", ""))
    assert "h" not in sound.glue_key(folded)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mueller", "muller"),
        ("shcherbakov", "scherbakow"),
        ("kazimir", "casimir"),
        ("filip", "philip"),
        ("maxim", "maksim"),
        ("yusuf", "iusuf"),
        ("hussein", "husain"),
        ("tsvetkov", "tzvetkov"),
    ],
)
def test_spellings_of_one_sound(one, other):
    assert likeness(token(one), token(other)).score >= 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [("marta", "karla"), ("drozd", "varga"), ("ilse", "anna"), ("tom", "tim"), ("abdulkarim", "abdulsalam")],
)
def test_names_that_only_look_a_little_alike(one, other):
    assert likeness(token(one), token(other)).score < 0.9


@pytest.mark.parametrize(
    ("text", "manner"),
    [("Ilse", Manner.SPELLED), ("Сергей", Manner.SPELLED), ("سليم", Manner.UNVOCALISED), ("李", Manner.BORROWED)],
)
def test_the_manner_decides_what_is_compared(text, manner):
    assert read_name(text).tokens[0].manner is manner
