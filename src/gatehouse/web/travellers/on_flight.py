"""Who is on a flight: reached from the board, for a stated case or request."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.review import on_board
from gatehouse.screening.review.errors import ReviewError
from gatehouse.web.door import page, seated
from gatehouse.web.travellers.words import ROLES, STATES


@page(
    Act.SEARCH,
    SubjectClass.TRAVELLER,
    PurposeClass.SCREENING,
    PurposeClass.REQUEST,
    PurposeClass.RIGHTS,
    PurposeClass.OVERSIGHT,
)
def on_flight(request: HttpRequest, leg: int) -> HttpResponse:
    """Everybody on the flight by surname. Whether anybody is a hit is not told here."""
    try:
        found = on_board.seen(seated(request).visit(), leg)
    except ReviewError as fault:
        raise Http404 from fault
    people = [(one, ROLES.get(one.role, one.role), STATES.get(one.state, one.state)) for one in found.people]
    return render(request, "travellers/on_flight.html", {"flight": found, "people": people})
