"""A confirmed match: what a person decided, and the only thing from which an effect on a person may come.

An effect (a disclosure, a refusal to board, a case) takes a `ConfirmedMatch`. It cannot be made by calling its class,
by `dataclasses.replace`, by copying or by unpickling; only `confirming.confirm` makes one, and only
`screening.review` may import that module (an import contract). Python hides nothing: whoever means to can make one
with `object.__new__`. What is kept out is the mistake and the shortcut, and a test finds the attempt in the source
(`tests/test_effects.py`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NoReturn


@dataclass(frozen=True, slots=True, init=False)
class ConfirmedMatch:
    """A hit that a person confirmed: by whom, with whom, when, why, and under which rule and provision."""

    hit: str
    decided_by: str
    second: str
    decided_at: dt.datetime
    grounds: str
    rule: str
    provision: str
    purpose: str = field(default="")

    def __init__(self) -> None:
        raise TypeError("a confirmed match is a person's decision: only gatehouse.screening.review makes one")

    def __reduce__(self) -> NoReturn:
        raise TypeError("a confirmed match is not copied or stored; its decision is, and review makes it again")

    __copy__ = __reduce__

    def __deepcopy__(self, memo: object) -> NoReturn:
        self.__reduce__()
