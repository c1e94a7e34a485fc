"""URL of the search."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.search import looking

urlpatterns = [path("search/", looking.search, name="search")]
