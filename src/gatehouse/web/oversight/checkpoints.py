"""How far the log is sealed: its signed checkpoints, and which of them the oversight body countersigned."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gatehouse.audit import log
from gatehouse.audit.checkpoint import Checkpoint as Said
from gatehouse.audit.checkpoint import checkpoint_from
from gatehouse.audit.errors import AuditError
from gatehouse.audit.key_files import Keys
from gatehouse.audit.models import Checkpoint
from gatehouse.audit.signing import note_from, signers
from gatehouse.oversight.searching import LOG
from gatehouse.records import opened
from gatehouse.safeguards.vocabulary import Act, Role
from gatehouse.web.door import seated
from gatehouse.web.oversight.console import reading_the_log
from gatehouse.web.oversight.countersigning import NoteForm
from gatehouse.web.oversight.proving import file_of, known_keys
from gatehouse.web.paging import sliced


class Sealed(NamedTuple):
    """A checkpoint as it is shown: what it says, who signed it, or what is wrong with it."""

    pk: int
    said: Said | None
    by: list[str]
    is_countersigned: bool
    fault: str = ""


@reading_the_log
def checkpoints(request: HttpRequest) -> HttpResponse:
    """The checkpoints, newest first."""
    with opened(seated(request).visit(), Act.READ_LOG, LOG):
        shown = sliced(Checkpoint.objects.defer("edge"), ("-id",), request.GET.get("after", ""))
        size = log.size()
    keys, fault = _keys()
    sealed = [_sealed(one, keys) for one in shown.rows]
    covered = max((one.said.size for one in sealed if one.said and one.is_countersigned), default=0)
    context: dict[str, Any] = {"slice": shown, "rows": sealed, "size": size, "covered": covered, "fault": fault}
    context["form"] = NoteForm() if seated(request).role is Role.OVERSIGHT_READER else None
    return render(request, "oversight/checkpoints.html", context)


@reading_the_log
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """A checkpoint as it was signed, to keep."""
    with opened(seated(request).visit(), Act.READ_LOG, LOG):
        found = Checkpoint.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return file_of(found.note.encode(), f"checkpoint-{found.size}.txt", "text/plain; charset=utf-8")


def _keys() -> tuple[Keys, str]:
    try:
        return known_keys(), ""
    except AuditError:
        return Keys(()), _("The public keys of the log cannot be read here; ask an operator to look at their files.")


def _sealed(one: Checkpoint, keys: Keys) -> Sealed:
    try:
        written = note_from(one.note)
        by = signers(written, (*keys.log, *keys.oversight))
        return Sealed(one.pk, checkpoint_from(written), sorted(key.name for key in by), bool(by & set(keys.oversight)))
    except AuditError:
        return Sealed(one.pk, None, [], False, _("cannot be read; keep it as evidence"))
