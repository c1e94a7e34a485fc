"""In which role somebody acts, for which purpose, and with which reference: chosen here, and recorded."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.log import write
from gatehouse.web.accounts.models import REFERENCE_CHARS_MAX, reference_shape
from gatehouse.web.door import FORM, own, seated
from gatehouse.web.forms import selection
from gatehouse.web.law import law, purposes_of
from gatehouse.web.names import purpose_name, role_name
from gatehouse.web.sitting import PURPOSE, REFERENCE, ROLE, Sitting


class SittingForm(forms.Form):
    """A role that one holds, a purpose that fits it, and a reference."""

    role = forms.ChoiceField(label=_("Role"), help_text=_("You act in one role at a time."))
    purpose = forms.ChoiceField(
        label=_("Purpose"), help_text=_("What you do is done for this purpose of the law profile, and recorded so.")
    )
    reference = forms.CharField(
        label=_("Reference of the case or request"),
        help_text=_("The number of a file, never a name. Some acts need one."),
        max_length=REFERENCE_CHARS_MAX,
        required=False,
        validators=[reference_shape],
    )

    def __init__(self, sitting: Sitting, data: Any = None) -> None:
        super().__init__(data, initial=_said(sitting))
        selection(self, "role").choices = [(role.value, role_name(role)) for role in sitting.roles]
        selection(self, "purpose").choices = [
            (purpose.code, f"{purpose_name(purpose.code)}: {gettext(purpose.says)}")
            for purpose in law().profile.purposes
        ]

    def clean(self) -> dict[str, object]:
        """Refuse a purpose that the role has nothing to do for."""
        cleaned: dict[str, Any] = super().clean() or {}
        if {"role", "purpose"} <= cleaned.keys():
            fitting = [purpose.code for purpose in purposes_of(Role(cleaned["role"]), law().profile)]
            if cleaned["purpose"] not in fitting:
                told = _("In this role nothing is done for this purpose; choose one of: %(purposes)s")
                self.add_error(
                    "purpose",
                    forms.ValidationError(
                        told, params={"purposes": ", ".join(str(purpose_name(code)) for code in fitting)}
                    ),
                )
        return cleaned


def _said(sitting: Sitting) -> dict[str, str]:
    return {"role": sitting.role, "purpose": sitting.purpose_code, "reference": sitting.reference or ""}


@own("everybody chooses among the roles that they hold", FORM)
def sitting(request: HttpRequest) -> HttpResponse:
    """Show the choice, or take it and go back to where one came from."""
    now = seated(request)
    form = SittingForm(now, request.POST if request.method == "POST" else None)
    came_from = request.POST.get("next") or request.GET.get("next") or ""
    if form.is_valid():
        _take(request, now, form.cleaned_data)
        return HttpResponseRedirect(_back(request, came_from))
    return render(request, "shell/sitting.html", {"form": form, "next": came_from}, status=400 if form.errors else 200)


def _take(request: HttpRequest, before: Sitting, chosen: dict[str, str]) -> None:
    for name in (ROLE, PURPOSE, REFERENCE):
        request.session[name] = chosen[name]
    if (before.role, before.purpose_code) != (chosen["role"], chosen["purpose"]):
        actor = Actor(before.actor.id, Role(chosen["role"]), before.unit)
        write("account.acting", actor, actor.id, "role-and-purpose", chosen["purpose"])


def _back(request: HttpRequest, where: str) -> str:
    is_ours = url_has_allowed_host_and_scheme(where, {request.get_host()}, require_https=request.is_secure())
    return where if where and is_ours else reverse("home")
