"""Every kind of report has its words, and a report is said to be as far as its last step."""

from __future__ import annotations

from django.utils import timezone

from gatehouse.assessment.reports.freezing import KINDS
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.web.assessment.report_words import REPORT_KINDS, FreezeForm, how_far, kind_choices


def test_every_kind_has_words_and_is_offered() -> None:
    assert set(REPORT_KINDS) == set(KINDS)
    assert [kind for _group, kinds in kind_choices() for kind, _word in kinds] == list(KINDS)
    form = FreezeForm([("X-AL/1", "Altona · 2026")], {"kind": "poem", "about": "X-BE/1"})
    assert set(form.errors) == {"kind", "about"}


def test_a_report_is_as_far_as_its_last_step() -> None:
    report = FrozenReport()
    told = [str(how_far(report)[1])]
    for moment in ("put_at", "adopted_at", "shared_at", "published_at"):
        setattr(report, moment, timezone.now())
        told.append(str(how_far(report)[1]))
    assert told == ["frozen", "before the State", "adopted", "shared with those who help", "published"]
