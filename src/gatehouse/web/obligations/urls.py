"""URLs of the catalogue."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.obligations import covered, duties, threads

urlpatterns = [
    path("obligations/", duties.obligations, name="obligations"),
    path("obligations/instruments/", threads.instruments, name="obligations-instruments"),
    path("obligations/compare/", threads.compare, name="obligations-compare"),
    path("obligations/coverage/", covered.coverage_page, name="obligations-coverage"),
    path("obligations/coverage.svg", covered.coverage_picture, name="obligations-coverage-picture"),
    path("obligations/<slug:code>/", threads.obligation_page, name="obligations-one"),
]
