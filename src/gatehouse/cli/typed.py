"""What was typed is not repeated where errors go: it may be somebody's name, and schedulers keep what is said there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Any

GIVEN = "(what was given)"
"""Stands in an error for a value of the command line."""
CODE = re.compile(
    r"""
    -                                       # standard input
    | \d{1,7}                               # a number of something stored
    | [a-z][a-z0-9]*(?:[-:/][a-z0-9]+)+     # a code of ours: not-same, account:12
    | \d{1,7}[:/][a-z-]+                    # an account in a role
    | [A-Z]{1,4}-(?:[A-Z]{1,2}|[A-Z0-9-]*\d{1,6})  # a short name or case: X-AL, UN-SC, RR-2026-000042
    | [^\s@]+\.[A-Za-z][A-Za-z0-9]{0,7}     # a file
    """,
    re.VERBOSE | re.ASCII,
)
"""Values that are nobody's name, number or address by their shape, and are repeated because that helps."""
CUT_AT = (60, 48, 40, 12, 8)
"""Lengths to which rooms cut what they repeat."""


class Typed:
    """A command line as it was typed: which command, and the values that its error must not repeat."""

    def __init__(self, command: Any, arguments: Sequence[str]) -> None:
        rest = list(arguments)
        while rest and rest[0] in getattr(command, "commands", {}):
            command = command.commands[rest.pop(0)]
        self._own = _own_words(command)
        found = (_value(one) for one in rest)
        self._values = sorted({one for one in found if one and not self._is_harmless(one)}, key=len, reverse=True)

    def without_values(self, told: str) -> str:
        """An error, each value in it by `GIVEN` unless it is a code, a number, a file, or a word of the manual."""
        for value in self._values:
            cut = (value[:length].rstrip() for length in CUT_AT if len(value) > length)
            for spelling in (repr(value), value, " ".join(value.split()), *cut):
                told = re.sub(rf"(?<![\w-]){re.escape(spelling)}(?![\w-])", GIVEN, told)
        return told

    def _is_harmless(self, value: str) -> bool:
        return value in self._own or bool(CODE.fullmatch(value)) or _is_there(value)


def _own_words(command: Any) -> frozenset[str]:
    """The small words that the command's own manual uses, and the choices that it offers."""
    texts = [getattr(command, "help", "") or "", *(getattr(one, "help", "") or "" for one in command.params)]
    kinds = [getattr(getattr(one, "type_descriptor", None), "annotation", None) for one in command.params]
    choices = {str(one.value) for kind in kinds if isinstance(kind, type) and issubclass(kind, Enum) for one in kind}
    return frozenset(re.findall(r"[a-z]+", " ".join(texts))) | choices


def _value(argument: str) -> str:
    """The value that an argument is or holds; nothing for an option by itself."""
    if argument.startswith("--"):
        return argument.partition("=")[2]
    return "" if re.fullmatch(r"-[A-Za-z]", argument) else argument


def _is_there(value: str) -> bool:
    try:
        return Path(value).exists()
    except (OSError, ValueError):
        return False
