"""The garbage collector, told what kind of program this is."""

from __future__ import annotations

import gc

OBJECTS_BEFORE_A_LOOK = 100_000
LOOKS_BEFORE_A_WIDER_ONE = 50
WIDER_LOOKS_BEFORE_ALL = 1_000


def unhurried() -> None:
    """Make the collector look for cycles far less often than it does by default.

    Reading makes millions of small values that hold no cycles and go by their counts alone; looking through them took a
    fifth of the time. What is loaded by now stays for good and is left out of every look.
    """
    gc.set_threshold(OBJECTS_BEFORE_A_LOOK, LOOKS_BEFORE_A_WIDER_ONE, WIDER_LOOKS_BEFORE_ALL)
    gc.freeze()
