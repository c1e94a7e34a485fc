"""The proof that one entry is in the log, to take away and check without us."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gatehouse.audit import keeping, log
from gatehouse.audit import proof as proofs
from gatehouse.audit.checkpoint import checkpoint_from
from gatehouse.audit.errors import AuditError, ProofError
from gatehouse.audit.key_files import Keys, keys_in
from gatehouse.audit.signing import note_from
from gatehouse.oversight.searching import LOG
from gatehouse.records import opened
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.door import page, seated

ENTRIES_MAX = 1_000_000
"""A proof reads all entries below its checkpoint; beyond this many it is for the command, which shows how far it is."""


@page(Act.EXPORT, SubjectClass.LOG, PurposeClass.OVERSIGHT)
def proof(request: HttpRequest, number: int) -> HttpResponse:
    """The proof as a file; `gatehouse audit check` reads it."""
    try:
        with opened(seated(request).visit(), Act.EXPORT, LOG):
            made = _made(number)
    except ProofError as fault:
        messages.error(request, f"{fault}")
        return redirect("oversight-log")
    except AuditError:
        messages.error(request, _("The proof cannot be made here; ask an operator to look at the log and its keys."))
        return redirect("oversight-log")
    return file_of(made, f"proof-{number}.json", "application/json")


def _made(number: int) -> bytes:
    note = keeping.best_note(known_keys(), number)
    if note is None:
        raise ProofError(
            _("no checkpoint covers this entry yet"), _("wait for the next one, or ask an operator for it")
        )
    size = checkpoint_from(note_from(note)).size
    if size > ENTRIES_MAX:
        raise ProofError(_("the log is too long for a page"), f"gatehouse audit prove {number}")
    beginning = log.beginning()
    return proofs.made(log.leaves(beginning.size, size), [number], note, beginning)


def known_keys() -> Keys:
    """The public keys of this installation. KeyFileError where there are none."""
    return keys_in(settings.AUDIT_KEYS)


def file_of(content: bytes, name: str, kind: str) -> HttpResponse:
    """A file to keep, never shown in the page."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
