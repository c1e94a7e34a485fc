"""The app's name: its tables are `api_…`."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The room `gatehouse.web.api`."""

    name, label = "gatehouse.web.api", "api"
