"""Masked data seen again: asked for with a purpose and a reference, approved by another person in the role that the law
profile names, for so many hours, by the one who asked, with the data protection officer told of each step.

What is shown comes from the vault and is stored nowhere. After erasure there is nothing to show.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import connection
from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.records import Visit, opened
from gatehouse.records.law import law
from gatehouse.retention import vault
from gatehouse.retention.errors import UnmaskError
from gatehouse.retention.models import Notice, UnmaskRequest, VaultItem
from gatehouse.safeguards.decision import Grant, Subject
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass
from gatehouse.terms.saying import Saying

KINDS = ("traveller", "booking")
ASKED, APPROVED, REFUSED, SEEN = "asked", "approved", "refused", "seen"
MACHINE = "machine:retention"


def request(visit: Visit, kind: str, owner: int) -> UnmaskRequest:
    """Ask for what masking removed of a traveller or booking. Raises `UnmaskError` where nothing of them is masked.

    `RefusedError` where the law says no: for another purpose, without a reference, in another role.
    """
    if kind not in KINDS:
        raise UnmaskError(Saying("only travellers and bookings are masked"), Saying("name one of them"))
    number = _next()
    subject = Subject(SubjectClass.TRAVELLER_MASKED, f"{kind}:{owner}")
    with opened(visit, Act.UNMASK_REQUEST, subject, {"request": f"request:{number}"}):
        # Asked inside: outside the door the web process sees nobody's vault.
        if not VaultItem.objects.filter(owner_kind=kind, owner=owner).exists():
            raise UnmaskError(
                Saying("nothing masked is held of that number"), Saying("it is not masked yet, or erased for good")
            )
        made = UnmaskRequest.objects.create(
            id=number,
            owner_kind=kind,
            owner=owner,
            purpose=visit.purpose,
            reference=visit.reference or "",
            requested_by=visit.actor.id,
        )
        _notify(made, ASKED, visit.purpose)
    return made


def approve(visit: Visit, number: int) -> UnmaskRequest:
    """Approve a request, for as many hours as the profile says. The visit is the approver's.

    Raises `UnmaskError` for a request that is decided, `RefusedError` where the approver is the one who asked, or is in
    none of the roles that the profile names.
    """
    asked = _open_request(number)
    whole = Visit(visit.actor, asked.purpose, asked.reference, visit.second, requester=asked.requested_by)
    subject = Subject(SubjectClass.TRAVELLER_MASKED, f"request:{number}")
    with opened(whole, Act.UNMASK_APPROVE, subject, {asked.owner_kind: f"{asked.owner_kind}:{asked.owner}"}):
        now = timezone.now()
        hours = law().profile.unmasking.time_box_hours
        _decide(asked, UnmaskRequest.State.APPROVED, visit.actor.id, (now, now + dt.timedelta(hours=hours)))
        _notify(asked, APPROVED, asked.purpose)
    return asked


def refuse(visit: Visit, number: int) -> UnmaskRequest:
    """Refuse a request. Who may approve may refuse."""
    asked = _open_request(number)
    whole = Visit(visit.actor, asked.purpose, asked.reference, visit.second, requester=asked.requested_by)
    subject = Subject(SubjectClass.TRAVELLER_MASKED, f"request:{number}")
    with opened(whole, Act.UNMASK_APPROVE, subject, {asked.owner_kind: f"{asked.owner_kind}:{asked.owner}"}):
        _decide(asked, UnmaskRequest.State.REFUSED, visit.actor.id, (None, None))
        _notify(asked, REFUSED, asked.purpose)
    return asked


def show(visit: Visit, number: int) -> list[tuple[str, int, dict[str, Any]]]:
    """What masking removed: table, row, values as they were. The visit is of the one who asked, within the time.

    Raises `UnmaskError` for a request that is not there, `RefusedError` outside the time box or for anybody else,
    `ErasedError` when it was erased meanwhile.
    """
    asked = UnmaskRequest.objects.filter(id=number).first()
    if asked is None:
        raise UnmaskError(
            Saying("there is no request %(number)s", number=number), Saying("see `gatehouse retention unmask list`")
        )
    reference = f"{asked.owner_kind}:{asked.owner}"
    whole = Visit(visit.actor, asked.purpose, asked.reference, visit.second, grant=_grant(asked, reference))
    subject = Subject(SubjectClass.TRAVELLER_MASKED, reference)
    with opened(whole, Act.VIEW_UNMASKED, subject, {"request": f"request:{number}"}):
        values = vault.values(asked.owner_kind, asked.owner)
        if not values:
            raise UnmaskError(
                Saying("nothing is left to show"), Saying("it was erased; nothing can be done, by design")
            )
        _notify(asked, SEEN, asked.purpose)
    return values


def granted(actor: str, kind: str, owner: int) -> Grant | None:
    """The approval by which somebody may see what is masked of a traveller or booking now; None where there is none."""
    own = UnmaskRequest.objects.filter(requested_by=actor, owner_kind=kind, owner=owner, ends_at__gt=timezone.now())
    newest = own.filter(state=UnmaskRequest.State.APPROVED).order_by("-id").first()
    return _grant(newest, f"{kind}:{owner}") if newest else None


def _grant(asked: UnmaskRequest, reference: str) -> Grant | None:
    if asked.state != UnmaskRequest.State.APPROVED or not (asked.begins_at and asked.ends_at and asked.decided_by):
        return None
    return Grant(asked.requested_by, reference, asked.decided_by, asked.begins_at, asked.ends_at)


def _open_request(number: int) -> UnmaskRequest:
    asked = UnmaskRequest.objects.filter(id=number, state=UnmaskRequest.State.OPEN).first()
    if asked is None:
        raise UnmaskError(
            Saying("no request %(number)s waits for an answer", number=number),
            Saying("see `gatehouse retention unmask list`"),
        )
    return asked


def _decide(asked: UnmaskRequest, state: str, by: str, box: tuple[dt.datetime | None, dt.datetime | None]) -> None:
    still_open = UnmaskRequest.objects.filter(id=asked.id, state=UnmaskRequest.State.OPEN)
    if not still_open.update(state=state, decided_by=by, begins_at=box[0], ends_at=box[1]):
        raise UnmaskError(
            Saying("request %(id)s was decided meanwhile", id=asked.id), Saying("see `gatehouse retention unmask list`")
        )
    asked.refresh_from_db()


def _notify(asked: UnmaskRequest, event: str, purpose: str) -> None:
    """Put a notice before the data protection officer, and say so in the log."""
    Notice.objects.create(request=asked, event=event)
    entry = Entry(
        MACHINE, Role.MACHINE, "unmask.notified", f"request:{asked.id}", purpose, Decision.DUE, event, timezone.now()
    )
    log.record([entry])


def _next() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('retention_unmaskrequest', 'id'))")
        return int(cursor.fetchone()[0])
