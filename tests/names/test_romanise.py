"""Every script comes to a–z, and says how."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names.romanise import other_romanisation, romanise

READ = [
    ("Latn", "Ünal", ["unal"]),
    ("Latn-slash-o", "Sørvik", ["sorvik"]),
    ("Cyrl", "Скворцов", ["skvortsov"]),
    ("Cyrl-soft-sign", "Ольга", ["olga"]),
    ("Arab-article", "السليم", ["slym"]),
    ("Arab-allah-keeps-its-article", "الله", ["llh"]),
    ("Hebr-vav", "נועם", ["nwm"]),
    ("Grek-initial-mp", "Μπάμπης", ["bampis"]),
    ("Grek-ou", "Λουκάς", ["lukas"]),
    ("Kana-small-vowel", "ヴィクトル", ["vikutoru"]),
    ("Kana-small-y", "ジョン", ["jon"]),
    ("Deva", "रवि", ["ravi"]),
    ("Geor", "ნინო", ["nino"]),
    ("Hani-full-name", "李雷", ["li", "lei"]),
    ("Hang", "박민준", ["bakminjun"]),
    ("Kana-doubled", "バッハ", ["bahha"]),
    ("Cyrl-bulgarian", "Петър", ["petar"]),
    ("Cyrl-ukrainian", "Григорій", ["hryhoriy"]),
    ("Armn-u", "Ումա", ["uma"]),
    ("Grek-after-a-consonant", "Ερντεμ", ["erdem"]),
    ("Thai-vowel-before", "แดง", ["daeng"]),
]


@pytest.mark.parametrize(("word", "texts"), [pytest.param(*row[1:], id=row[0]) for row in READ])
def test_reading(word, texts):
    assert [item.text for item in romanise(word, True)] == texts


def test_a_han_word_beside_others_stays_whole():
    assert [item.text for item in romanise("瓦尔加", False)] == ["waerjia"]


def test_the_way_is_told_except_for_latin():
    assert "anyascii" in romanise("Скворцов", True)[0].how
    assert romanise("Varga", True)[0].how == ""


def test_syllables_are_kept_where_the_script_writes_them():
    assert romanise("李雷雷", True)[1].syllables == ("lei", "lei")
    assert romanise("Varga", True)[0].syllables == ()


@pytest.mark.parametrize("word", ["", "123", "😀", "!!"])
def test_nothing_readable_gives_nothing(word):
    assert romanise(word, True) == ()


@given(st.text(max_size=50), st.booleans())
def test_every_reading_is_a_to_z(word, alone):
    for item in romanise(word, alone):
        assert item.text
        assert set(item.text) <= set("abcdefghijklmnopqrstuvwxyz")


def test_a_second_reading_of_greek():
    first = romanise("Γκάμπριελ", False)[0]
    assert other_romanisation(first, "Γκάμπριελ").text == "gabriel"


@pytest.mark.parametrize(
    ("written", "text"),
    [("رضا", "rz"), ("Ђорђе", "dorde"), ("Щерев", "shterev"), ("Đorđe", "djordje"), ("Ёлкин", "elkin")],
)
def test_a_second_reading_by_the_habit_of_another_language(written: str, text: str) -> None:
    assert other_romanisation(romanise(written, False)[0], written).text == text


def test_no_second_reading_where_letters_have_one():
    first = romanise("Скворцов", False)[0]
    assert other_romanisation(first, "Скворцов") is first
