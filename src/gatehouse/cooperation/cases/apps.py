"""Cases as a Django app: when all models are there, the one door learns how cases are known."""

from __future__ import annotations

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The room `cooperation/cases`."""

    name = "gatehouse.cooperation.cases"

    def ready(self) -> None:
        """Register the facts about cases."""
        from gatehouse.cooperation.cases.register import known

        known()
