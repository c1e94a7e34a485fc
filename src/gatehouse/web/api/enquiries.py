"""Questions: the border's for one answer, and the unit's for travellers.

They are sent as bodies: a URL is kept in many places.
"""

from __future__ import annotations

from typing import Any

from ninja import Router, Schema
from pydantic import Field

from gatehouse.mrz import MrzError
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.enquiries import border, looking
from gatehouse.screening.enquiries.errors import EnquiryError
from gatehouse.screening.enquiries.question import NAME_CHARS_MAX, Question
from gatehouse.terms.dates import is_partial_date
from gatehouse.web.api.calling import CalledRequest, operation
from gatehouse.web.api.clients import Scope
from gatehouse.web.api.faults import FAULTS, fault

ZONE_CHARS_MAX = 200
SHOWN_MAX = 100
router = Router(tags=["enquiries"])


class BorderQuestion(Schema):
    """A document's machine-readable zone, or a name with a (partial) birth date where it is known."""

    zone: str = Field("", max_length=ZONE_CHARS_MAX)
    name: str = Field("", max_length=NAME_CHARS_MAX)
    birth_date: str = Field("", max_length=10)


class BorderAnswer(Schema):
    """One of three answers: `nothing-known`, `wait` (ask the unit about the reference) or `document-problem`."""

    answer: str
    faults: list[str]
    reference: str | None
    contact: str | None


@router.post("/border-checks", response={200: BorderAnswer, **FAULTS}, summary="Ask at the border")
@operation(Scope.BORDER, Act.CHECK, SubjectClass.HIT, PurposeClass.SCREENING, method="POST")
def check(request: CalledRequest, asked: BorderQuestion) -> BorderAnswer:
    """One clear answer that never says why."""
    if bool(asked.zone.strip()) == bool(asked.name.strip()):
        raise fault(422, "invalid", "either a zone or a name is asked for", "body", "send one of them")
    _storable(asked.zone, asked.name, asked.birth_date)
    visit = request.sitting.visit()
    if asked.zone.strip():
        try:
            said = border.check_zone(visit, asked.zone)
        except MrzError as unread:
            raise fault(422, "unreadable-zone", str(unread), "body.zone", "scan it again, or type the name") from unread
    else:
        if asked.birth_date and not is_partial_date(asked.birth_date):
            says = "this is no date"
            raise fault(422, "invalid", says, "body.birth_date", "write 1976-05-17, 1976-05 or 1976")
        said = border.check_person(visit, asked.name.strip(), asked.birth_date or None)
    return BorderAnswer(
        answer=said.answer, faults=[str(one) for one in said.faults], reference=said.reference, contact=said.contact
    )


class TravellerQuestion(Schema):
    """One of name, document, locator and flight; a birth date narrows a name, a day a flight."""

    name: str = Field("", max_length=NAME_CHARS_MAX)
    birth_date: str = Field("", max_length=10)
    document: str = Field("", max_length=40)
    locator: str = Field("", max_length=20)
    flight: str = Field("", max_length=20)
    day: str = Field("", max_length=10)
    limit: int = Field(20, ge=1, le=SHOWN_MAX)


class Found(Schema):
    """A traveller who may be meant. `score` and `explanation` where a name was asked for."""

    traveller: int
    name: str
    birth_date: str | None
    state: str
    flight: str
    departs: str | None
    score: float | None
    explanation: list[dict[str, Any]]


class FoundPage(Schema):
    """Who was found, and at least how many more there are than are shown."""

    travellers: list[Found]
    withheld: int


@router.post("/travellers/search", response={200: FoundPage, **FAULTS}, summary="Look for travellers")
@operation(Scope.TRAVELLERS, Act.SEARCH, SubjectClass.TRAVELLER, method="POST")
def search(request: CalledRequest, asked: TravellerQuestion) -> FoundPage:
    """Travellers by name (with the engine that screens), document, booking or flight. What is masked stays masked."""
    said = asked.dict(exclude={"limit"})
    _storable(*said.values())
    try:
        found = looking.look_for(request.sitting.visit(), Question.asked(**said), asked.limit)
    except EnquiryError as unanswered:
        raise fault(422, "no-question", str(unanswered), "body", "ask for one thing at a time") from unanswered
    shown = [
        Found(**(one._asdict() | {"explanation": [reason._asdict() for reason in one.explanation]}))
        for one in found.shown
    ]
    return FoundPage(travellers=shown, withheld=found.withheld)


def _storable(*texts: str) -> None:
    """Refuse what no document and no database can hold."""
    for text in texts:
        if any((ord(sign) < 32 and sign not in "\t\r\n") or 0xD800 <= ord(sign) <= 0xDFFF for sign in text):
            raise fault(422, "invalid", "a text holds signs that cannot be printed", "body", "take them out")
