"""URLs of the overview."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.overview import exported, overview, pictures

urlpatterns = [
    path("overview/", overview.overview, name="overview"),
    path("overview/days.svg", pictures.days, name="overview-days"),
    path("overview/days.csv", exported.days, name="overview-csv"),
]
