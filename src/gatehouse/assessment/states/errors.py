"""What this room refuses."""

from __future__ import annotations


class StatesError(ValueError):
    """A State or a cycle cannot be had as asked for; the text says why and what to do."""
