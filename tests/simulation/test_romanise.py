"""A to Z, by document rules and by habit."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.simulation.romanise import bare_form, document_form, romanised, rules, vowel_variant


@pytest.mark.parametrize(
    ("native", "script", "language", "first"),
    [
        ("Щербаков", "Cyrl", "ru_RU", "Shcherbakov"),
        ("Юлия", "Cyrl", "ru_RU", "Iuliia"),
        ("Григоренко", "Cyrl", "uk_UA", "Hryhorenko"),
        ("Щерев", "Cyrl", "bg_BG", "Shterev"),
        ("Παπαδόπουλος", "Grek", "el_GR", "Papadopoulos"),
        ("小明", "Hans", "zh_CN", "Xiaoming"),
        ("민재", "Hang", "ko_KR", "Minjae"),
        ("გელა", "Geor", "ka_GE", "Gela"),
        ("Müller", "Latn", "de_DE", "Müller"),
    ],
)
def test_the_document_s_spelling_comes_first(native: str, script: str, language: str, first: str) -> None:
    assert romanised(native, script, language)[0] == first


@pytest.mark.parametrize(
    ("native", "script", "language", "other"),
    [
        ("Юрий", "Cyrl", "ru_RU", "Yury"),
        ("小明", "Hans", "zh_CN", "Hsiao-Ming"),
        ("영희", "Hang", "ko_KR", "Young-Hee"),
        ("Χρήστου", "Grek", "el_GR", "Hrestu"),
    ],
)
def test_other_habits_follow(native: str, script: str, language: str, other: str) -> None:
    assert other in romanised(native, script, language)[1:]


@pytest.mark.parametrize(
    ("text", "document", "bare"),
    [
        ("Müller", "MUELLER", "MULLER"),
        ("Sørensen", "SOERENSEN", "SORENSEN"),
        ("Weiß", "WEISS", "WEISS"),
        ("O'Brien-Smith", "OBRIEN SMITH", "OBRIEN SMITH"),
        ("Łukasz", "LUKASZ", "LUKASZ"),
        ("al-Masri", "AL MASRI", "AL MASRI"),
    ],
)
def test_marks_are_spelled_out_or_dropped(text: str, document: str, bare: str) -> None:
    assert document_form(text) == document
    assert bare_form(text) == bare


@given(st.text(max_size=30))
def test_forms_hold_nothing_but_capitals_and_single_blanks(text: str) -> None:
    for form in (document_form(text), bare_form(text)):
        assert all("A" <= c <= "Z" or c == " " for c in form)
        assert form == " ".join(form.split())


@given(st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ ", max_size=25), st.integers())
def test_a_vowel_variant_differs_in_one_word_or_is_none(text: str, seed: int) -> None:
    changed = vowel_variant(text, Random(seed))
    if changed is not None:
        before, after = text.split(), changed.split()
        assert len(before) == len(after)
        assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_short_words_have_no_vowel_variant() -> None:
    assert vowel_variant("LI NG", Random(1)) is None


def test_every_rule_set_of_the_table_is_known() -> None:
    assert all(rules(name) for name in ("wade-giles", "korean", "vowel"))
