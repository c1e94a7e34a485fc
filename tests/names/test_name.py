"""Names as tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names.name import TOKEN_CHARS_MAX, TOKENS_MAX, Manner, read_name, token

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
