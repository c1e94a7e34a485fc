"""URLs of the border check and of the checks that wait."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.border import checking, deciding

urlpatterns = [
    path("border/", checking.border, name="border"),
    path("waiting/", deciding.waiting_checks, name="waiting"),
    path("waiting/find/", deciding.find, name="waiting-find"),
    path("waiting/<slug:reference>/", deciding.one, name="waiting-one"),
    path("waiting/<slug:reference>/decide/", deciding.decide, name="waiting-decide"),
    path("waiting/<slug:reference>/second/", deciding.second, name="waiting-second"),
]
