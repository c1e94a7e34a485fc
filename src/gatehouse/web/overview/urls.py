"""URLs of the overview."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.overview import exported, overview, pictures

urlpatterns = [
    path("overview/", overview.overview, name="overview"),
    path("overview/days.svg", pictures.days, name="overview-days"),
    path("overview/lead-times.svg", pictures.lead_times, name="overview-lead"),
    path("overview/<slug:name>.csv", exported.table, name="overview-csv"),
]
