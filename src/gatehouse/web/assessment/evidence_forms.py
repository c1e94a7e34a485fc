"""The form of a piece of evidence: what each kind has to say, and how large a file may be."""

from __future__ import annotations

import re
from typing import Any

import orjson
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.assessment.evidence.limits import FILE_BYTES_MAX, TITLE_CHARS_MAX, TOLD_CHARS_MAX
from gatehouse.assessment.evidence.store import Brought, kinds
from gatehouse.assessment.obligations.catalogue import UnknownObligation, obligation
from gatehouse.measures.live_number import LiveNumber, live_number_from
from gatehouse.web.assessment.doing import ActForm, day, words
from gatehouse.web.forms import selection

NUMBER_BYTES_MAX = 4096
CODES_MAX = 50
KIND_NAMES = {
    "document": gettext_lazy("A document"),
    "interview": gettext_lazy("An interview with an office"),
    "observation": gettext_lazy("An observation on the spot"),
    "measure": gettext_lazy("A number that a system measured"),
    "other-body": gettext_lazy("What another body reported"),
}


class BringForm(ActForm):
    """A piece of evidence of one of five kinds. Which fields it needs hangs on the kind (`evidence/kinds.csv`)."""

    act = "bring"
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[(one, KIND_NAMES[one]) for one in kinds()])
    title = forms.CharField(label=gettext_lazy("Title"), max_length=TITLE_CHARS_MAX)
    obligations = forms.CharField(
        label=gettext_lazy("Obligations that it speaks to"),
        help_text=gettext_lazy("Their codes with commas, such as 2396-2, 2396-11a."),
        required=False,
    )
    told = forms.CharField(
        label=gettext_lazy("What was said, seen or reported"),
        help_text=gettext_lazy("Of an interview, an observation and another body's report. Offices, never names."),
        max_length=TOLD_CHARS_MAX,
        required=False,
        widget=words(4),
    )
    source = forms.CharField(
        label=gettext_lazy("The office or body that said it"), max_length=TITLE_CHARS_MAX, required=False
    )
    reference = forms.CharField(
        label=gettext_lazy("Its own reference"),
        help_text=gettext_lazy("The symbol of another body's document."),
        max_length=TITLE_CHARS_MAX,
        required=False,
    )
    dated = forms.DateField(label=gettext_lazy("Dated"), required=False, widget=day())
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("Of a document; at most 25 MB. It is kept as it comes, under its SHA-256."),
        required=False,
        max_length=TITLE_CHARS_MAX,
    )
    number = forms.FileField(
        label=gettext_lazy("The measured number"),
        help_text=gettext_lazy("The JSON file that `gatehouse live-number` writes."),
        required=False,
    )

    def clean_file(self) -> Any:
        """A file within the limit."""
        sent = self.cleaned_data["file"]
        if sent is not None and sent.size > FILE_BYTES_MAX:
            raise forms.ValidationError(_("The file is larger than 25 MB; send a part of it, or a printed copy."))
        return sent

    def clean_obligations(self) -> tuple[str, ...]:
        """Codes of the catalogue, each once."""
        codes = tuple(dict.fromkeys(re.split(r"[,;\s]+", self.cleaned_data["obligations"].strip())))
        if codes == ("",):
            return ()
        if len(codes) > CODES_MAX:
            raise forms.ValidationError(_("These are too many obligations."))
        for code in codes:
            try:
                obligation(code)
            except UnknownObligation:
                raise forms.ValidationError(_("The catalogue has no obligation of this code.")) from None
        return codes

    def clean_number(self) -> LiveNumber | None:
        """The number that the file holds."""
        sent = self.cleaned_data["number"]
        if sent is None:
            return None
        try:
            told = orjson.loads(sent.read(NUMBER_BYTES_MAX))
            return live_number_from(told if isinstance(told, dict) else {})
        except ValueError as fault:
            raise forms.ValidationError(str(fault)) from None

    def brought(self) -> Brought:
        """What was brought, once the form is sound."""
        said = self.cleaned_data
        names = ("kind", "title", "obligations", "told", "source", "reference", "dated", "number")
        told = {name: said[name] for name in names}
        if (file := said["file"]) is None:
            return Brought(**told)
        return Brought(**told, file_name=file.name, content=file.read())


class HandOverForm(ActForm):
    """To whom an item is handed."""

    act = "hand-over"
    to = forms.ChoiceField(label=gettext_lazy("Hand it over to"))

    def __init__(self, item: int, team: list[tuple[str, str]], data: Any = None) -> None:
        self.act = f"hand-over-{item}"
        super().__init__(data)
        selection(self, "to").choices = team
