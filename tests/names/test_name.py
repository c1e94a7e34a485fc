"""Names as tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names.cleaning import CUT, DIGITS, DIRECTION, INVISIBLE, MARKS
from gatehouse.names.name import (
    LOOK_ALIKES,
    READINGS_MAX,
    TOKENS_MAX,
    WORDS_IGNORED,
    plain_word,
    read_name,
    read_names,
    readings_of,
    short_words,
)
from gatehouse.names.token import TOKEN_CHARS_MAX, Manner, token

TOKENS = [
    ("title-and-article", "Mr Karim Al-Harbani", ["karim", "harbani"]),
    ("particles", "Ilse van der Velde", ["ilse", "velde"]),
    ("only-two-words-keep-the-particle", "bin Harban", ["bin", "harban"]),
    ("vietnamese-le-stays", "Le Dravic", ["le", "dravic"]),
    ("filler", "FNU HARBAN", ["harban"]),
    ("only-a-filler", "FNU", ["fnu"]),
    ("abd-apart", "Abd al-Rahman Drozd", ["abdrahman", "drozd"]),
    ("abd-together", "Abdurrahman Drozd", ["abdrahman", "drozd"]),
    ("din-apart", "Saif al-Din Drozd", ["saifdin", "drozd"]),
    ("arabic-abd", "عبد الله", ["abdllh"]),
    ("abd-and-an-initial", "Abdul K. Drozd", ["k", "drozd"]),
    ("apostrophe", "O'Brannick", ["obrannick"]),
    ("initials", "J.-C. Drozd", ["j", "c", "drozd"]),
    ("han", "李雷", ["li", "lei"]),
    ("dotted-han-parts-stay-whole", "瓦加·李雷", ["wajia", "lilei"]),
]


@pytest.mark.parametrize(("text", "texts"), [pytest.param(*row[1:], id=row[0]) for row in TOKENS])
def test_tokens(text, texts):
    assert [item.text for item in read_name(text).tokens] == texts


@pytest.mark.parametrize("text", ["", " ", "123", "😀😀", "\u202e\u202c", "\u0301" * 50])
def test_nothing_readable_gives_no_tokens(text):
    assert read_name(text).tokens == ()


def test_tokens_are_interned():
    assert read_name("Ilse Varga").tokens[0] is read_name("ILSE Drozd").tokens[0]


def test_manner_follows_the_script():
    assert read_name("سليم").tokens[0].manner is Manner.UNVOCALISED
    assert read_name("민준").tokens[0].manner is Manner.BORROWED
    assert read_name("Ilse").tokens[0].manner is Manner.SPELLED


def test_bare_holds_what_is_left_without_a_title():
    assert "john" in token("johnmr").bare
    assert "said" in token("alsaid").bare


@pytest.mark.parametrize("text", ["a" * 10_000, "a " * 5_000, "عبد " * 2_000, "李" * 10_000, "é" + "\u0301" * 9_000])
def test_hostile_length_is_bounded(text):
    name = read_name(text)
    assert len(name.tokens) <= TOKENS_MAX
    assert all(len(item.text) <= TOKEN_CHARS_MAX + 3 for item in name.tokens)


@given(st.text(max_size=400))
def test_no_text_is_refused(text):
    assert all(item.text and item.fold for item in read_name(text).tokens)


REMARKS = [
    ("homoglyph", "V\u0430rga Ilse", ["varga", "ilse"], LOOK_ALIKES),
    ("whole-word-of-look-alikes", "Ilse С\u043eре", ["ilse", "cope"], LOOK_ALIKES),
    ("direction", "\u202eIlse Varga", ["ilse", "varga"], DIRECTION),
    ("invisible", "Il\u200bse Varga", ["ilse", "varga"], INVISIBLE),
    ("marks", "Ilse\u0301\u0301\u0301\u0301 Varga", ["ilse", "varga"], MARKS),
    ("digit", "V4RGA IL5E", ["v", "rga", "ilse"], DIGITS),
    ("zero", "DR0ZD ILSE", ["drozd", "ilse"], DIGITS),
    ("cut", "Ilse " + " " * 300 + "Varga", ["ilse"], CUT),
    ("many", "ab " * 20, ["ab"] * TOKENS_MAX, WORDS_IGNORED),
]


@pytest.mark.parametrize(("text", "texts", "remark"), [pytest.param(*row[1:], id=row[0]) for row in REMARKS])
def test_what_is_wrong_with_the_text_is_said(text, texts, remark):
    name = read_name(text)
    assert [item.text for item in name.tokens] == texts
    assert remark in name.remarks


@pytest.mark.parametrize("text", ["Ilse Varga", "Сквoрцов"[:2] + "орцов", "محمد\u200cرضا", "J. R. Drozd"])
def test_an_honest_name_has_no_remark(text):
    assert read_name(text).remarks == ()


def test_a_name_in_two_scripts_is_read_by_each():
    assert [[item.text for item in name.tokens] for name in read_names("陳大明 Ilse Varga")][:2] == [
        ["ilse", "varga"],
        ["chen", "daming"],
    ]


def test_an_unvocalised_name_is_no_title():
    """عمر (Umar) has the consonants of Mr."""
    assert len(read_name("سليم حسين العمر").tokens) == 3
    assert len(read_name("د . سليم حسين").tokens) == 2


@given(st.text(max_size=400))
def test_readings_are_few_different_and_not_empty(text):
    names = read_names(text)
    assert 1 <= len(names) <= READINGS_MAX
    assert names[0] is read_name(text)
    assert len({name.tokens for name in names}) == len(names)
    assert all(name.tokens for name in names) or len(names) == 1


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=1, max_size=20))
def test_letters_never_read_to_nothing(text):
    assert read_name(text).tokens


SHORT = [
    ("capitals", "ILSE Varga", ["ilse", "varga"]),
    ("separators", "O'Neil, J.-C./Varga", ["oneil", "j", "c", "varga"]),
    ("marks", "Ílse Müller", ["ílse", "müller"]),
    ("cyrillic", "Иван Varga", []),
    ("digit", "Ilse Varga2", []),
    ("as-many-words-as-are-compared", "x " * TOKENS_MAX, ["x"] * TOKENS_MAX),
    ("a-word-more", "x " * (TOKENS_MAX + 1), []),
    ("no-letters", "- .", []),
]


@pytest.mark.parametrize(("text", "words"), [pytest.param(*row[1:], id=row[0]) for row in SHORT])
def test_names_that_take_the_short_way(text, words):
    assert short_words(text) == words


@pytest.mark.parametrize("word", ["van", "al", "mr", "fnu", "abd", "aldin", "allah"])
def test_a_word_with_a_rule_is_not_plain(word):
    assert plain_word(word) is None


@pytest.mark.parametrize(("word", "text"), [("varga", "varga"), ("müller", "muller")])
def test_a_plain_word_is_read_alone(word, text):
    assert plain_word(word) == readings_of(word)[0].words[0]
    assert plain_word(word).text == text


@given(st.text(max_size=60))
def test_readings_are_those_of_the_names(text):
    told = [([word.text for word in read.words], read.how, read.remarks) for read in readings_of(text)]
    named = read_names(text)
    assert [(how, remarks) for _, how, remarks in told] == [(name.reading, name.remarks) for name in named]
    assert [len(words) for words, _, _ in told] == [len(name.tokens) for name in named]
