"""What a request can be about, and how it can be answered."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a person asks for."""

    ACCESS = "access"
    CORRECTION = "correction"
    ERASURE = "erasure"
    CONFUSION = "confusion"
    """They are taken for somebody else."""
    COMPLAINT = "complaint"


class Outcome(StrEnum):
    """How a request is answered; each has its words in answers.toml."""

    CLEARED = "cleared"
    CORRECTED = "corrected"
    ERASED = "erased"
    ACCESS_GIVEN = "access-given"
    NOTHING_HELD = "nothing-held"
    KEPT_BACK = "kept-back"
    """The law does not let the person be told; the answer is the same whether anything is held or not."""
    REFUSED = "refused"
    PASSED_ON = "passed-on"
