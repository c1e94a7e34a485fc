"""URL of the components."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.style import components

urlpatterns = [path("style/", components.components, name="style")]
"""One page."""
