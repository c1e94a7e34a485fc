"""Who can read a report as it stands now: the kernel's own answer for somebody of each kind of reader."""

from __future__ import annotations

from dataclasses import replace

from gatehouse.assessment.acting import may_see
from gatehouse.assessment.reports.freezing import subject_of
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role

NOBODY = "account:0"
"""Stands for anybody of a kind; no account has this number."""


def readers(report: FrozenReport) -> list[tuple[Role, bool]]:
    """By role, from the nearest to the farthest: whether one of the team, of the assessed State, of the committee, of
    those who help and of the public can read it. A report over several States is put before none of them.
    """
    subject = subject_of(report)
    subject = replace(subject, team=subject.team | {NOBODY})
    found = [Actor(NOBODY, Role.ASSESSOR)]
    if report.state is not None:
        found.append(Actor(NOBODY, Role.STATE_FOCAL_POINT, state=report.state.code))
    found += [Actor(NOBODY, role) for role in (Role.COMMITTEE_MEMBER, Role.DONOR, Role.PUBLIC)]
    return [(one.role, may_see(one, subject)) for one in found]
