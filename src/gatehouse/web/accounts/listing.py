"""The accounts: who has access, in which roles, and what waits for a second person."""

from __future__ import annotations

from django import forms
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.accounts.models import ROLES, Account, AccountChange, RoleHeld
from gatehouse.web.door import page, seated
from gatehouse.web.names import ROLE_NAMES
from gatehouse.web.paging import sliced

STATES = [("", _("Any")), ("active", _("Active")), ("disabled", _("Disabled")), ("locked", _("Locked"))]


class AccountFilters(forms.Form):
    """What the list is narrowed to, kept in the address."""

    q = forms.CharField(label=_("Identifier or display name"), required=False, max_length=60)
    role = forms.ChoiceField(
        label=_("Role"),
        required=False,
        choices=[("", _("Any")), *((code, ROLE_NAMES[Role(code)]) for code, _n in ROLES)],
    )
    state = forms.ChoiceField(label=_("State"), required=False, choices=STATES)


@page(Act.VIEW, SubjectClass.ACCOUNT, PurposeClass.UPKEEP, PurposeClass.OVERSIGHT)
def accounts(request: HttpRequest) -> HttpResponse:
    """The list, by identifier."""
    filters = AccountFilters(request.GET)
    narrowed = _narrowed(filters.cleaned_data) if filters.is_valid() else Account.objects.none()
    held = RoleHeld.objects.filter(until=None)
    rows = narrowed.prefetch_related(Prefetch("rolesheld", queryset=held, to_attr="held_now"))
    context = {
        "filters": filters,
        "slice": sliced(rows, ("identifier",), request.GET.get("after", "")),
        "waiting": AccountChange.objects.filter(state=AccountChange.State.WAITING).count(),
        "may_propose": seated(request).role is Role.ADMINISTRATOR,
    }
    return render(request, "accounts/list.html", context)


def _narrowed(wanted: dict[str, str]) -> QuerySet[Account]:
    from django.utils import timezone

    rows = Account.objects.all()
    if wanted["q"]:
        rows = rows.filter(Q(identifier__icontains=wanted["q"]) | Q(display_name__icontains=wanted["q"]))
    if wanted["role"]:
        rows = rows.filter(rolesheld__role=wanted["role"], rolesheld__until=None)
    if wanted["state"] == "locked":
        return rows.filter(locked_until__gt=timezone.now())
    if wanted["state"]:
        rows = rows.filter(is_active=wanted["state"] == "active")
    return rows
