"""One file that came in, and a repaired one handed in for it where it could not be read. Nothing of either is shown."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.records import RefusedError, opened
from gatehouse.safeguards.decision import Allow
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.intake import replacing
from gatehouse.screening.intake.models import Replacement, Transmission
from gatehouse.screening.intake.replacing import REASON_CHARS_MAX, ReplacementError
from gatehouse.web.door import ACTING, ask_at, door_of, page, seated
from gatehouse.web.inbox.transmissions import KINDS, SHOWN, STATES, State
from gatehouse.web.sayings import told
from gatehouse.work.models import Trouble

FILE_BYTES_MAX = 8 << 20


class ReplacementForm(forms.Form):
    """A repaired file, and why it takes the other's place."""

    file = forms.FileField(
        label=gettext_lazy("The repaired file"),
        help_text=gettext_lazy("An interchange as its sender sent it anew or as it was repaired; at most 8 megabytes."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"), max_length=REASON_CHARS_MAX, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean_file(self) -> Any:
        """No larger than is read in one piece."""
        file = self.cleaned_data["file"]
        if file.size > FILE_BYTES_MAX:
            raise forms.ValidationError(_("The file is too large; have it sent by the folder."), code="too-large")
        return file


@page(Act.VIEW, SubjectClass.WORK, PurposeClass.UPKEEP, PurposeClass.OVERSIGHT)
def one(request: HttpRequest, number: int) -> HttpResponse:
    """What became of one file."""
    return _shown(request, number, ReplacementForm())


@page(Act.REPLACE_FILE, SubjectClass.WORK, PurposeClass.UPKEEP, methods=ACTING)
def replace(request: HttpRequest, number: int) -> HttpResponse:
    """Take the repaired file in; a form that is not whole comes back as it was sent."""
    form = ReplacementForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            new = replacing.replace(seated(request).visit(), number, file, file.size, form.cleaned_data["reason"])
        except ReplacementError as fault:
            form.add_error("file", told(fault))
        except RefusedError as refused:
            form.add_error("file", _(refused.answer.reason))
        else:
            messages.success(request, _("The repaired file is taken in."))
            return redirect("inbox-one", number=new)
    return _shown(request, number, form, 400)


def _shown(request: HttpRequest, number: int, form: ReplacementForm, status: int = 200) -> HttpResponse:
    with opened(seated(request).visit(), Act.VIEW, replacing.file_of(number)):
        file = Transmission.objects.filter(pk=number).values(*SHOWN).first()
        replaced_by = Replacement.objects.filter(replaced_id=number).first()
        replaces = Replacement.objects.filter(replacement_id=number).order_by("id").first()
        trouble = Trouble.objects.filter(kind="read", number=number).exclude(state=Trouble.State.DISMISSED).first()
    if file is None:
        raise Http404
    door, state = door_of(replace), State(file["state"])
    may_replace = door is not None and isinstance(ask_at(seated(request), door), Allow)
    context = {
        "file": file,
        "says": STATES[state],
        "kind": KINDS[state],
        "replaced_by": replaced_by,
        "replaces": replaces,
        "trouble": trouble,
        "form": form,
        "replaceable": may_replace and state in replacing.REPLACEABLE and replaced_by is None,
    }
    return render(request, "inbox/one.html", context, status=status)
