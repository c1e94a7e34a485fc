"""A report in a language shows the approved translation that was frozen with the words, else the words, and says so."""

from __future__ import annotations

import html as markup
import re

import pytest

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.confidentiality.marks import keep
from gatehouse.assessment.findings import store as findings
from gatehouse.assessment.findings.models import Finding
from gatehouse.assessment.recommendations import store as recommendations
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.reports import freezing
from gatehouse.assessment.reports.in_languages import written_in
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.reports.rendering import rendered
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.translations import store
from gatehouse.assessment.translations.store import Source
from gatehouse.safeguards.decision import Actor, KeptTo
from gatehouse.safeguards.vocabulary import Role

NORTHERN = "The northern post stands empty at night."
POSTS, STAFF = "岗位空缺。", "夜间为两个岗位配备人员。"
NOT_TRANSLATED = "【原文，未经翻译】"


def _read(who: Actor, report: FrozenReport, language: str) -> str:
    return markup.unescape(rendered(who, report, language, "html").content.decode())


@pytest.mark.parametrize(
    ("text", "language"), [("Posts stand empty.", "en"), (POSTS, "zh"), ("Посты пусты.", "ru"), ("2026", "en")]
)
def test_a_language_is_told_by_its_letters(text: str, language: str) -> None:
    assert written_in(text) == language


def test_what_is_approved_when_it_is_frozen_is_shown(
    actor: Actor, lead: Actor, focal: Actor, altona: State, cycle: Cycle, adopted: Recommendation
) -> None:
    translator = Actor("account:7", Role.TRANSLATOR)
    name_member(actor, altona, cycle, translator)

    def translate(source: Source, text: str) -> None:
        store.translate(translator, source, "zh-hans", text)

    row = Finding.objects.select_related("assessment__state", "assessment__cycle").get(pk=700_007)
    findings.rewrite(lead, row, findings.Said(NORTHERN), "seen there")
    finding = findings.source_of(row)
    recommendation = recommendations.source_of(adopted)
    translate(finding, POSTS)
    translate(recommendation, STAFF)
    store.approve(lead, recommendation, store.newest(recommendation.about.ref, "zh-hans").pk)
    before = freezing.freeze(lead, "state", cycle, altona)
    store.approve(lead, finding, store.newest(finding.about.ref, "zh-hans").pk)
    after = freezing.freeze(lead, "state", cycle, altona)
    chinese, newer = _read(lead, before, "zh"), _read(lead, after, "zh")
    assert STAFF in chinese
    assert POSTS not in chinese
    assert f"{NOT_TRANSLATED}" in chinese
    assert re.search(f'lang="en"[^>]*>{NORTHERN}</bdi>', chinese)
    assert POSTS in newer
    assert newer.count(NOT_TRANSLATED) == chinese.count(NOT_TRANSLATED) - 1
    for text in (POSTS, STAFF, "not translated"):
        assert text not in _read(lead, after, "en").lower()
    assert NORTHERN in _read(lead, after, "fr")
    freezing.put_before_the_state(lead, after)
    keep(focal, finding.about, "security of posts", finding.text, KeptTo.TEAM)
    member = Actor("account:20", Role.COMMITTEE_MEMBER)
    assert POSTS not in _read(member, after, "zh"), "what is kept leaves by no translation"
    assert POSTS in _read(lead, after, "zh")
