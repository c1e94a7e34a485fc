"""URLs of holds."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.holds import deciding, listing, placing

urlpatterns = [
    path("holds/", listing.holds, name="holds"),
    path("holds/new/", placing.new, name="holds-new"),
    path("holds/requests/<int:number>/decide/", deciding.decide, name="holds-decide"),
    path("holds/<int:number>/release/", deciding.release, name="holds-release"),
]
