"""What is no report is refused before anything is gathered."""

from __future__ import annotations

import json

import pytest
from django.utils import timezone

from gatehouse.assessment.assistance import needs
from gatehouse.assessment.assistance.models import Project
from gatehouse.assessment.assistance.projects import subject_of
from gatehouse.assessment.confidentiality import marks
from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.reports import freezing
from gatehouse.assessment.reports.contents import contents_from
from gatehouse.assessment.reports.errors import ReportError
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.reports.rendering import rendered
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor, KeptTo


def test_kinds_fit_what_they_are_about_and_only_the_team_freezes(
    lead: Actor, donor: Actor, altona: State, cycle: Cycle
) -> None:
    for kind, state in (("state", None), ("annual", altona), ("poem", None)):
        with pytest.raises(ReportError):
            freezing.freeze(lead, kind, cycle, state)
    with pytest.raises(NotAllowedError):
        freezing.freeze(donor, "state", cycle, altona)
    assert FrozenReport.objects.count() == 0


def test_the_same_facts_freeze_to_the_same_contents(lead: Actor, altona: State, cycle: Cycle) -> None:
    first, second = (freezing.freeze(lead, "state", cycle, altona) for _ in range(2))
    assert first.sha256 == second.sha256
    assert first.pk != second.pk


def test_a_mark_on_a_need_touches_no_project_and_holds_in_what_was_frozen_when_they_shared_a_reference(
    lead: Actor, focal: Actor, member: Actor, altona: State, cycle: Cycle
) -> None:
    words = "Two posts at the northern crossing are not staffed at night."
    need = needs.state_need(focal, altona, "borders", words)
    report = freezing.freeze(lead, "overview", cycle, altona)
    old = json.loads(json.dumps(report.contents).replace(f'"need:{need.pk}"', f'"assistance:{need.pk}"'))
    sha256 = contents_from(old).sha256
    FrozenReport.objects.filter(pk=report.pk).update(contents=old, sha256=sha256, put_at=timezone.now())
    report.refresh_from_db()
    assert words in rendered(member, report, "en", "html").content.decode()
    marks.keep(focal, needs.subject_of(need), "security", words, KeptTo.TEAM)
    assert words not in rendered(member, report, "en", "html").content.decode()
    assert words in rendered(lead, report, "en", "html").content.decode()
    assert needs.subject_of(need).ref not in {subject_of(Project(pk=need.pk, recipient=altona)).ref}
