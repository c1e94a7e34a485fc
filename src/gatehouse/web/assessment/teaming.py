"""The team that assesses a State in a cycle: somebody is named by identifier, in a role that they hold, or leaves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.assessment.access.errors import AccessError
from gatehouse.assessment.access.models import ROLES, Member
from gatehouse.assessment.access.teams import leave as end
from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.acting import may_do
from gatehouse.assessment.questions.answers import Place
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.terms.saying import Saying
from gatehouse.web.accounts.models import Account
from gatehouse.web.assessment.doing import ActForm, done
from gatehouse.web.assessment.finding_places import of_the_state, place_at
from gatehouse.web.assessment.words import called
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.names import role_name
from gatehouse.web.sitting import OF_A_STATE

CYCLE, ASSESSMENT = SubjectClass.CYCLE, PurposeClass.ASSESSMENT


class NameForm(ActForm):
    """Who is named, in which role."""

    act = "name"
    identifier = forms.CharField(label=gettext_lazy("Identifier of the account"), max_length=80)
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=[(role, role_name(Role(role))) for role in ROLES])

    def member(self) -> Actor:
        """The person as the team knows them. `AccessError` for no such account, or one without the role."""
        said = self.cleaned_data
        role = Role(said["role"])
        account = Account.objects.filter(identifier=said["identifier"].strip(), is_active=True).first()
        if account is None or role not in account.roles():
            raise AccessError(Saying("no account of this identifier holds this role"))
        speaks = OF_A_STATE.fullmatch(account.unit or "") if Role.STATE_FOCAL_POINT in account.roles() else None
        return Actor(f"account:{account.pk}", role, state=speaks[1] if speaks else None)


@page(Act.VIEW, CYCLE, ASSESSMENT, facts=of_the_state(CYCLE))
def team(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Who is on the team now."""
    return _shown(request, place_at(code, cycle))


@page(Act.SET_UP, CYCLE, ASSESSMENT, methods=ACTING, facts=of_the_state(CYCLE))
def name(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Put somebody on the team."""
    place, actor, form = place_at(code, cycle), seated(request).actor, NameForm(request.POST)

    def act(_said: dict[str, Any]) -> None:
        name_member(actor, place.state, place.cycle, form.member())

    if done(request, form, act, _("Named. They see the State's material from now on.")):
        return redirect("assessment-team", code, cycle)
    return _shown(request, place, form)


@page(Act.SET_UP, CYCLE, ASSESSMENT, methods=ACTING, facts=of_the_state(CYCLE))
def leave(request: HttpRequest, code: str, cycle: int, pk: int) -> HttpResponse:
    """End somebody's place on the team."""
    place, actor = place_at(code, cycle), seated(request).actor
    row = get_object_or_404(Member.objects.select_related("state"), pk=pk, state=place.state, cycle=place.cycle)
    if done(request, forms.Form(request.POST), lambda _said: end(actor, row), _("They are off the team from now on.")):
        return redirect("assessment-team", code, cycle)
    return _shown(request, place)


def _shown(request: HttpRequest, place: Place, wrong: NameForm | None = None) -> HttpResponse:
    """The page; with a form that was refused, as it was sent, and status 400."""
    actor, of = seated(request).actor, (place.state.code, place.cycle.pk)
    rows = Member.objects.filter(state=place.state, cycle=place.cycle, left_at=None).order_by("role", "pk")
    numbers = [int(row.who.partition(":")[2]) for row in rows if row.who.startswith("account:")]
    names = dict(Account.objects.filter(pk__in=numbers).values_list("pk", "display_name"))
    may_name = may_do(actor, "member.named", of_the_state(CYCLE)(request, *of))
    home = reverse("assessment-state", args=of)
    context = {
        "place": place,
        "members": [(row, names.get(int(row.who.partition(":")[2]), row.who)) for row in rows],
        "form": wrong or (NameForm() if may_name else None),
        "crumbs": [(home, f"{called(place.state)} · {place.cycle.name}"), ("", _("Team"))],
    }
    return render(request, "assessment/team.html", context, status=400 if wrong else 200)
