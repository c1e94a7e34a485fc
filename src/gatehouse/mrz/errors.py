"""What can go wrong with a zone as a whole. A single wrong digit is a `Check` that failed and no error."""

from __future__ import annotations

from gatehouse.terms.saying import Saying


class MrzError(ValueError):
    """The text is no machine-readable zone: what was found, and what is expected. Repeats nothing of the text."""

    def __init__(self, says: Saying) -> None:
        super().__init__(str(says))
        self.says = says
