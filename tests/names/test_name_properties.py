"""What reading a name keeps whatever is written, in any script and at every limit."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.names.cleaning import MARKS_IN_A_ROW_MAX, NAME_CHARS_MAX, WORDS_MAX, clean, words_of
from gatehouse.names.commonness import weight
from gatehouse.names.name import TOKENS_MAX, read_name
from gatehouse.names.parts import compound
from gatehouse.names.token import TOKEN_CHARS_MAX, token

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14)
NAMES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
SCRIPTS = st.sampled_from(
    ["Скворцов", "سليم الحرباني", "נועם", "Νίκος", "李雷雷", "박민준", "さくら", "रवि", "ნინო", "Ünal"]
)
JUNK = st.sampled_from(["\u200b", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u200d"])


def texts(name):
    return [item.text for item in read_name(name).tokens]


@given(NAMES)
def test_case_is_no_part_of_a_name(name):
    assert texts(name) == texts(name.upper()) == texts(name.title())


@given(NAMES | SCRIPTS)
def test_blanks_around_and_between_are_no_part_of_a_name(name):
    assert texts(name) == texts(f"  {name} ") == texts(name.replace(" ", "\t \u00a0"))


@given(NAMES)
def test_separators_of_a_machine_readable_zone_are_blanks(name):
    """`VARGA<<ILSE` and `VARGA ILSE` are one name (ICAO Doc 9303-3 section 4.6)."""
    assert texts(name) == texts(name.replace(" ", "<<")) == texts(name.replace(" ", "-"))


@given(NAMES | SCRIPTS, JUNK, st.integers(0, 20))
def test_invisible_characters_change_nothing(name, junk, at):
    """A name cannot be hidden from a list by characters that nobody sees."""
    assert texts(name[:at] + junk + name[at:]) == texts(name)


@given(SCRIPTS | NAMES)
def test_composed_and_decomposed_letters_are_the_same(name):
    assert texts(unicodedata.normalize("NFD", name)) == texts(unicodedata.normalize("NFC", name))


@given(NAMES)
def test_full_width_letters_are_letters(name):
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in name)
    assert texts(wide) == texts(name)


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_every_token_is_bounded_and_weighs_something(text):
    name = read_name(text)
    assert len(name.tokens) <= TOKENS_MAX
    for item in name.tokens:
        assert item.text.isascii()
        assert item.text.isalpha()
        assert item.text in item.bare
        assert 0.0 < weight(item) <= 1.0


@given(WORDS)
def test_a_compound_is_brought_to_its_form_once(word):
    """Reading a form again never changes it, or two readings of one name would differ."""
    assert compound(compound(word)) == compound(word)


@pytest.mark.parametrize("words", [TOKENS_MAX - 1, TOKENS_MAX, TOKENS_MAX + 1])
def test_the_most_tokens(words):
    written = " ".join(f"varg{chr(97 + n)}" for n in range(words))
    assert len(read_name(written).tokens) == min(words, TOKENS_MAX)
    assert texts(written) == written.split()[:TOKENS_MAX]


@pytest.mark.parametrize("letters", [TOKEN_CHARS_MAX - 1, TOKEN_CHARS_MAX, TOKEN_CHARS_MAX + 1, 500])
def test_the_most_letters_of_a_token(letters):
    assert len(token("vo" * letters).text) <= TOKEN_CHARS_MAX
    assert len(token("v" * letters).text) == min(letters, TOKEN_CHARS_MAX)


@pytest.mark.parametrize("length", [NAME_CHARS_MAX - 1, NAME_CHARS_MAX, NAME_CHARS_MAX + 1])
def test_the_most_characters_of_a_name(length):
    assert len(clean("x" * length)) == min(length, NAME_CHARS_MAX)
    assert len(clean("é" * length)) == min(length, NAME_CHARS_MAX)


@pytest.mark.parametrize("words", [WORDS_MAX - 1, WORDS_MAX, WORDS_MAX + 1])
def test_the_most_words_of_a_name(words):
    assert len(words_of("ab " * words)) == min(words, WORDS_MAX)


@pytest.mark.parametrize("marks", [0, 1, MARKS_IN_A_ROW_MAX, MARKS_IN_A_ROW_MAX + 1, 200])
def test_the_most_marks_on_one_letter(marks):
    kept = clean("q" + "\u0323" * marks + "r")
    assert kept.count("\u0323") == min(marks, MARKS_IN_A_ROW_MAX)
    assert kept[0] == "q"
    assert kept[-1] == "r"


@pytest.mark.parametrize("ligature", ["ﷺ" * 300, "㍿" * 300, "ﬃ" * 300], ids=["arabic", "cjk", "latin"])
def test_characters_that_grow_when_composed_stay_within_the_limit(ligature):
    """One character of compatibility forms becomes up to eighteen: the bound is kept after that too."""
    assert len(clean(ligature)) <= NAME_CHARS_MAX


BRACKETS = [
    ("aside", "Ilse (baker) Varga", ["Ilse", "Varga"]),
    ("two-asides", "Ilse [a] Varga (b)", ["Ilse", "Varga"]),
    ("unclosed", "Ilse (Varga", ["Ilse", "Varga"]),
    ("unopened", "Ilse) Varga", ["Ilse", "Varga"]),
    ("nested", "Ilse ((a) b) Varga", ["Ilse", "b", "Varga"]),
    ("all-inside", "(Ilse) (Varga)", ["Ilse", "Varga"]),
    ("empty", "Ilse () Varga", ["Ilse", "Varga"]),
    ("many-open", "(" * 290 + "Ilse", ["Ilse"]),
]


@pytest.mark.parametrize(("text", "words"), [pytest.param(*row[1:], id=row[0]) for row in BRACKETS])
def test_brackets(text, words):
    assert words_of(clean(text)) == words


BALLAST = [
    ("titles-on-both-sides", "Mr Ilse Varga Mrs", ["ilse", "varga"]),
    ("a-title-of-two-words-stays", "Dr Varga", ["dr", "varga"]),
    ("articles-only", "al el", ["al", "el"]),
    ("fillers-only", "FNU LNU", ["fnu", "lnu"]),
    ("particle-between", "Ilse de Varga", ["ilse", "varga"]),
    ("father-s-particle", "Karim bin Salim Harbani", ["karim", "salim", "harbani"]),
    ("article-of-a-compound", "Nur al-Din Varga", ["nurdin", "varga"]),
    ("servant-last", "Varga Abdul", ["varga", "abdul"]),
    ("servant-alone", "Abdul", ["abdul"]),
    ("divine-apart", "Nasr Allah Varga", ["nasrlah", "varga"]),
]


@pytest.mark.parametrize(("text", "found"), [pytest.param(*row[1:], id=row[0]) for row in BALLAST])
def test_words_without_evidence_are_left_out_where_others_remain(text, found):
    assert texts(text) == found
