"""URLs of the shell."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.shell import health, home, language, sitting

urlpatterns = [
    path("", home.home, name="home"),
    path("sitting/", sitting.sitting, name="sitting"),
    path("language/", language.choose, name="language"),
    path("health/", health.alive, name="health"),
    path("ready/", health.ready, name="ready"),
]
