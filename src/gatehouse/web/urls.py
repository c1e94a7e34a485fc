"""Every URL of the workbench. An area that adds pages adds one line here; each of its views states its `door`."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

AREAS = (
    "gatehouse.web.shell",
    "gatehouse.web.accounts",
    "gatehouse.web.overview",
    "gatehouse.web.flights",
    "gatehouse.web.api",
    "gatehouse.web.inbox",
    "gatehouse.web.jobs",
    "gatehouse.web.hits",
    "gatehouse.web.travellers",
    "gatehouse.web.unmasking",
    "gatehouse.web.holds",
    "gatehouse.web.disclosures",
    "gatehouse.web.cases",
    "gatehouse.web.oversight",
    "gatehouse.web.redress",
    "gatehouse.web.law_profile",
    "gatehouse.web.border",
    "gatehouse.web.search",
    "gatehouse.web.lists",
    "gatehouse.web.criteria",
    "gatehouse.web.carriers",
    "gatehouse.web.style",
    "gatehouse.web.obligations",
    "gatehouse.web.assessment",
)
"""The folders of pages; each has a module `urls`."""

urlpatterns: list[URLPattern | URLResolver] = [path("", include(f"{area}.urls")) for area in AREAS]

handler400 = "gatehouse.web.refusals.bad_request"
handler403 = "gatehouse.web.refusals.permission_denied"
handler404 = "gatehouse.web.refusals.not_found"
handler429 = "gatehouse.web.refusals.too_many"
handler500 = "gatehouse.web.refusals.failed"
