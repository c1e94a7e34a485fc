"""Han, Kana and Hangul names are cut into surname and given name, and read by the habit of each country."""

import pytest

from gatehouse.names import east
from gatehouse.names.east import han_words, hangul_words, whole_names

MANDARIN = [
    ("two", "李雷", ["li", "lei"]),
    ("three", "韩梅梅", ["han", "meimei"]),
    ("double-surname", "欧阳雷", ["ouyang", "lei"]),
    ("double-surname-traditional", "司馬雷雷", ["sima", "leilei"]),
    ("four-without-double-surname", "瓦尔加雷", ["waerjialei"]),
    ("surname-with-its-own-reading", "单雷", ["shan", "lei"]),
]


@pytest.mark.parametrize(("word", "parts"), [pytest.param(*row[1:], id=row[0]) for row in MANDARIN])
def test_mandarin(word, parts):
    assert [part.text for part in han_words(word, True)] == parts


def test_han_not_alone_is_one_word():
    assert [part.text for part in han_words("李雷", False)] == ["lilei"]


def test_syllables_are_kept():
    assert han_words("李雷雷", True)[1].syllables == ("lei", "lei")


def read(*words, dotted=False):
    return {(name.way, " ".join(part.text for part in name.words)) for name in whole_names(words, dotted)}


READ = [
    ("cantonese", ("陳大明",), (east.CANTONESE, "chan taiming")),
    ("cantonese-customary-surname", ("謝明",), (east.CANTONESE, "tse ming")),
    ("mandarin", ("陳大明",), (east.MANDARIN, "chen daming")),
    ("korean-of-han", ("朴民俊",), (east.KOREAN, "park minjun")),
    ("korean-initial-law", ("李民俊",), (east.KOREAN, "lee minjun")),
    ("korean-surname-reading", ("金民俊",), (east.KOREAN, "kim minjun")),
    ("japanese", ("田中太郎",), (east.JAPANESE, "tanaka taro")),
    ("japanese-apart", ("田中", "太郎"), (east.JAPANESE, "tanaka taro")),
    ("japanese-with-kana", ("田中さくら",), (east.JAPANESE, "tanaka sakura")),
    ("japanese-vowels-of-two-parts", ("井上太郎",), (east.JAPANESE, "inoue taro")),
    ("hangul-customary", ("박민준",), (east.CUSTOMARY, "park minjun")),
    ("hangul-official", ("박민준",), (east.REVISED, "bak minjun")),
    ("hangul-apart", ("박", "민준"), (east.REVISED, "bak minjun")),
    ("hangul-double-surname", ("남궁민준",), (east.CUSTOMARY, "namgung minjun")),
    ("two-surnames", ("陳林小明",), (east.CANTONESE, "chan lam siuming")),
]


@pytest.mark.parametrize(("words", "expected"), [pytest.param(*row[1:], id=row[0]) for row in READ])
def test_a_reading_is_among_them(words, expected):
    assert expected in read(*words)


def test_a_certain_japanese_name_comes_first():
    assert whole_names(("田中太郎",), False)[0].way == east.JAPANESE
    assert whole_names(("陳大明",), False)[0].way == east.MANDARIN


FOREIGN = [
    ("dotted-han", ("瓦加", "李雷"), True),
    ("long-hangul", ("헬무트슈미",), False),
    ("hangul-without-a-surname", ("헬무트",), False),
    ("kana-only", ("サクラ",), False),
    ("latin", ("Ilse",), False),
    ("han-and-latin", ("李", "Ilse"), False),
    ("nothing", (), False),
]


@pytest.mark.parametrize(("words", "dotted"), [pytest.param(*row[1:], id=row[0]) for row in FOREIGN])
def test_other_names_have_no_reading_of_the_whole(words, dotted):
    assert whole_names(words, dotted) == ()


def test_a_hangul_word_by_its_letters():
    assert [part.text for part in hangul_words("헬무트")] == ["helmutu"]
    assert hangul_words("ㅋ") == ()
