"""Names of roles, acts and things as pages show them. What stands in files of the safeguards is translated here."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.safeguards.vocabulary import Role

ROLE_NAMES: dict[Role, str | Promise] = {
    Role.ANALYST: _("Analyst"),
    Role.SENIOR_ANALYST: _("Senior analyst"),
    Role.LIST_MANAGER: _("List manager"),
    Role.CRITERIA_AUTHOR: _("Criteria author"),
    Role.CRITERIA_APPROVER: _("Criteria approver"),
    Role.BORDER_OFFICER: _("Border officer"),
    Role.APPROVING_AUTHORITY: _("Approving authority"),
    Role.REDRESS_OFFICER: _("Redress officer"),
    Role.DATA_PROTECTION_OFFICER: _("Data protection officer"),
    Role.OVERSIGHT_READER: _("Oversight reader"),
    Role.OPERATOR: _("Operator"),
    Role.ADMINISTRATOR: _("Administrator"),
    Role.STATE_FOCAL_POINT: _("State focal point"),
    Role.ASSESSOR: _("Assessor"),
    Role.SECOND_ASSESSOR: _("Second assessor"),
    Role.TEAM_LEAD: _("Team lead"),
    Role.COMMITTEE_MEMBER: _("Committee member"),
    Role.DONOR: _("Donor"),
    Role.TRANSLATOR: _("Translator"),
    Role.PUBLIC: _("The public"),
    Role.MACHINE: _("The machine"),
}


PURPOSE_NAMES: dict[str, str | Promise] = {
    "screening": _("screening"),
    "assess-before-travel": _("assessment before travel"),
    "prevent-terrorism-and-serious-crime": _("prevention of terrorism and serious crime"),
    "reasoned-request": _("reasoned request"),
    "criteria": _("criteria"),
    "make-criteria": _("criteria"),
    "rights": _("rights of persons"),
    "rights-of-persons": _("rights of persons"),
    "oversight": _("oversight"),
    "supervision": _("oversight"),
    "upkeep": _("upkeep"),
    "running": _("upkeep"),
    "assessment": _("assessment of States"),
}
"""The purposes of the profiles that Gatehouse comes with; a deployment's own profile may have others."""


def role_name(role: Role) -> str | Promise:
    """The role's name, translated where it is shown."""
    return ROLE_NAMES[role]


def purpose_name(code: str) -> str | Promise:
    """A purpose's name; the code itself for one of a deployment's own."""
    return PURPOSE_NAMES.get(code, code)
