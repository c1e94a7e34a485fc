"""URLs of carriers' data quality."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.carriers import carriers, pictures, report

urlpatterns = [
    path("carriers/", carriers.carriers, name="carriers"),
    path("carriers/days.svg", pictures.all_carriers, name="carriers-days"),
    path("carriers/<str:carrier>/", carriers.one, name="carriers-one"),
    path("carriers/<str:carrier>/days.svg", pictures.one_carrier, name="carriers-picture"),
    path("carriers/<str:carrier>/report.<slug:form>", report.sent, name="carriers-report"),
]
