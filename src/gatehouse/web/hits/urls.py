"""URLs of the queue and of a hit."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.hits import listing, one

urlpatterns = [
    path("hits/", listing.hits, name="hits"),
    path("hits/assign/", listing.assign, name="hits-assign"),
    path("hits/views/", listing.save_view, name="hits-views"),
    path("hits/<int:hit>/", one.one, name="hits-one"),
    path("hits/<int:hit>/decide/", one.decide, name="hits-decide"),
    path("hits/<int:hit>/second/", one.second, name="hits-second"),
    path("hits/<int:hit>/reopen/", one.reopen, name="hits-reopen"),
    path("hits/<int:hit>/take/", one.take, name="hits-take"),
    path("hits/<int:hit>/segments/<int:record>/", one.segments, name="hits-segments"),
]
