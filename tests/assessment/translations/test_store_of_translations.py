"""A translator of the team writes in other languages, another person approves; what a State keeps leaves by none."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.confidentiality.marks import keep
from gatehouse.assessment.errors import ChangedMeanwhileError, NotAllowedError
from gatehouse.assessment.findings import store as findings
from gatehouse.assessment.findings.models import Finding
from gatehouse.assessment.recommendations import store as recommendations
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.translations import store
from gatehouse.assessment.translations.errors import TranslationError
from gatehouse.assessment.translations.models import Translation
from gatehouse.assessment.translations.store import Source
from gatehouse.safeguards.decision import Actor, KeptTo
from gatehouse.safeguards.vocabulary import Role
from signed_in import entries

FRENCH = "Les postes sont vides."


@pytest.fixture
def translator(actor: Actor, altona: State, cycle: Cycle) -> Actor:
    """A translator on the team."""
    translator = Actor("account:7", Role.TRANSLATOR)
    name_member(actor, altona, cycle, translator)
    return translator


@pytest.fixture
def finding(grounds: None) -> Finding:
    """One of the findings that stand."""
    del grounds
    return Finding.objects.select_related("assessment__state", "assessment__cycle").get(pk=700_007)


@pytest.fixture
def source(finding: Finding) -> Source:
    """Its words."""
    return findings.source_of(finding)


def test_it_is_written_in_versions_and_says_of_which_words_it_is(
    translator: Actor, lead: Actor, finding: Finding, source: Source
) -> None:
    store.translate(translator, source, "fr", "Les postes sont vide.")
    store.translate(translator, source, "fr", FRENCH)
    (told,) = store.open_translations(lead, source)
    assert (told.language, told.text, told.is_current, told.approved_by) == ("fr", FRENCH, True, "")
    assert Translation.objects.count() == 2
    findings.rewrite(lead, finding, findings.Said("All posts stand empty."), "a decree")
    (told,) = store.open_translations(lead, findings.source_of(finding))
    assert not told.is_current
    with pytest.raises(TranslationError, match="older words"):
        store.approve(lead, findings.source_of(finding), told.number)
    assert [entry.actor for entry in entries("finding.translated")] == [translator.id, translator.id]


def test_who_translated_meanwhile_or_wrote_anew_is_not_written_over(
    translator: Actor, lead: Actor, finding: Finding, source: Source
) -> None:
    store.translate(translator, source, "fr", "Un.", (source.number, 0))
    with pytest.raises(ChangedMeanwhileError):
        store.translate(translator, source, "fr", "Deux.", (source.number, 0))
    findings.rewrite(lead, finding, findings.Said("Other words."), "a decree")
    anew, stands = findings.source_of(finding), store.newest(source.about.ref, "fr")
    with pytest.raises(ChangedMeanwhileError):
        store.translate(translator, anew, "fr", "Deux.", (source.number, stands.pk))
    assert Translation.objects.count() == 1


def test_another_person_of_the_team_approves_once(
    translator: Actor, lead: Actor, assessor: Actor, focal: Actor, recommendation: Recommendation
) -> None:
    source = recommendations.source_of(recommendation)
    store.translate(translator, source, "fr", "Doter les deux postes.")
    [waits] = store.to_approve([source.about.ref])
    assert store.approved([source.about.ref]) == {}
    for other in (translator, assessor, focal, Actor("account:8", Role.TRANSLATOR)):
        assert not store.may_approve(other, source, waits.by)
        with pytest.raises(NotAllowedError):
            store.approve(other, source, waits.pk)
    store.approve(lead, source, waits.pk)
    with pytest.raises(TranslationError, match="already"):
        store.approve(lead, source, waits.pk)
    assert store.approved([source.about.ref]) == {(source.about.ref, source.of): {"fr": "Doter les deux postes."}}
    assert store.to_approve([source.about.ref]) == []
    store.translate(translator, source, "fr", "Doter les deux postes la nuit.")
    with pytest.raises(TranslationError, match="newer"):
        store.approve(lead, source, waits.pk)
    assert store.approved([source.about.ref])[source.about.ref, source.of]["fr"] == "Doter les deux postes."
    assert [entry.actor for entry in entries("translation.approved") if entry.decision == "allowed"] == [lead.id]


def test_nobody_else_translates(translator: Actor, assessor: Actor, focal: Actor, donor: Actor, source: Source) -> None:
    assert store.may_translate(translator, source)
    for other in (assessor, focal, donor, Actor("account:8", Role.TRANSLATOR)):
        assert not store.may_translate(other, source)
        with pytest.raises(NotAllowedError):
            store.translate(other, source, "fr", "Non.")
    with pytest.raises(TranslationError):
        store.translate(translator, source, "fr", " ")


def test_what_the_state_keeps_leaves_by_no_translation(
    translator: Actor, lead: Actor, focal: Actor, member: Actor, adopted: Recommendation
) -> None:
    source = recommendations.source_of(adopted)
    store.translate(translator, source, "fr", "Doter les deux postes.")
    assert len(store.open_translations(member, source)) == 1
    keep(focal, source.about, "where it is", source.text, KeptTo.TEAM)
    assert store.open_translations(member, source) == []
    assert len(store.open_translations(lead, source)) == 1


def test_the_database_changes_and_deletes_none(translator: Actor, source: Source) -> None:
    store.translate(translator, source, "fr", FRENCH)
    table = "assessment_translations_translation"
    for told in (f"UPDATE {table} SET text = 'x'", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError, match="is kept"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(told)
