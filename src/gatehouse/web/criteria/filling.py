"""Forms that write into a criterion's text: its head, a test, what speaks for the traveller, a test case.

The text is what counts. A form that was not sent by its own button keeps what was typed into it and changes nothing.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.screening.criteria import file_edits
from gatehouse.screening.criteria.criterion_file import IDENTIFIER_MAX, VERSION_MAX
from gatehouse.screening.criteria.fields import Type, fields
from gatehouse.screening.criteria.file_edits import Value
from gatehouse.screening.criteria.operators import operators
from gatehouse.screening.criteria.tables import TEXT_MAX
from gatehouse.web.forms import selection

ROWS_SHORT = {"rows": 3}
YES_OR_NO = {"true": True, "false": False}
DAY = {"type": "date"}


class HeadForm(forms.Form):
    """What a criterion is, for whom and until when. Only what was changed here is written into the text."""

    identifier = forms.CharField(
        label=gettext_lazy("Identifier"),
        help_text=gettext_lazy("small letters, digits and single hyphens"),
        max_length=IDENTIFIER_MAX,
        required=False,
    )
    version = forms.IntegerField(label=gettext_lazy("Version"), min_value=1, max_value=VERSION_MAX, required=False)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=TEXT_MAX, required=False)
    purpose = forms.CharField(label=gettext_lazy("What it is for"), max_length=TEXT_MAX, required=False)
    legal_basis = forms.CharField(label=gettext_lazy("Legal basis"), max_length=TEXT_MAX, required=False)
    approver = forms.ChoiceField(label=gettext_lazy("Who is to approve it"), required=False)
    written = forms.DateField(label=gettext_lazy("Written on"), widget=forms.DateInput(DAY), required=False)
    review_by = forms.DateField(label=gettext_lazy("Review by"), widget=forms.DateInput(DAY), required=False)
    sunset = forms.DateField(label=gettext_lazy("Ends on"), widget=forms.DateInput(DAY), required=False)
    blind_to = forms.CharField(
        label=gettext_lazy("What it does not see"),
        help_text=gettext_lazy("known gaps, one on each line"),
        widget=forms.Textarea(ROWS_SHORT),
        max_length=TEXT_MAX,
        required=False,
    )
    triage = forms.CharField(
        label=gettext_lazy("What the analyst looks at first"),
        widget=forms.Textarea(ROWS_SHORT),
        max_length=TEXT_MAX,
        required=False,
    )
    no_exculpating_reason = forms.CharField(
        label=gettext_lazy("Why nothing could speak for the traveller"),
        help_text=gettext_lazy("only where there is no such condition"),
        max_length=TEXT_MAX,
        required=False,
    )

    def __init__(self, *args: Any, approvers: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"prefix": "head"})
        named = self.initial.get("approver")
        known = sorted({*approvers, *([named] if isinstance(named, str) else [])})
        selection(self, "approver").choices = [("", "–"), *((one, one) for one in known)]

    def write_into(self, text: str) -> str:
        """The text with every value that differs from what the text says. CriterionFileError where it cannot be."""
        said = file_edits.values_of(text)
        for name, value in self.cleaned_data.items():
            wanted = tuple(line.strip() for line in value.splitlines() if line.strip()) if name == "blind_to" else value
            stands = _several(said.get(name)) if name == "blind_to" else said.get(name)
            if wanted in (None, "", ()) and name not in said:
                continue
            if wanted is not None and wanted != stands:
                text = file_edits.with_value(text, name, wanted)
        return text


def head_of(text: str) -> dict[str, object]:
    """What the head form shows of a text."""
    said = file_edits.values_of(text)
    found = {name: said[name] for name in HeadForm.base_fields if name in said}
    gaps = found.get("blind_to")
    if isinstance(gaps, list):
        found["blind_to"] = "\n".join(map(str, gaps))
    return found


def _asked() -> forms.ChoiceField:
    choices = [(one.name, one.name) for one in fields().values()]
    return forms.ChoiceField(label=gettext_lazy("Field"), choices=choices)


def _compared() -> forms.ChoiceField:
    return forms.ChoiceField(label=gettext_lazy("Operator"), choices=[(one, one) for one in operators()])


def _wanted() -> forms.CharField:
    help_text = gettext_lazy("several with commas; two numbers for between; true or false for a yes or no")
    return forms.CharField(label=gettext_lazy("Value"), help_text=help_text, max_length=TEXT_MAX)


class TestForm(forms.Form):
    """One test: a field, an operator, a value."""

    __test__ = False
    field = _asked()
    operator = _compared()
    value = _wanted()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"prefix": "test"})

    def clean(self) -> dict[str, object]:
        """The value is read as the field and operator want it."""
        said = super().clean() or {}
        if {"field", "operator", "value"} <= set(said):
            try:
                said["wanted"] = read_value(said["field"], said["operator"], said["value"])
            except ValueError:
                self.add_error("value", _("This operator and field want another kind of value."))
        return said

    def write_into(self, text: str) -> str:
        """The text with the test in the condition's list."""
        said = self.cleaned_data
        return file_edits.with_test(text, file_edits.written_test(said["field"], said["operator"], said["wanted"]))


class ExculpatingForm(TestForm):
    """A test that speaks for the traveller, and why it does."""

    why = forms.CharField(label=gettext_lazy("Why it speaks for the traveller"), max_length=TEXT_MAX)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.prefix = "exculpating"

    def write_into(self, text: str) -> str:
        """The text with a table more of what silences the criterion."""
        said = self.cleaned_data
        test = file_edits.written_test(said["field"], said["operator"], said["wanted"])
        return file_edits.with_block(
            text, "exculpating", f"why = {file_edits.literal(said['why'])}\ncondition = {test}"
        )


class CaseForm(forms.Form):
    """A test case like one that is there; what differs is then written into the text."""

    name = forms.CharField(label=gettext_lazy("What the case shows"), max_length=TEXT_MAX)
    expect = forms.ChoiceField(
        label=gettext_lazy("The criterion"),
        choices=[("true", gettext_lazy("should match")), ("false", gettext_lazy("should not match"))],
    )
    like = forms.IntegerField(
        label=gettext_lazy("States the same as case number"), min_value=1, max_value=200, initial=1
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"prefix": "case"})

    def write_into(self, text: str) -> str:
        """The text with the case at its end; the first one states a journey to begin from."""
        said = self.cleaned_data
        if not file_edits.values_of(text).get("case"):
            body = f"name = {file_edits.literal(said['name'])}\nexpect = {said['expect']}\n{FIRST_JOURNEY}"
            return file_edits.with_block(text, "case", body)
        return file_edits.with_case_like(text, said["like"], said["name"], expected=said["expect"] == "true")


FIRST_JOURNEY = """\
traveller = { bag_count = 0 }
flights = [{ carrier = "ZZ", number = "123", legs = [{ origin = "SIN", destination = "ICN", departs = "2026-10-05T08:30" }] }]
booking = { locator = "EXMPL1", created = "2026-10-04T20:00:00Z", travellers = 1, payments = [{ kind = "CA" }] }
"""  # noqa: E501
"""A journey of nobody, of which one sees how a case is written."""


def read_value(field: str, operator: str, typed: str) -> Value:
    """What was typed, as that operator wants it of that field. ValueError where it is nothing of the kind."""
    form = operators()[operator].value
    parts = tuple(part.strip() for part in typed.split(",") if part.strip())
    if form == "flag" or fields()[field].type is Type.FLAG:
        if typed.strip().lower() not in YES_OR_NO:
            raise ValueError("neither true nor false")
        return YES_OR_NO[typed.strip().lower()]
    if form == "several":
        return parts
    if form == "pair":
        low, high = map(_number, parts)
        return low, high
    return _number(typed) if fields()[field].type is Type.NUMBER else typed.strip()


def _number(typed: str) -> int | float:
    found = float(typed)
    return int(found) if found.is_integer() else found


def _several(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list | tuple) else ()
