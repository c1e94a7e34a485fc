"""URLs of the inbox."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.inbox import replacing, transmissions

urlpatterns = [
    path("inbox/", transmissions.inbox, name="inbox"),
    path("inbox/<int:number>/", replacing.one, name="inbox-one"),
    path("inbox/<int:number>/replace/", replacing.replace, name="inbox-replace"),
]
