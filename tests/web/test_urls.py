"""Areas and the pages of errors."""

from __future__ import annotations

import importlib

from django.utils.module_loading import import_string

from gatehouse.web import urls


def test_every_area_has_urls_and_every_handler_is_there() -> None:
    assert all(importlib.import_module(f"{area}.urls").urlpatterns for area in urls.AREAS)
    for status in (400, 403, 404, 429, 500):
        assert callable(import_string(getattr(urls, f"handler{status}")))
