"""URLs of the lists."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.lists import deciding, entries, proposing, sources

urlpatterns = [
    path("lists/", sources.lists, name="lists"),
    path("lists/proposals/", deciding.proposals, name="lists-proposals"),
    path("lists/proposals/<int:number>/", deciding.one, name="lists-proposal"),
    path("lists/proposals/<int:number>/decide/", deciding.decide, name="lists-decide"),
    path("lists/propose/", proposing.new, name="lists-propose"),
    path("lists/<str:name>/", sources.versions, name="lists-one"),
    path("lists/<str:name>/<int:before>/<int:after>/", sources.compared, name="lists-compared"),
    path("lists/<str:name>/compare/", sources.compare, name="lists-compare"),
    path("lists/<str:name>/entries/", entries.entries, name="lists-entries"),
    path("lists/<str:name>/entries/<int:pk>/", entries.one, name="lists-entry"),
    path("lists/<str:name>/entries/<int:pk>/change/", proposing.change, name="lists-change"),
    path("lists/<str:name>/entries/<int:pk>/take-off/", proposing.take_off, name="lists-take-off"),
]
