"""What can go wrong with a zone as a whole. A single wrong digit is a `Check` that failed and no error."""

from __future__ import annotations


class MrzError(ValueError):
    """The text is no machine-readable zone: what was found, and what is expected. Repeats nothing of the text."""
