"""Sentences and words for codes in six languages, with the same values in all."""

from __future__ import annotations

import re
import string
from importlib import resources
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from gatehouse.assessment import reports
from gatehouse.assessment.assistance.themes import themes
from gatehouse.assessment.findings.method import codes as ratings
from gatehouse.assessment.findings.method import gates
from gatehouse.assessment.questions.scale import scale_of
from gatehouse.assessment.recommendations.obstacles import obstacles
from gatehouse.assessment.reports.errors import ReportError
from gatehouse.assessment.reports.names import STAGES
from gatehouse.assessment.reports.saying import IN_TABLES, LANGUAGES, LOCALE_VARIABLE, say, sentences, shipped

SCRIPTS = {"fr": "[A-Za-z]", "es": "[A-Za-z]", "ru": "[А-я]", "ar": "[\u0621-\u064a]"}
THE_SAME = {"Sources: {sources}", "Sources", "Source", "Signatures", "Obligation", "{role}: {who}", "Programme"}
"""What is the same word in French or Spanish, or only a form."""


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_everything_with_the_same_values() -> None:
    for key, said in sentences().items():
        assert said["en"], key
        assert said["zh"], key
        assert _fields(said["en"]) == _fields(said["zh"]), key


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one not in IN_TABLES])
def test_a_catalogue_has_words_for_every_sentence_and_every_code(language: str) -> None:
    known = shipped(language)
    codes = (*(one for of in ratings().values() for one in of.values()), *gates().values(), *themes().values())
    words = [said["en"] for said in sentences().values()] + [one.en for one in codes]
    words += [one["en"] for one in obstacles().values()] + [one.en for one in scale_of(STAGES).values()]
    for english in {one for one in words if re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", one))}:
        said = known.gettext(english)
        assert _fields(said) == _fields(english), english
        assert said != english or english in THE_SAME, english
        assert re.search(SCRIPTS[language], said), english
    text = (resources.files(reports) / "catalogues" / f"{language}.po").read_text(encoding="utf-8")
    assert "NOT REVIEWED" in text.splitlines()[0]


def test_what_a_deployment_translates_goes_before_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert say("fr", "kept") == "[Tenu confidentiel à la demande de l'État évalué]"
    folder = tmp_path / "fr/LC_MESSAGES"
    folder.mkdir(parents=True)
    own = Catalog(locale="fr")
    own.add(sentences()["kept"]["en"], "[Confidentiel]")
    with (folder / "assessment.mo").open("wb") as stream:
        write_mo(stream, own)
    monkeypatch.setenv(LOCALE_VARIABLE, str(tmp_path))
    assert say("fr", "kept") == "[Confidentiel]"
    assert say("fr", "none") == "Rien n'est consigné ici."


def test_what_has_hyphens_keeps_its_order_in_arabic() -> None:
    said = say("ar", "title.annual", {"cycle": "2026-2027"})
    assert said.endswith("\u200e2026-2027")
    assert "\u200e" not in say("ar", "measure.partners", {"invited": 3, "accepted": 2})


def test_what_cannot_be_said_is_refused() -> None:
    for language, key in (("xx", "kept"), ("en", "no-such"), ("en", "issued")):
        with pytest.raises(ReportError):
            say(language, key)
