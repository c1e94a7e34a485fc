"""What the reader of texts refuses, each with what to do about it."""

from __future__ import annotations


class TextError(ValueError):
    """A file that is not the text of a resolution; the message says why and what to do."""
