"""The app of the pages: their static files and template tags are found by it."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The room `gatehouse.web`."""

    name, label = "gatehouse.web", "web"

    def ready(self) -> None:
        """Listen to sign-ins, now that models are there."""
        from gatehouse.web.accounts.comings import listen

        listen()
