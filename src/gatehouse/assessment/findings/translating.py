"""Findings in other languages: written by a translator of the team, of one version of its words.

A translation is no version of the finding: it changes nothing that is rated, replied to or adopted. Marks of a State
are of the words as they were written and fit no translation, so that a reader from whom anything of a finding is kept
has none of its translations.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gatehouse.assessment.acting import acting, may_do
from gatehouse.assessment.confidentiality.marks import kept
from gatehouse.assessment.confidentiality.reading import cutter
from gatehouse.assessment.findings.assessments import about_finding, require_unchanged, require_words
from gatehouse.assessment.findings.models import Finding, FindingText, Translation
from gatehouse.safeguards.decision import Actor


@dataclass(frozen=True, slots=True)
class Translated:
    """A finding in another language; not `is_current` where its words were written anew since."""

    language: str
    text: str
    by: str
    at: dt.datetime
    is_current: bool


def translate(actor: Actor, finding: Finding, language: str, text: str, seen: tuple[int, int] | None = None) -> None:
    """Write the newest version of a finding's words in a language. The translation before stays.

    `seen` are the version of the words and of the translation (0 for none) that were read before; where others stand,
    nothing is written and `ChangedMeanwhileError` has what stands.
    """
    require_words(text)
    with acting(actor, "finding.translated", about_finding(finding)):
        words = FindingText.objects.filter(finding=finding).latest("pk")
        of, before = seen if seen else (None, None)
        require_unchanged("this finding", words, of, text)
        require_unchanged("this translation", newest(finding, language), before, text)
        Translation.objects.create(of=words, language=language, text=text.strip(), by=actor.id)


def may_translate(actor: Actor, finding: Finding) -> bool:
    """Whether this person could write a translation: for showing a way to it."""
    return may_do(actor, "finding.translated", about_finding(finding))


def newest(finding: Finding, language: str) -> Translation | None:
    """The translation that stands in a language, of whichever version of the words; None where there is none."""
    return Translation.objects.filter(of__finding=finding, language=language).order_by("pk").last()


def open_translations(actor: Actor, finding: Finding) -> list[Translated]:
    """The translations that stand, one for each language; none where anything is kept from the reader."""
    subject = about_finding(finding)
    with acting(actor, "material.opened", subject):
        marks = kept([subject.ref]).get(subject.ref, {})
        cut = cutter(actor, subject, marks)
        versions = FindingText.objects.filter(finding=finding).order_by("pk")
        if cut is None or any(cut(row.text) != row.text for row in versions):
            return []
        last = versions.last()
        rows = Translation.objects.filter(of__finding=finding).order_by("pk")
        stands = {row.language: row for row in rows}
        return [
            Translated(row.language, row.text, row.by, row.at, last is not None and row.of_id == last.pk)
            for row in stands.values()
        ]
