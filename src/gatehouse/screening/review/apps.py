"""Review as a Django app: when all models are there, the one door learns how hits are known."""

from __future__ import annotations

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """The room `screening/review`."""

    name = "gatehouse.screening.review"

    def ready(self) -> None:
        """Register the facts about hits."""
        from gatehouse.screening.review.facts import register

        register()
