"""Where in the text of a criterion file something stands: its statements line by line, and the line of a refusal.

The file's text is what counts, and whoever is told of a fault looks for it there. Lines are counted from 1, as editors
do. A text that is no TOML has no statements; its refusal names the line itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""'
    r"|'''.*?'''"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}\n]",
    re.DOTALL,
)
"""What has to be told apart to see where a value ends: strings, comments, brackets, ends of lines (TOML 1.0)."""
FIELD = "field "
"""A place that is no key but a field's name, wherever it is first asked for."""


class Statement(NamedTuple):
    """A key with its value, or the head of a table (`key` blank): lines `first` to `last`, both included.

    `table` is named as refusals name it: blank above all tables, `condition`, `case 2`, `exculpating 1`.
    """

    table: str
    key: str
    first: int
    last: int


def statements(text: str) -> list[Statement]:
    """Every statement of a text that is TOML, in order."""
    lines = text.split("\n")
    counts: Counter[str] = Counter()
    found, table = [], ""
    for first, last in _whole(text):
        said = lines[first - 1].strip()
        if not said or said.startswith("#"):
            continue
        if said.startswith("["):
            name = said.split("]")[0].strip("[ ")
            counts[name] += said.startswith("[[")
            table = f"{name} {counts[name]}" if said.startswith("[[") else name
            found.append(Statement(table, "", first, last))
        else:
            found.append(Statement(table, said.split("=")[0].strip(" \"'"), first, last))
    return found


def _whole(text: str) -> Iterator[tuple[int, int]]:
    """First and last line of everything between two ends of lines that lie in no bracket and no string."""
    first = line = 1
    depth = 0
    for token in TOKEN.finditer(f"{text}\n"):
        said = token[0]
        if said == "\n" and not depth:
            yield first, line
            first = line + 1
        depth += (said in "[{") - (said in "]}")
        line += said.count("\n")


def line_of(text: str, position: str) -> int | None:
    """The line that a refusal's position means (`criterion, case 2, expect`; `line 7`; `field payment.kinds`).

    What is missing stands nowhere: then it is the line of the table that lacks it, or None at the top.
    """
    if number := re.fullmatch(r"line (\d+)", position):
        return int(number[1])
    if position.startswith(FIELD):
        return _first_with(text, f'"{position.removeprefix(FIELD)}"')
    known = statements(text)
    _, *parts = position.split(", ")
    table = parts.pop(0) if parts and any(one.table == parts[0] for one in known) else ""
    if parts:
        for one in known:
            if (one.table, one.key) == (table, parts[0].split(" ")[0]):
                return _within(text, one, parts)
    return next((one.first for one in known if table and one.table == table), None)


def _first_with(text: str, quoted: str) -> int | None:
    return next((number for number, line in enumerate(text.split("\n"), 1) if quoted in line), None)


def _within(text: str, statement: Statement, parts: list[str]) -> int:
    """The line of the item that `all 2` names in a list of tables; else the statement's own first line."""
    _, _, number = next((part for part in parts if " " in part), "").partition(" ")
    if not number.isdigit():
        return statement.first
    lines = text.split("\n")[statement.first - 1 : statement.last]
    opened = [line for line, depth in _tables_opened("\n".join(lines)) if depth == 1]
    return statement.first + opened[int(number) - 1] if len(opened) >= int(number) else statement.first


def _tables_opened(text: str) -> Iterator[tuple[int, int]]:
    """Of every `{` the line below the first and how deep in brackets it stands."""
    depth = line = 0
    for token in TOKEN.finditer(text):
        said = token[0]
        if said == "{":
            yield line, depth
        depth += (said in "[{") - (said in "]}")
        line += said.count("\n")
