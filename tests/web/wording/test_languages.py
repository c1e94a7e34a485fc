"""The six languages."""

from __future__ import annotations

from gatehouse.web.wording.languages import LANGUAGES, TRANSLATED, language


def test_the_six_official_languages_of_which_one_is_the_source() -> None:
    assert [one.code for one in LANGUAGES] == ["ar", "zh-hans", "en", "fr", "ru", "es"]
    assert len(TRANSLATED) == 5
    assert [one.code for one in LANGUAGES if one.direction == "rtl"] == ["ar"]


def test_a_language_is_found_by_its_code_and_english_else() -> None:
    assert language("zh-hans").locale == "zh_Hans"
    assert language("tlh").code == "en"
    assert language(None).code == "en"
