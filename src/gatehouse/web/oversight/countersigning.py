"""Countersigning: what the oversight body is to sign, to take away, and its note, brought back. Its key stays with it.

The signature is made where the key is (`gatehouse audit countersign`), on a machine that this one never meets. A key
that is pasted here by mistake is refused, kept nowhere, and has to be replaced.
"""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.audit import keeping
from gatehouse.audit.errors import AuditError, ProofError
from gatehouse.audit.models import Checkpoint
from gatehouse.audit.signing import NOTE_BYTES_MAX, PRIVATE_MARK, note_from
from gatehouse.oversight.searching import LOG
from gatehouse.records import opened
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.oversight.console import reading_the_log
from gatehouse.web.oversight.proving import ENTRIES_MAX, file_of, known_keys


class NoteForm(forms.Form):
    """The note as it came back, pasted or as a file."""

    note = forms.CharField(
        label=gettext_lazy("The countersigned note"),
        required=False,
        strip=False,
        max_length=NOTE_BYTES_MAX,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )
    file = forms.FileField(label=gettext_lazy("Or the file that holds it"), required=False)

    def written(self) -> str:
        """The note's text."""
        sent = self.cleaned_data["file"]
        if sent:
            return str(sent.read(NOTE_BYTES_MAX + 1).decode(errors="replace"))
        return str(self.cleaned_data["note"]).replace("\r\n", "\n")


@reading_the_log
def request_file(request: HttpRequest) -> HttpResponse:
    """The newest checkpoint with the proof that the log grew from the one that was countersigned last."""
    try:
        with opened(seated(request).visit(), Act.READ_LOG, LOG):
            made = _made()
    except AuditError as fault:
        messages.error(request, str(fault))
        return redirect("oversight-checkpoints")
    if made is None:
        messages.error(request, _("The log was not sealed yet."))
        return redirect("oversight-checkpoints")
    return file_of(made.encode(), "request.txt", "text/plain; charset=utf-8")


def _made() -> str | None:
    keys, newest = known_keys(), Checkpoint.objects.order_by("-size", "-id").first()
    if newest is None:
        return None
    since = keeping.countersigned_size(keys)
    if newest.size - since > ENTRIES_MAX:
        raise ProofError(_("the log is too long for a page"), "gatehouse audit checkpoint")
    return str(keeping.request(note_from(newest.note), since, keys, lambda _: None))


@page(Act.COUNTERSIGN_LOG, SubjectClass.LOG, PurposeClass.OVERSIGHT, methods=ACTING)
def take(request: HttpRequest) -> HttpResponse:
    """Take in the note that came back, when both signatures on it are true."""
    form = NoteForm(request.POST, request.FILES)
    written = form.written() if form.is_valid() else ""
    if PRIVATE_MARK in written:
        messages.error(
            request,
            _("This is a private key. It was kept nowhere; make a new one, for whoever saw this page may have it."),
        )
        return redirect("oversight-checkpoints")
    try:
        note = note_from(written)
        with opened(seated(request).visit(), Act.COUNTERSIGN_LOG, LOG):
            said = keeping.take(note, known_keys())
    except AuditError as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, _("Countersigned: the first %(size)s entries.") % {"size": said.size})
    return redirect("oversight-checkpoints")
