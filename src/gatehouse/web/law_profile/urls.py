"""URL of the law profile."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.law_profile import reading

urlpatterns = [path("law/", reading.profile, name="law")]
