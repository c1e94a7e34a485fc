"""What somebody sends about an entry of a list that is kept here: the person, the ground, and why one is taken off.

Everything typed comes back in a form that is refused, with what could not be read said beside its field.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gatehouse.screening.watchlists.errors import Fault
from gatehouse.screening.watchlists.listing import TEXT_CHARS_MAX, Ground, Kind, Listing
from gatehouse.screening.watchlists.typed import ALSO, LINES, WORDS, nobody, typed, understood
from gatehouse.terms.entry import Handling, ListEntry
from gatehouse.web.lists.words import HANDLING, SEXES
from gatehouse.web.sayings import said

NAME_CHARS_MAX = 500
LINES_CHARS_MAX = 20_000
TYPED = ("names", ALSO, *LINES, *WORDS)


def _text(label: Any, hint: Any = "", *, most: int = TEXT_CHARS_MAX, rows: int = 0, needed: bool = False) -> Any:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(label=label, help_text=hint, max_length=most, widget=widget, required=needed)


def _lines(label: Any, hint: Any) -> Any:
    return _text(label, hint, most=LINES_CHARS_MAX, rows=2)


def _day(label: Any, hint: Any, *, needed: bool = False) -> Any:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=hint, widget=widget, input_formats=["%Y-%m-%d"], required=needed)


class ListingForm(forms.Form):
    """A person as they are to be listed, and on what ground. `listing` is what was sent, once the form is valid."""

    names = _text(_("Name"), _("As papers show it; SURNAME, Given names where the parts are known."), needed=True)
    also_known_as = _lines(_("Other names"), _("One on a line, in any script; with weak: before a poor one."))
    birth_dates = _lines(_("Birth dates"), _("One on a line: 1976-05-17, 1976-05, 1976, circa 1976 or 1974 to 1976."))
    birth_places = _lines(_("Birth places"), _("One on a line."))
    birth_countries = _lines(_("Birth countries"), _("One on a line: a code or an English name."))
    sex = forms.ChoiceField(label=_("Sex"), required=False, choices=SEXES.items())
    nationalities = _lines(_("Nationalities"), _("One on a line: a code or an English name."))
    documents = _lines(_("Documents"), _("One on a line: number|type|issuer|note. All but the number may be left out."))
    contacts = _lines(_("Contacts"), _("One on a line."))
    handling = forms.ChoiceField(label=_("What may make a candidate"), choices=HANDLING.items())
    instruction = _text(_("What the officer is to do"), rows=2)
    programme = _text(_("Programme"))
    source_reference = _text(_("Public reference"))
    remarks = _text(_("Remarks"), rows=2)
    legal_basis = _text(_("Legal basis"), _("The law or decision by which the person is listed."), needed=True)
    criterion = _text(_("Criterion of inclusion"), _("Which criterion of the law the person meets."), needed=True)
    evidence_ref = _text(
        _("Where the evidence is"), _("A reference to the file. No evidence is written here."), needed=True
    )
    reason = _text(_("Reason"), _("In words: what is known, and from where."), rows=4, needed=True)
    review_on = _day(_("Review by"), _("Within a year. Not reviewed by then, the entry stops matching."), needed=True)
    expires_on = _day(_("Expires"), _("If the law sets an end."))
    best_interests_ref = _text(
        _("Decision on the best interests of a child"),
        _("For whoever may be under eighteen: where that decision is. Without it nobody can approve."),
    )
    listing: Listing
    WHO = ("names", "also_known_as", "birth_dates", "sex", "nationalities", "documents")
    WHY = ("legal_basis", "criterion", "evidence_ref", "reason", "review_on", "expires_on", "best_interests_ref")
    MORE = (
        "birth_places",
        "birth_countries",
        "contacts",
        "handling",
        "instruction",
        "programme",
        "source_reference",
        "remarks",
    )

    def __init__(self, data: Any, kind: Kind, entry: ListEntry | None = None) -> None:
        self.kind, self.entry = kind, entry
        initial = typed(entry) | {"sex": entry.sex or "", "handling": entry.handling.value} if entry else {}
        super().__init__(data, initial=initial)
        # The ground of a change is given anew, but on which law is rarely another.
        self.fields["legal_basis"].initial = entry.legal_basis if entry else ""

    def who(self) -> list[forms.BoundField]:
        """The fields that say who the person is."""
        return [self[name] for name in self.WHO]

    def why(self) -> list[forms.BoundField]:
        """The fields of the ground."""
        return [self[name] for name in self.WHY]

    def more(self) -> list[forms.BoundField]:
        """The fields that are rarely filled."""
        return [self[name] for name in self.MORE]

    def more_is_said(self) -> bool:
        """Whether one of the rarely filled fields has something in it, or is wrong."""
        said = {name: self[name].value() for name in self.MORE}
        return any(name in self.errors or (text and text != Handling.ANY.value) for name, text in said.items())

    def clean(self) -> dict[str, object]:
        """Read the person and hold the ground to what a listing needs."""
        cleaned: dict[str, Any] = super().clean() or {}
        before = self.whom(cleaned)
        texts = {name: cleaned.get(name, "") for name in TYPED}
        entry, unread = understood(texts, before)
        handling = Handling(cleaned.get("handling") or Handling.ANY)
        entry = replace(entry, sex=cleaned.get("sex") or None, handling=handling)
        self.listing = Listing(self.kind, entry, ground_of(cleaned))
        add_faults(self, (*unread, *self.listing.faults(timezone.now().date())))
        return cleaned

    def whom(self, cleaned: dict[str, Any]) -> ListEntry:
        """The entry that is changed."""
        del cleaned
        assert self.entry is not None, "a change is of an entry"  # noqa: S101
        return self.entry


class NewListingForm(ListingForm):
    """A person who is on no list that is kept here yet."""

    list = forms.RegexField(
        r"^[A-Z][A-Z0-9-]{0,31}$",
        label=_("List"),
        help_text=_("The short name of a list that is kept here; a new name begins a new list."),
        error_messages={"invalid": _("Write capital letters, digits and hyphens, as NAT-1.")},
        widget=forms.TextInput(attrs={"list": "kept-lists", "autocomplete": "off"}),
    )
    entry_id = _text(_("Identifier"), _("Of this entry in the list, as N-7. Not a name."), most=64, needed=True)
    field_order = ("list", "entry_id", "names")

    def whom(self, cleaned: dict[str, Any]) -> ListEntry:
        """Nobody yet."""
        return nobody(cleaned.get("list", ""), cleaned.get("entry_id", ""), None, Handling.ANY)


class TakeOffForm(forms.Form):
    """Why an entry is suspended or removed."""

    kind = forms.ChoiceField(
        label=_("What is to be done"),
        choices=[
            (Kind.SUSPEND.value, _("Suspend: it matches nobody until two people list it again")),
            (Kind.REMOVE.value, _("Remove: there is no ground to list the person")),
        ],
        widget=forms.RadioSelect,
    )
    legal_basis = _text(_("Legal basis"), _("The law or decision by which the person is taken off."))
    reason = _text(_("Reason"), _("In words: what is known, and from where."), rows=4, needed=True)
    review_on = _day(_("Review by"), _("When a suspension is looked at again."))

    def ground(self) -> Ground:
        """What was sent, once the form is valid."""
        return ground_of(self.cleaned_data)


def ground_of(cleaned: dict[str, Any]) -> Ground:
    """The ground as far as it was said."""
    texts = {name: cleaned.get(name, "") for name in ("legal_basis", "criterion", "evidence_ref", "reason")}
    dates: dict[str, Any] = {name: cleaned.get(name) for name in ("review_on", "expires_on")}
    return Ground(**texts, **dates, best_interests_ref=cleaned.get("best_interests_ref") or None)


def add_faults(form: forms.Form, faults: tuple[Fault, ...]) -> None:
    """Say each fault beside its field, where the form itself has said nothing yet."""
    wrong = set(form.errors)
    for fault in faults:
        if fault.field not in wrong:
            form.add_error(fault.field if fault.field in form.fields else None, said(fault.says))
