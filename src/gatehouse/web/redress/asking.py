"""The public form: plain words, no account, the same answer to everybody, and nothing typed is lost."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from gatehouse.screening.redress.asking import is_too_often, take_in
from gatehouse.screening.redress.attachments import COUNT_MAX
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.letters import languages
from gatehouse.screening.redress.outcomes import Kind
from gatehouse.screening.redress.store import Asked
from gatehouse.web.door import FORM, public
from gatehouse.web.forms import selection
from gatehouse.web.law import law
from gatehouse.web.sayings import told

SALT = "gatehouse.redress.receipt"
NAME_CHARS_MAX = 200
SAYS_CHARS_MAX = 4000
FILES = tuple(f"file_{number}" for number in range(1, COUNT_MAX + 1))
KINDS = {
    Kind.CONFUSION: gettext_lazy("I am taken for somebody else"),
    Kind.ACCESS: gettext_lazy("I want to see what you hold about me"),
    Kind.CORRECTION: gettext_lazy("Something you hold about me is wrong"),
    Kind.ERASURE: gettext_lazy("I want you to delete what you hold about me"),
    Kind.COMPLAINT: gettext_lazy("I want to complain"),
}
LANGUAGE_NAMES = {"en": "English", "zh": "中文", "ar": "العربية"}


class AskForm(forms.Form):
    """What a person tells us. No file is opened here; its first bytes say what it is."""

    kind = forms.ChoiceField(label=gettext_lazy("What is it about?"), choices=KINDS.items(), widget=forms.RadioSelect)
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        help_text=gettext_lazy("As it is in your passport."),
        max_length=NAME_CHARS_MAX,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact = forms.CharField(
        label=gettext_lazy("Where can we reach you?"),
        help_text=gettext_lazy("An e-mail address, or a postal address."),
        max_length=NAME_CHARS_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    says = forms.CharField(
        label=gettext_lazy("What happened?"),
        help_text=gettext_lazy("In your own words. Say when and where, if you know it."),
        max_length=SAYS_CHARS_MAX,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    language = forms.ChoiceField(label=gettext_lazy("In which language should we answer?"))
    file_1 = forms.FileField(
        label=gettext_lazy("A paper to show us"),
        help_text=gettext_lazy("If you have one: a PDF or a photo, at most 3 MB."),
        required=False,
    )
    file_2 = forms.FileField(label=gettext_lazy("A second paper"), required=False)
    file_3 = forms.FileField(label=gettext_lazy("A third paper"), required=False)

    def __init__(self, data: object = None, files: object = None) -> None:
        spoken = (get_language() or "en").partition("-")[0]
        super().__init__(data, files, initial={"language": spoken if spoken in languages() else "en"})  # type: ignore[arg-type]
        selection(self, "language").choices = [(code, LANGUAGE_NAMES.get(code, code)) for code in languages()]

    def asked(self, today: dt.date) -> Asked:
        """What was asked, once the form is valid."""
        said = self.cleaned_data
        return Asked(Kind(said["kind"]), said["language"], said["name"], today, said["says"], contact=said["contact"])

    def contents(self) -> list[bytes]:
        """The files that were sent, as they came."""
        return [self.cleaned_data[name].read() for name in FILES if self.cleaned_data[name]]


@public("whoever thinks that they are wrongly stopped can say so, without an account", FORM)
def ask(request: HttpRequest) -> HttpResponse:
    """The form, or the request taken in and a receipt."""
    form = AskForm(request.POST, request.FILES) if request.method == "POST" else AskForm()
    status = 200
    if form.is_valid():
        address = request.META.get("REMOTE_ADDR", "")
        if is_too_often(address):
            form.add_error(None, _("Many requests came from where you are. Wait an hour, then send this again."))
            status = 429
        else:
            try:
                case = take_in(form.asked(dt.datetime.now(dt.UTC).date()), form.contents(), address)
            except RedressError as fault:
                form.add_error(FILES[0] if "file" in str(fault.cause) else None, told(fault))
            else:
                return redirect(f"{reverse('redress-received')}?receipt={signing.dumps(case, salt=SALT)}")
    if form.errors and status == 200:
        status = 400
    context = {"form": form, "redress": law().profile.redress, "sent_files": bool(request.FILES)}
    return render(request, "redress/ask.html", context, status=status)


@public("the receipt of who asked: a number that only the form gives")
def received(request: HttpRequest) -> HttpResponse:
    """The receipt. It says nothing but the number and the days, and opens nothing."""
    try:
        case = signing.loads(request.GET.get("receipt", ""), salt=SALT)
    except signing.BadSignature:
        raise Http404 from None
    context = {"case": case, "profile": law().profile}
    return render(request, "redress/received.html", context)
