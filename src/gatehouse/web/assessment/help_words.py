"""Why an offer fits a need, and why two projects may be the same one, in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from gatehouse.assessment.assistance.duplicates import NamesAlike, SameHelp
from gatehouse.assessment.assistance.proposals import Ground, Reason
from gatehouse.web.assessment.words import THEMES, state_names
from gatehouse.web.templatetags.reading import day

GROUNDS: dict[Ground, str | Promise] = {
    Ground.THEME: gettext_lazy("it is of this kind"),
    Ground.REGION: gettext_lazy("it is for this region"),
    Ground.PRIORITY: gettext_lazy("the resolution puts this kind of help in place %(place)s (paragraph 50)"),
    Ground.AFFECTED: gettext_lazy("the region is one of the most affected"),
    Ground.URGENT: gettext_lazy("it follows from an urgent recommendation"),
}


def fits_because(reason: Reason) -> str:
    """A reason with what it adds: `it is of this kind: 40`."""
    return f"{str(GROUNDS[reason.ground]) % {'place': reason.of}}: {reason.points}"


def twice_because(reason: SameHelp | NamesAlike) -> str:
    """Why two projects may be the same one."""
    names = state_names(get_language() or "")
    told = {"states": ", ".join(names.get(code, code) for code in reason.states)}
    if isinstance(reason, NamesAlike):
        return _("their names are alike (%(likeness)s of 100), both in %(states)s") % {
            **told,
            "likeness": reason.likeness,
        }
    days = {"starts": day(reason.starts), "ends": day(reason.ends)}
    return _("the same kind of help, %(theme)s, in %(states)s from %(starts)s to %(ends)s") % {
        **told,
        **days,
        "theme": THEMES[reason.theme],
    }
