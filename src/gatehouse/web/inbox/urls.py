"""URLs of the inbox."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.inbox import transmissions

urlpatterns = [path("inbox/", transmissions.inbox, name="inbox")]
