"""URLs of a traveller, and of who is on a flight."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.travellers import on_flight, one

urlpatterns = [
    path("travellers/<int:traveller>/", one.one, name="traveller"),
    path("travellers/<int:traveller>/segments/<int:record>/", one.segments, name="traveller-segments"),
    path("travellers/flight/<int:leg>/", on_flight.on_flight, name="travellers-on-flight"),
]
