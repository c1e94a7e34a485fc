"""A translator of the team writes a finding in another language; what a State keeps leaves by no translation."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.confidentiality.marks import keep
from gatehouse.assessment.errors import ChangedMeanwhileError, NotAllowedError
from gatehouse.assessment.findings import assessments, store, translating
from gatehouse.assessment.findings.assessments import about_finding
from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.assessment.findings.models import Assessment, Finding, Translation
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor, KeptTo
from gatehouse.safeguards.vocabulary import Role
from signed_in import entries


@pytest.fixture
def translator(actor: Actor, altona: State, cycle: Cycle) -> Actor:
    """A translator on the team."""
    translator = Actor("account:7", Role.TRANSLATOR)
    name_member(actor, altona, cycle, translator)
    return translator


def test_it_is_written_in_versions_and_says_of_which_words_it_is(
    translator: Actor, lead: Actor, finding: Finding
) -> None:
    translating.translate(translator, finding, "fr", "Les transporteurs fournissent des données.")
    translating.translate(translator, finding, "fr", "Les transporteurs fournissent les données.")
    (told,) = translating.open_translations(lead, finding)
    assert (told.language, told.text, told.is_current) == ("fr", "Les transporteurs fournissent les données.", True)
    assert Translation.objects.count() == 2
    store.rewrite(lead, finding, store.Said("Airlines supply all data."), "a decree")
    (told,) = translating.open_translations(lead, finding)
    assert not told.is_current
    assert [entry.actor for entry in entries("finding.translated")] == [translator.id, translator.id]


def test_who_translated_meanwhile_or_wrote_anew_is_not_written_over(
    translator: Actor, lead: Actor, finding: Finding
) -> None:
    words = store.newest_text(finding).pk
    translating.translate(translator, finding, "fr", "Un.", (words, 0))
    with pytest.raises(ChangedMeanwhileError):
        translating.translate(translator, finding, "fr", "Deux.", (words, 0))
    store.rewrite(lead, finding, store.Said("Other words."), "a decree")
    with pytest.raises(ChangedMeanwhileError):
        translating.translate(translator, finding, "fr", "Deux.", (words, translating.newest(finding, "fr").pk))
    assert Translation.objects.count() == 1


def test_nobody_else_translates(
    translator: Actor, assessor: Actor, focal: Actor, donor: Actor, finding: Finding
) -> None:
    assert translating.may_translate(translator, finding)
    for other in (assessor, focal, donor, Actor("account:8", Role.TRANSLATOR)):
        assert not translating.may_translate(other, finding)
        with pytest.raises(NotAllowedError):
            translating.translate(other, finding, "fr", "Non.")
    with pytest.raises(FindingsError):
        translating.translate(translator, finding, "fr", " ")


def test_what_the_state_keeps_leaves_by_no_translation(
    translator: Actor, lead: Actor, focal: Actor, member: Actor, ready: Assessment
) -> None:
    finding = Finding.objects.get()
    kept = "The system stands in one hall."
    store.rewrite(lead, finding, store.Said(f"Airlines supply data.\n\n{kept}"), "more detail")
    translating.translate(translator, finding, "fr", "Le système est dans une salle.")
    assessments.put_before_the_state(lead, ready, dt.date(2026, 6, 1))
    assessments.end_reply(focal, ready)
    assert len(translating.open_translations(member, finding)) == 1
    keep(focal, about_finding(finding), "where it stands", kept, KeptTo.TEAM)
    assert translating.open_translations(member, finding) == []
    assert len(translating.open_translations(lead, finding)) == 1
