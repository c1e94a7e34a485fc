"""The deployment's own tables of this room, in the folder `settings.REVIEW_FOLDER`; else the shipped ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from gatehouse.screening.review import handling, routing
from gatehouse.screening.review.handling import Handling
from gatehouse.screening.review.routing import Route


def handling_table() -> Mapping[str, Handling]:
    """How each list is handled."""
    return handling.table_from(_file(handling.FILE_NAME))


def routes() -> tuple[Route, ...]:
    """To which unit hits are given."""
    return routing.routes_from(_file(routing.FILE_NAME))


def _file(name: str) -> Path | None:
    folder: Path | None = getattr(settings, "REVIEW_FOLDER", None)
    return folder / name if folder else None
