"""Scripts are told by their letters, and by nothing else."""

import pytest

from gatehouse.names.script import BORROWING, UNVOCALISED, script_of, script_of_letter, scripts_of

ONE_OF_EACH = [
    ("Ilse Varga", "Latn"),
    ("Øystein", "Latn"),
    ("Скворцов", "Cyrl"),
    ("سليم", "Arab"),
    ("נועם", "Hebr"),
    ("Νίκος", "Grek"),
    ("李雷", "Hani"),
    ("サクラ", "Kana"),
    ("さくら", "Hira"),
    ("민준", "Hang"),
    ("रवि", "Deva"),
    ("ნინო", "Geor"),
    ("Արամ", "Armn"),
    ("สมชาย", "Thai"),
    ("አበበ", "Ethi"),
]


@pytest.mark.parametrize(("text", "code"), ONE_OF_EACH)
def test_script_of_one_word(text, code):
    assert script_of(text) == code


@pytest.mark.parametrize("text", ["", "123", " - ", "😀", "\u0301\u0301"])
def test_text_without_letters_has_no_script(text):
    assert script_of(text) is None


def test_the_script_of_most_letters_wins():
    assert script_of("Ilse В") == "Latn"


def test_mixed_scripts_are_counted_apart():
    counted = scripts_of("Сквoрцов")  # the first o is Latin
    assert counted["Cyrl"] == 7
    assert counted["Latn"] == 1


def test_a_letter_of_no_listed_block_has_no_script():
    assert script_of_letter("ᚠ") is None


def test_groups_do_not_overlap():
    assert not UNVOCALISED & BORROWING
