"""Pages to propose an entry, to change one or list it again, and to suspend or remove it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.watchlists import proposals as room
from gatehouse.screening.watchlists.errors import KeptListError
from gatehouse.screening.watchlists.listing import Kind
from gatehouse.screening.watchlists.looking import Looked, looked_at
from gatehouse.screening.watchlists.models import WatchList
from gatehouse.web.door import FORM, page, seated
from gatehouse.web.lists.forms import ListingForm, NewListingForm, TakeOffForm, add_faults
from gatehouse.web.lists.words import KINDS
from gatehouse.web.sayings import told

proposing = page(Act.LIST_PROPOSE, SubjectClass.LIST_ENTRY, PurposeClass.SCREENING, methods=FORM)


@proposing
def new(request: HttpRequest) -> HttpResponse:
    """Propose that a person be listed."""
    form = NewListingForm(request.POST or None, Kind.ADD)
    form.fields["list"].initial = request.GET.get("list", "")
    kept = WatchList.objects.filter(kept_here=True).order_by("name").values_list("name", flat=True)
    return _answered(request, form, {"kept": kept, "what": KINDS[Kind.ADD]})


@proposing
def change(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """Propose a change of an entry that stands, or that one that was taken off is listed again."""
    found = _found(request, name, pk)
    newest = found.history[0]
    kind = Kind.REINSTATE if newest.until else Kind.AMEND
    form = ListingForm(request.POST or None, kind, newest.entry)
    _check_newest(form, found)
    return _answered(request, form, {"name": name, "found": newest, "what": KINDS[kind]})


@page(Act.LIST_REMOVE, SubjectClass.LIST_ENTRY, PurposeClass.SCREENING, PurposeClass.RIGHTS, methods=FORM)
def take_off(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """Suspend an entry or remove it: it is in the person's favour and needs no second one."""
    found = _found(request, name, pk)
    newest = found.history[0]
    form = TakeOffForm(request.POST or None, initial={"legal_basis": newest.entry.legal_basis})
    _check_newest(form, found)
    if form.is_valid():
        try:
            kind, entry_id = Kind(form.cleaned_data["kind"]), newest.entry.entry_id
            number = room.take_off(seated(request).visit(), kind, name, entry_id, form.ground())
        except KeptListError as fault:
            _refused(form, fault)
        else:
            messages.success(request, _("Done: the entry matches nobody any more."))
            return redirect("lists-proposal", number=number)
    context = {"name": name, "found": newest, "form": form}
    return render(request, "lists/take_off.html", context, status=400 if form.errors else 200)


def _answered(request: HttpRequest, form: ListingForm, context: dict[str, object]) -> HttpResponse:
    """The form, or what became of it."""
    if form.is_valid():
        try:
            number = room.propose(seated(request).visit(), form.listing)
        except KeptListError as fault:
            _refused(form, fault)
        else:
            messages.success(request, _("Proposed. Nothing changes until another person approves."))
            return redirect("lists-proposal", number=number)
    return render(request, "lists/propose.html", context | {"form": form}, status=400 if form.errors else 200)


def _refused(form: ListingForm | TakeOffForm, fault: KeptListError) -> None:
    """Say it in the form, so that what was typed stays."""
    if fault.faults:
        add_faults(form, fault.faults)
    else:
        form.add_error(None, told(fault))


def _found(request: HttpRequest, name: str, pk: int) -> Looked:
    """An entry of a list that is kept here, at its newest version; a 404 for any other."""
    try:
        found = looked_at(seated(request).visit(), name, pk)
    except KeptListError as fault:
        raise Http404 from fault
    if not found.kept_here:
        raise Http404
    return found


def _check_newest(form: ListingForm | TakeOffForm, found: Looked) -> None:
    """Who wrote while somebody else changed the entry looks at it as it now stands before sending it again."""
    if form.is_bound and not found.is_newest:
        form.add_error(None, _("The entry was changed while you wrote. Look at it as it stands, then send this again."))
