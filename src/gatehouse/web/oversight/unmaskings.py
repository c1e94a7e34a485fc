"""Every unmasking, with the notices that it put before the data protection officer."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from gatehouse.oversight.searching import LOG
from gatehouse.records import opened
from gatehouse.retention.models import Notice
from gatehouse.retention.notices import mark_seen
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.oversight.console import reading_the_log
from gatehouse.web.paging import sliced

EVENTS = {
    "asked": gettext_lazy("Asked for"),
    "approved": gettext_lazy("Approved"),
    "refused": gettext_lazy("Refused"),
    "seen": gettext_lazy("Looked at"),
}
KINDS = {"asked": "info", "approved": "warn", "refused": "good", "seen": "bad"}


@reading_the_log
def unmaskings(request: HttpRequest) -> HttpResponse:
    """The notices, newest first, each with its request."""
    with opened(seated(request).visit(), Act.READ_LOG, LOG):
        shown = sliced(Notice.objects.select_related("request"), ("-id",), request.GET.get("after", ""))
        unseen = Notice.objects.filter(seen_at=None).count()
    for row in shown.rows:
        row.says, row.kind = EVENTS[row.event], KINDS[row.event]
    context = {"slice": shown, "unseen": unseen, "may_mark": _is_officer(request)}
    return render(request, "oversight/unmaskings.html", context)


@page(Act.READ_LOG, SubjectClass.LOG, PurposeClass.OVERSIGHT, methods=ACTING)
def seen(request: HttpRequest) -> HttpResponse:
    """Note that the data protection officer saw the notices that were on the page."""
    numbers = [int(one) for one in request.POST.getlist("notice") if one.isascii() and one.isdigit() and len(one) < 19]
    if not _is_officer(request):
        messages.error(request, _("Notices are for the data protection officer; only they mark them as seen."))
        return redirect("oversight-unmaskings")
    with opened(seated(request).visit(), Act.READ_LOG, LOG):
        count = mark_seen(numbers)
    told = ngettext("%(count)s notice is marked as seen.", "%(count)s notices are marked as seen.", count)
    messages.success(request, told % {"count": count})
    return redirect("oversight-unmaskings")


def _is_officer(request: HttpRequest) -> bool:
    return seated(request).role is Role.DATA_PROTECTION_OFFICER
