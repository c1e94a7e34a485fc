"""Findings about data, what lists ask and purposes have words in every language."""

from __future__ import annotations

import tomllib

import pytest
from django.utils import translation
from django.utils.translation import gettext

from gatehouse.safeguards.shipped import shipped, shipped_names
from gatehouse.screening.counts.fault_kinds import OF_TYPE, ROOMS, meaning_of, meanings
from gatehouse.screening.review.tables import handling_table
from gatehouse.web.finding_words import finding_said
from gatehouse.web.names import PURPOSE_NAMES
from gatehouse.web.wording.extracting import TABLES
from gatehouse.web.wording.languages import TRANSLATED


def _not_translated(sentences: set[str]) -> list[str]:
    found = []
    for language in TRANSLATED:
        with translation.override(language.code):
            found += [f"{language.code}: {one}" for one in sorted(sentences) if gettext(one) == one]
    return found


def test_each_code_of_a_finding_has_words_in_every_language() -> None:
    assert {room for room, name, _ in TABLES if name == "findings.csv"} == set(ROOMS)
    assert _not_translated({says for code in meanings() for kind in OF_TYPE if (says := meaning_of(code, kind))}) == []


def test_what_each_list_asks_has_words_in_every_language() -> None:
    rows = handling_table().values()
    assert _not_translated({text for row in rows for text in (row.authority, row.asks, row.contact)}) == []


def test_each_purpose_of_the_profiles_has_a_name_and_words() -> None:
    purposes = [one for name in shipped_names() for one in tomllib.loads(shipped(name).decode())["purposes"]]
    assert {one["code"] for one in purposes} == set(PURPOSE_NAMES)
    assert _not_translated({one["says"] for one in purposes}) == []


@pytest.mark.parametrize(
    ("language", "text", "says", "recorded"),
    [
        ("en", "a name with digits: 2 times", "a name with digits: 2 times", ""),
        ("zh-hans", "a name with digits: 2 times", "姓名中含有数字", "2 times"),
        ("zh-hans", "a name with digits", "姓名中含有数字", ""),
        ("fr", "as an older reader said it", "un nom avec des chiffres", "as an older reader said it"),
    ],
)
def test_a_finding_is_said_by_its_code_with_what_was_recorded(
    language: str, text: str, says: str, recorded: str
) -> None:
    with translation.override(language):
        assert finding_said("name-digits", "PAXLST", text) == (says, recorded)


def test_one_code_is_what_the_reader_of_the_message_calls_so() -> None:
    with translation.override("es"):
        of_list, of_booking = (finding_said("name-missing", kind, "").says for kind in ("PAXLST", "PNRGOV"))
    assert of_list == "una persona sin ningún nombre"
    assert of_booking.startswith("un TIF")


def test_a_finding_of_no_known_code_is_said_as_recorded() -> None:
    with translation.override("ru"):
        assert finding_said("gone", "PAXLST", "what it was") == ("what it was", "")
