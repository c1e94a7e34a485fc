"""Pages on which accounts are changed by two persons: propose, look, approve or decline."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.safeguards.decision import Allow, NeedsSecondPerson, Refuse, Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.accounts import changes as acts
from gatehouse.web.accounts.errors import AccountError
from gatehouse.web.accounts.models import ROLES, Account, AccountChange, reference_shape, unit_shape
from gatehouse.web.door import ACTING, FORM, PageRefusedError, page, seated
from gatehouse.web.names import ROLE_NAMES
from gatehouse.web.paging import sliced

Kind = AccountChange.Kind
KINDS = {
    Kind.MAKE: gettext_lazy("Make the account"),
    Kind.GIVE_ROLE: gettext_lazy("Give a role"),
    Kind.TAKE_ROLE: gettext_lazy("Take a role away"),
    Kind.MOVE: gettext_lazy("Move to another unit"),
    Kind.DISABLE: gettext_lazy("Disable"),
    Kind.ENABLE: gettext_lazy("Enable again"),
    Kind.RESET_PASSWORD: gettext_lazy("Reset the password"),
    Kind.RESET_FACTORS: gettext_lazy("Reset the second factors"),
}
seeing = page(Act.VIEW, SubjectClass.ACCOUNT, PurposeClass.UPKEEP, PurposeClass.OVERSIGHT)
"""Reading accounts and changes."""
deciding = page(Act.VIEW, SubjectClass.ACCOUNT, PurposeClass.UPKEEP, PurposeClass.OVERSIGHT, methods=ACTING)
"""Deciding as the second person: the kernel is asked once more, of the proposer together with whoever decides."""


def _account(request: HttpRequest, pk: int) -> Subject:
    del request
    return acts.subject_of(AccountChange(account=get_object_or_404(Account, pk=pk)))


proposing = page(
    Act.MANAGE_ACCOUNTS, SubjectClass.ACCOUNT, PurposeClass.UPKEEP, methods=ACTING, begins=True, facts=_account
)
"""A change of one account, which a second person decides."""


class NewAccountForm(forms.ModelForm):  # type: ignore[type-arg]  # takes none at run time
    """What an account is to be called, and for which request."""

    class Meta:
        """The fields of a change that makes an account."""

        model = AccountChange
        fields = ("identifier", "display_name", "unit", "reference")
        labels = {  # noqa: RUF012
            "identifier": gettext_lazy("Identifier"),
            "display_name": gettext_lazy("What colleagues read"),
            "unit": gettext_lazy("Unit"),
            "reference": gettext_lazy("Reference of the request"),
        }
        help_texts = {  # noqa: RUF012
            "identifier": gettext_lazy("A staff number or the like, in small letters; never a name."),
            "display_name": gettext_lazy("For example: Analyst 7. Never a real name."),
            "unit": gettext_lazy("Capital letters and digits, as AIR-1."),
            "reference": gettext_lazy("Where somebody asked for it: the number of a file."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("identifier", "display_name"):
            self.fields[name].required = True

    def clean_identifier(self) -> str:
        """In small letters, and of nobody else."""
        identifier = str(self.cleaned_data["identifier"]).lower()
        if Account.objects.filter(identifier=identifier).exists():
            raise forms.ValidationError(_("An account of this identifier is there already."))
        return identifier


class ChangeForm(forms.Form):
    """What is to be changed in an account, and for which request."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is to be changed"), choices=[(k, v) for k, v in KINDS.items() if k != Kind.MAKE]
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        help_text=gettext_lazy("For giving and taking a role."),
        choices=[("", "–"), *((code, ROLE_NAMES[Role(code)]) for code, _name in ROLES)],
        required=False,
    )
    unit = forms.CharField(
        label=gettext_lazy("Unit"),
        help_text=gettext_lazy("For a move."),
        max_length=24,
        required=False,
        validators=[unit_shape],
    )
    reference = forms.CharField(
        label=gettext_lazy("Reference of the request"), max_length=64, validators=[reference_shape]
    )

    def clean(self) -> dict[str, object]:
        """Ask for what the kind of change needs."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("kind") in (Kind.GIVE_ROLE, Kind.TAKE_ROLE) and not cleaned.get("role"):
            self.add_error("role", _("Say which role."))
        if cleaned.get("kind") == Kind.MOVE and not cleaned.get("unit"):
            self.add_error("unit", _("Say to which unit."))
        return cleaned


@page(Act.MANAGE_ACCOUNTS, SubjectClass.ACCOUNT, PurposeClass.UPKEEP, methods=FORM, begins=True)
def new_account(request: HttpRequest) -> HttpResponse:
    """Propose an account."""
    form = NewAccountForm(request.POST or None, initial={"reference": seated(request).reference or ""})
    if form.is_valid():
        change = form.save(commit=False)
        change.kind = Kind.MAKE
        return _proposed(request, change)
    return render(request, "accounts/new.html", {"form": form}, status=400 if form.errors else 200)


@seeing
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One account, what it holds and held, and the form to propose a change."""
    return _one(request, get_object_or_404(Account, pk=pk))


@proposing
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose a change of an account."""
    account = get_object_or_404(Account, pk=pk)
    form = ChangeForm(request.POST)
    if not form.is_valid():
        return _one(request, account, form)
    return _proposed(request, AccountChange(account=account, **form.cleaned_data))


@seeing
def changes(request: HttpRequest) -> HttpResponse:
    """The changes, newest first."""
    rows = AccountChange.objects.select_related("account", "proposed_by", "decided_by")
    shown = sliced(rows, ("-pk",), request.GET.get("after", ""))
    return render(request, "accounts/changes.html", {"slice": shown, "kinds": KINDS})


@seeing
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """One change, and what can be decided about it."""
    return _change(request, get_object_or_404(AccountChange, pk=pk))


@deciding
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Do a change as its second person; a new password is shown this once."""
    waiting = get_object_or_404(AccountChange, pk=pk)
    answer = acts.may_decide(seated(request), waiting)
    if isinstance(answer, Refuse | NeedsSecondPerson):
        raise PageRefusedError(answer)
    try:
        password = acts.approve(seated(request), waiting)
    except AccountError as fault:
        messages.error(request, str(fault))
        return redirect("accounts-change", pk=pk)
    waiting.refresh_from_db()
    return _change(request, waiting, password)


@deciding
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a change not be done."""
    try:
        acts.decline(seated(request), get_object_or_404(AccountChange, pk=pk))
    except AccountError as fault:
        messages.error(request, str(fault))
    return redirect("accounts-change", pk=pk)


def _proposed(request: HttpRequest, change: AccountChange) -> HttpResponse:
    answer = acts.may_propose(seated(request), change)
    if isinstance(answer, Refuse):
        raise PageRefusedError(answer)
    kept = acts.propose(seated(request), change)
    messages.success(request, _("Proposed. It is done once a data protection officer approves it."))
    return redirect("accounts-change", pk=kept.pk)


def _one(request: HttpRequest, account: Account, form: ChangeForm | None = None) -> HttpResponse:
    context = {
        "account": account,
        "held": account.rolesheld.order_by("-since"),
        "changes": account.changes.select_related("proposed_by").order_by("-pk")[:20],
        "form": form or ChangeForm(initial={"reference": seated(request).reference or ""}),
        "may_propose": seated(request).role is Role.ADMINISTRATOR and seated(request).account != account.pk,
        "kinds": KINDS,
    }
    return render(request, "accounts/one.html", context, status=400 if form and form.errors else 200)


def _change(request: HttpRequest, change: AccountChange, password: str = "") -> HttpResponse:
    sitting = seated(request)
    waits = change.state == AccountChange.State.WAITING
    context = {
        "change": change,
        "says": KINDS[Kind(change.kind)],
        "may_approve": waits and isinstance(acts.may_decide(sitting, change), Allow),
        "may_withdraw": waits and sitting.account == change.proposed_by_id,
        "password": password,
    }
    return render(request, "accounts/change.html", context)
