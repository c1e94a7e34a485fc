"""Messages handed in: a receipt at once, what became of it later. The same again is the same receipt.

The bytes go the way of every file (`intake.receiving`): what is sensitive is taken out of them in memory, the rest is
sealed, and only then is anything stored. `gatehouse work` reads and screens it.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import Annotated, Any
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError
from django.http import HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gatehouse.records import Opening, opened, subject
from gatehouse.retention.errors import RetentionError
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.intake import receiving, replacing
from gatehouse.screening.intake.receiving import Received
from gatehouse.screening.intake.replacing import ReplacementError
from gatehouse.web.api.calling import CalledRequest, operation
from gatehouse.web.api.clients import Scope
from gatehouse.web.api.faults import FAULTS, fault
from gatehouse.web.api.models import Receipt

MESSAGE_BYTES_MAX = 8 << 20
"""Larger files are split by their sender, or come by the folder."""
CHANNEL = "api"
BODY = {
    "requestBody": {
        "required": True,
        "description": f"An interchange as it is, at most {MESSAGE_BYTES_MAX} bytes.",
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
router = Router(tags=["messages"])
Sender = Annotated[
    str, Query(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,34}$", description="Who sends, as they call themselves.")
]
Replaces = Annotated[
    UUID | None, Query(description="The receipt of a file that was quarantined or failed, and that this one repairs.")
]
Reference = Annotated[str, Query(pattern=r"^[A-Za-z0-9][A-Za-z0-9./_-]{0,63}$", description="The sender's reference.")]


class ReceiptState(Schema):
    """What became of a file. `error` says where it could not be read on; no personal data stands in it."""

    receipt: UUID
    sender: str
    reference: str
    received_at: dt.datetime
    state: str = Field(description="received, screened, quarantined; or troubled, failed: on our side, not the file's")
    messages_done: int
    error: str


@router.post("/messages", response={202: ReceiptState, **FAULTS}, openapi_extra=BODY, summary="Hand in a message")
@operation(Scope.MESSAGES, Act.INGEST, SubjectClass.RAW_MESSAGE, PurposeClass.SCREENING, method="POST")
def hand_in(
    request: CalledRequest, sender: Sender, reference: Reference, replaces: Replaces = None
) -> Status[ReceiptState]:
    """Take in one interchange. The answer is a receipt; what became of the file is asked for with its number.

    A repaired file names the receipt of the one that could not be read, which stays on record.
    """
    body = _body(request)
    details = {"bytes": len(body)}
    store = subject(SubjectClass.RAW_MESSAGE, "store:intake")
    old = _own(request, replaces, "replaces") if replaces else None
    try:
        with opened(request.sitting.visit(), Act.INGEST, store, details) as opening:
            taken = receiving.take(io.BytesIO(body), f"{sender}-{reference}.edi", CHANNEL)
            known: dict[str, Any] = {"client": request.client, "sender": sender, "reference": reference}
            receipt, is_new = Receipt.objects.get_or_create(**known, transmission_id=taken.transmission)
            if old and is_new:
                _in_the_place_of(opening, old.transmission_id, taken)
    except ReplacementError as failure:
        raise fault(409, "not-replaced", str(failure), "replaces", "hand it in without, or name another") from failure
    except (RetentionError, DatabaseError) as failure:
        says = f"nothing can be sealed or stored now ({type(failure).__name__})"
        raise fault(503, "not-stored", says, "POST /messages", "send it again later; nothing was kept") from failure
    return Status(202, _state(receipt))


def _body(request: CalledRequest) -> bytes:
    try:
        body = request.body
    except RequestDataTooBig:
        body = b" " * (MESSAGE_BYTES_MAX + 1)
    if len(body) > MESSAGE_BYTES_MAX:
        says = f"the file has more than {MESSAGE_BYTES_MAX} bytes"
        raise fault(413, "too-large", says, "body", "split it, or hand it in by the folder")
    if not body:
        raise fault(422, "empty", "nothing was sent", "body", "send the interchange as the body")
    return body


@router.get("/messages/{receipt}", response={200: ReceiptState, **FAULTS}, summary="What became of a message")
@operation(Scope.MESSAGES, Act.INGEST, SubjectClass.RAW_MESSAGE, PurposeClass.SCREENING)
def what_became(request: CalledRequest, response: HttpResponse, receipt: UUID) -> ReceiptState:
    """The state of what this client handed in itself."""
    del response
    return _state(_own(request, receipt, "receipt"))


def _own(request: CalledRequest, receipt: UUID, field: str) -> Receipt:
    """The receipt of this number that this client was given."""
    found = Receipt.objects.filter(pk=receipt, client=request.client).first()
    if found is None:
        raise fault(404, "no-such", "this client has no such receipt", field, "check its number")
    return found


def _in_the_place_of(opening: Opening, number: int, taken: Received) -> None:
    """The file that was taken in takes the place of that one, in the transaction that takes it in."""
    opening.also(Act.REPLACE_FILE, replacing.file_of(number), {"transmission": f"transmission:{taken.transmission}"})
    replacing.record(number, taken, opening.visit.actor.id, "")


def _state(receipt: Receipt) -> ReceiptState:
    file = receipt.transmission
    return ReceiptState(
        receipt=receipt.pk,
        sender=receipt.sender,
        reference=receipt.reference,
        received_at=receipt.received_at,
        state=file.state,
        messages_done=file.messages_done,
        error=file.error,
    )
