"""The room of work in Django: what it tells the door about jobs."""

from __future__ import annotations

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Jobs, and the trouble with them."""

    name = "gatehouse.work"
