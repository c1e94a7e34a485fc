"""Kana by Hepburn, as passports write it."""

import pytest

from gatehouse.names.kana import hepburn

READ = [
    ("long-vowel-unmarked", "タロー", "taro"),
    ("hiragana", "さくら", "sakura"),
    ("doubled-consonant", "ハットリ", "hattori"),
    ("doubled-ch", "ボッチ", "botchi"),
    ("small-y", "キョウコ", "kyouko"),
    ("borrowed-sounds", "ヴィティフェ", "vitife"),
    ("doubling-at-the-end", "アッ", "a"),
    ("no-kana", "abc", "abc"),
]


@pytest.mark.parametrize(("text", "latin"), [pytest.param(*row[1:], id=row[0]) for row in READ])
def test_hepburn(text, latin):
    assert hepburn(text) == latin
