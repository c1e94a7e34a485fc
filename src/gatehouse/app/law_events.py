"""What the law profile's clock writes to the audit log: each level to which it fell, once for each profile."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from gatehouse.app.law import Law, law_hash
from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.safeguards.standing import Level, standing
from gatehouse.safeguards.vocabulary import PurposeClass

LAPSED = "profile.lapsed"
ACTOR = "machine:safeguards"
TOLD = frozenset({Level.LAPSED, Level.CRITERIA_STOPPED, Level.SCREENING_STOPPED})


def tell_of_lapse(law: Law, now: dt.datetime) -> bool:
    """Tell the log that the review of the profile lapsed, or what stopped because of it; false where it was told."""
    stands, about = standing(law.profile, now.date()), f"profile:{law_hash(law)}"
    with transaction.atomic():
        if stands.level not in TOLD or stands.level in {entry.reason for entry in log.told(LAPSED, about)}:
            return False
        days = (now.date() - law.profile.review.due_on).days
        purpose = next(one.code for one in law.profile.purposes if one.kind is PurposeClass.UPKEEP)
        said = (ACTOR, "machine", LAPSED, about, purpose, Decision.DUE, stands.level.value)
        log.record([Entry(*said, now, {"days": days})])
    return True
