"""What a profile may not say although each of its values can be read: the floor beneath every deployment's law.

Refused are clocks that contradict each other, a closed list that leaves something out that no law may leave out,
approval by those who may not approve, and names used twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatehouse.safeguards.errors import Problem
from gatehouse.safeguards.profile import Profile
from gatehouse.safeguards.vocabulary import Element, PurposeClass, Role, SensitiveCategory

MAY_APPROVE_UNMASKING = frozenset({Role.APPROVING_AUTHORITY, Role.DATA_PROTECTION_OFFICER, Role.SENIOR_ANALYST})
"""The machine, and those who never see a person's data, are not among them."""
IDENTIFYING = frozenset({Element.NAMES, Element.CONTACT, Element.PAYMENT, Element.API})
"""Elements that say who somebody is: masking that left them would mask nothing."""
CODES_NEEDED = frozenset({PurposeClass.SCREENING, PurposeClass.RIGHTS, PurposeClass.OVERSIGHT, PurposeClass.UPKEEP})
"""Without a purpose of these classes nobody could be screened, heard, supervised, or be erased in time."""
TIME_BOX_HOURS_MAX = 30 * 24
REDRESS_DAYS_MAX = 366
CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,59}", re.ASCII)
COUNTRY = re.compile(r"[A-Z]{3}", re.ASCII)


def senseless(profile: Profile) -> list[Problem]:
    """Everything that the profile may not say; empty when it may be put into effect."""
    checks = (_clocks, _closed_lists, _codes, _people, _dates)
    return [problem for check in checks for problem in check(profile)]


def _clocks(profile: Profile) -> Iterator[Problem]:
    clocks = profile.retention
    for name in ("mask_after", "unmatched_erase_after"):
        if not getattr(clocks, name).is_within(clocks.erase_after):
            yield Problem(f"retention.{name}", "is later than erase_after", "data are gone by then; shorten it")
    if not clocks.erase_after.is_within(clocks.log_erase_after):
        yield Problem("retention.log_erase_after", "is shorter than erase_after", "keep the log as long as the data")


def _closed_lists(profile: Profile) -> Iterator[Problem]:
    if absent := [one.value for one in SensitiveCategory if one not in profile.sensitive.categories]:
        yield Problem("sensitive.categories", f"leaves out {', '.join(absent)}", "none may be left out")
    if absent := [one.value for one in Element if one in IDENTIFYING and one not in profile.masking.elements]:
        yield Problem("masking.elements", f"leaves out {', '.join(absent)}", "they say who somebody is; add them")
    held = {purpose.kind for purpose in profile.purposes}
    if missing := [one.value for one in PurposeClass if one in CODES_NEEDED and one not in held]:
        yield Problem("purposes", f"has none of the kind {', '.join(missing)}", "add one of each kind")


def _codes(profile: Profile) -> Iterator[Problem]:
    for place, items in (("purposes", profile.purposes), ("recipients", profile.recipients)):
        codes = [item.code for item in items]
        if len(set(codes)) < len(codes):
            yield Problem(place, "names a code twice", "give each its own")
        if not all(CODE.fullmatch(code) for code in codes):
            yield Problem(place, "has a code of other signs", "write small letters, digits and hyphens")
    countries = [profile.authority.country, *(recipient.country for recipient in profile.recipients)]
    if not all(COUNTRY.fullmatch(country) for country in countries):
        yield Problem("country", "is not three capital letters", "write the ISO 3166-1 alpha-3 code")


def _people(profile: Profile) -> Iterator[Problem]:
    if wrong := [role.value for role in profile.unmasking.approved_by if role not in MAY_APPROVE_UNMASKING]:
        known = ", ".join(sorted(MAY_APPROVE_UNMASKING))
        yield Problem("unmasking.approved_by", f"names {', '.join(wrong)}", f"those who can approve: {known}")
    if not 0 < profile.unmasking.time_box_hours <= TIME_BOX_HOURS_MAX:
        yield Problem("unmasking.time_box_hours", "is no time box", f"write 1 to {TIME_BOX_HOURS_MAX}")
    if not 0 < profile.redress.answer_days <= REDRESS_DAYS_MAX:
        yield Problem("redress.answer_days", "is no time for an answer", f"write 1 to {REDRESS_DAYS_MAX}")


def _dates(profile: Profile) -> Iterator[Problem]:
    review = profile.review
    if review.due_on <= review.approved_on:
        yield Problem("review.due_on", "is not after approved_on", "write the day of the next review")
    if profile.due_diligence.done_on > review.approved_on:
        yield Problem("due_diligence.done_on", "is after the approval", "due diligence comes before approval")
    if review.criteria_stop_days_after > review.screening_stops_days_after:
        yield Problem(
            "review.criteria_stop_days_after", "is later than the stop of screening", "criteria stop first, or with it"
        )
