"""Changes of a criterion file's text that leave every other line as its author wrote it, remarks included.

A form writes into the text by these, so that the text stays what counts. Each change is proved by reading the text
again: where the result does not say what was asked for, nothing is changed and `CriterionFileError` says why.
"""

from __future__ import annotations

import datetime as dt
import json
import tomllib

from gatehouse.screening.criteria.errors import CriterionFileError
from gatehouse.screening.criteria.file_lines import TOKEN, Statement, statements
from gatehouse.terms.saying import Saying

Value = str | int | float | bool | dt.date | tuple["Value", ...]
"""What a form can write: a text, a number, yes or no, a day, or several of these."""
LINE_CHARS_MAX = 100
"""A list is written on one line up to here."""
BY_HAND = Saying("write it into the text by hand")


def values_of(text: str) -> dict[str, object]:
    """What the text says, by key; empty when it is no TOML."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def literal(value: Value) -> str:
    """The value as TOML 1.0 writes it."""
    if isinstance(value, tuple):
        parts = [literal(one) for one in value]
        line = f"[{', '.join(parts)}]"
        return line if len(line) <= LINE_CHARS_MAX else "[\n" + "".join(f"  {part},\n" for part in parts) + "]"
    if isinstance(value, str):
        # JSON's escapes are TOML's, but for this one character, which JSON lets stand.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def written_test(field: str, operator: str, value: Value) -> str:
    """A test of a condition on one line."""
    return f"{{ field = {literal(field)}, operator = {literal(operator)}, value = {literal(value)} }}"


def with_value(text: str, key: str, value: Value) -> str:
    """The text with a value of the head in place of the one before, or below the last one of the head."""
    _check_readable(text)
    head = [one for one in statements(text) if not one.table]
    lines = text.split("\n")
    before = next((one for one in head if one.key == key), None)
    said = f"{key} = {literal(value)}".split("\n")
    if before:
        said[-1] += _remark(lines[before.last - 1])
        lines[before.first - 1 : before.last] = said
    else:
        after = head[-1].last if head else 0
        lines[after:after] = said
    return _proved("\n".join(lines), key, list(value) if isinstance(value, tuple) else value)


def _remark(line: str) -> str:
    """The remark at the end of a line, with what parts it from a value."""
    return next((f"  {token[0]}" for token in TOKEN.finditer(line) if token[0].startswith("#")), "")


def with_test(text: str, test: str) -> str:
    """The text with a test more in the condition's list: `all`, or `any` where that is what the condition begins with.

    A condition that is neither is changed by hand: to add to it would change what its author meant.
    """
    _check_readable(text)
    known = statements(text)
    if not any(one.table == "condition" for one in known) and "condition" not in values_of(text):
        return _proved(f"{text.rstrip()}\n\n[condition]\nall = [\n  {test},\n]\n".lstrip(), "condition")
    place = next((one for one in known if one.table == "condition" and one.key in ("all", "any")), None)
    if place is None:
        raise _refused("condition", Saying("has no list of tests in a table of its own"))
    before = _tests_of(text, place.key)
    changed = _with_item(text, place, test)
    if _tests_of(changed, place.key) != before + 1:
        raise _refused("condition", Saying("could not be changed"))
    return changed


def with_block(text: str, name: str, body: str) -> str:
    """The text with one more `[[name]]` table at its end."""
    _check_readable(text)
    return _proved(f"{text.rstrip()}\n\n[[{name}]]\n{body.rstrip()}\n".lstrip(), name)


def with_case_like(text: str, number: int, name: str, *, expected: bool) -> str:
    """The text with a test case more, which states what case `number` states, under its own name and expectation."""
    own = [one for one in statements(text) if one.table == f"case {number}" and one.key not in ("", "name", "expect")]
    lines = text.split("\n")
    rest = [line for one in own for line in lines[one.first - 1 : one.last]]
    return with_block(text, "case", "\n".join([f"name = {literal(name)}", f"expect = {literal(expected)}", *rest]))


def _with_item(text: str, place: Statement, item: str) -> str:
    """The text with an item more in the statement's list, and a comma before it where one is missing."""
    lines = text.split("\n")
    said = "\n".join(lines[place.first - 1 : place.last])
    bracket = max(token.start() for token in TOKEN.finditer(said) if token[0] == "]")
    without_remarks = TOKEN.sub(lambda token: " " * len(token[0]) if token[0][0] == "#" else token[0], said[:bracket])
    last = len(without_remarks.rstrip())
    comma = "" if said[last - 1] in ",[" else ","
    changed = f"{said[:last]}{comma}{said[last:bracket].rstrip()}\n  {item},\n{said[bracket:]}"
    return "\n".join([*lines[: place.first - 1], changed, *lines[place.last :]])


def _tests_of(text: str, key: str) -> int:
    condition = values_of(text).get("condition")
    tests = condition.get(key) if isinstance(condition, dict) else None
    return len(tests) if isinstance(tests, list) else 0


def _check_readable(text: str) -> None:
    if text.strip() and not values_of(text):
        raise _refused(
            "text",
            Saying("is no TOML, so that nothing can be written into it"),
            Saying("correct the line that is named"),
        )


def _proved(text: str, key: str, value: object = None) -> str:
    found = values_of(text)
    if key not in found or (value is not None and found[key] != value):
        raise _refused(key, Saying("could not be written into the text"))
    return text


def _refused(key: str, cause: Saying, remedy: Saying = BY_HAND) -> CriterionFileError:
    return CriterionFileError("criterion", f"criterion, {key}", cause, remedy)
