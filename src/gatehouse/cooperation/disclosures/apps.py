"""The register as a Django app: when all models are there, redress learns whom data was given to."""

from __future__ import annotations

from django.apps import AppConfig


class DisclosuresConfig(AppConfig):
    """The room `cooperation/disclosures`."""

    name = "gatehouse.cooperation.disclosures"

    def ready(self) -> None:
        """Answer redress from this register."""
        from gatehouse.cooperation.disclosures.register import Register
        from gatehouse.screening.redress.disclosures import kept_by

        kept_by(Register())
