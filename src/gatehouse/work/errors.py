"""What the room of work refuses."""

from __future__ import annotations


class WorkError(Exception):
    """It cannot be done so. The text says why and what to do."""
