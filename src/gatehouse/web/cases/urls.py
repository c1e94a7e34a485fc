"""URLs of cases."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.cases import keeping

urlpatterns = [
    path("cases/", keeping.cases, name="cases"),
    path("cases/open/<int:hit>/", keeping.open_one, name="cases-open"),
    path("cases/<int:number>/close/", keeping.close, name="cases-close"),
]
