"""Conditions from a criterion file: tests and their all, any and not, each checked against the closed lists."""

from __future__ import annotations

from gatehouse.screening.criteria.condition import Condition, Every, Opposite, Some, Test, Wanted
from gatehouse.screening.criteria.fields import Field, Type, fields
from gatehouse.screening.criteria.operators import Operator, operators
from gatehouse.screening.criteria.protected import named_in
from gatehouse.screening.criteria.readings import word
from gatehouse.screening.criteria.tables import Table
from gatehouse.terms.saying import Saying

DEPTH_MAX = 5
"""Levels of all, any and not within each other: deeper ones nobody reviews rightly."""
TESTS_MAX = 40
"""Tests of one condition."""
VALUES_MAX = 200
"""Values of one test."""
WORD_MAX = 40
"""Characters of one value."""

TYPES = {
    Type.WORD: Saying("a word"),
    Type.WORDS: Saying("a set of words"),
    Type.NUMBER: Saying("a number"),
    Type.FLAG: Saying("a yes or no"),
}
"""What a field's value is, in words."""


def condition(table: Table) -> Condition:
    """The condition of a table: a test, or `all`, `any` (lists of conditions) or `not` (one).

    Refuses what the closed lists do not have, values of another type, and conditions too deep or too long to review.
    """
    return _Reader().read(table, 1)


class _Reader:
    """Counts the tests of one condition while it is read."""

    def __init__(self) -> None:
        self._tests = 0

    def read(self, table: Table, depth: int) -> Condition:
        if depth > DEPTH_MAX:
            raise table.refused(
                "",
                Saying("is nested deeper than %(most)s levels", most=DEPTH_MAX),
                Saying("write it flatter, or as two criteria"),
            )
        joins = [key for key in ("all", "any", "not") if table.has(key)]
        if not joins:
            return self._test(table)
        join = joins[0]
        table.only(join)
        if join == "not":
            return Opposite(self.read(table.table("not"), depth + 1))
        parts = tuple(self.read(part, depth + 1) for part in table.tables(join))
        if not parts:
            raise table.refused(join, Saying("is empty"), Saying("write at least one condition in it"))
        return Every(parts) if join == "all" else Some(parts)

    def _test(self, table: Table) -> Test:
        self._tests += 1
        if self._tests > TESTS_MAX:
            raise table.refused(
                "", Saying("is one of more than %(most)s tests", most=TESTS_MAX), Saying("write it as several criteria")
            )
        table.only("field", "operator", "value")
        field = _field(table)
        operator = operators().get(table.text("operator"))
        if not operator:
            raise table.refused(
                "operator",
                Saying("is not in the closed list"),
                Saying("known are %(names)s", names=", ".join(operators())),
            )
        if field.type not in operator.types:
            fitting = ", ".join(one.name for one in operators().values() if field.type in one.types)
            raise table.refused(
                "operator",
                Saying("%(operator)s does not take %(type)s", operator=operator.name, type=TYPES[field.type]),
                Saying("take one of %(names)s", names=fitting),
            )
        return Test(field, operator, _wanted(table, field, operator))


def _field(table: Table) -> Field:
    name = table.text("field")
    if known := fields().get(name):
        return known
    if attribute := named_in(name):
        cause = Saying(
            "asks about %(attribute)s, which no criterion may: %(provision)s",
            attribute=Saying(attribute.name),
            provision=Saying(attribute.provision),
        )
        raise table.refused("field", cause, Saying("base the criterion on what people do, not on who they are"))
    raise table.refused("field", Saying("is not in the closed list"), Saying("`gatehouse criteria fields` lists them"))


def _wanted(table: Table, field: Field, operator: Operator) -> Wanted:
    if operator.value == "flag" or field.type is Type.FLAG:
        flag = table.maybe_flag("value")
        if flag is None:
            raise table.refused("value", Saying("is missing"), Saying("write true or false"))
        return flag
    if operator.value == "several":
        return frozenset(_words(table))
    if operator.value == "pair":
        return _pair(table)
    if field.type is Type.NUMBER:
        number = table.maybe_number("value")
        if number is None:
            raise table.refused("value", Saying("is missing"), Saying("write a number"))
        return number
    return _word(table, table.value("value"))


def _pair(table: Table) -> tuple[float, float]:
    pair = table.value("value")
    if not isinstance(pair, list) or len(pair) != 2:
        raise table.refused("value", Saying("is no pair of numbers"), Saying("write it as [1, 3]"))
    low, high = (Table({"value": end}, table.file, table.position).maybe_number("value") for end in pair)
    if low is None or high is None or low > high:
        raise table.refused("value", Saying("is no pair of rising numbers"), Saying("write it as [1, 3]"))
    return low, high


def _words(table: Table) -> list[str]:
    values = table.value("value")
    if not isinstance(values, list) or not 1 <= len(values) <= VALUES_MAX:
        raise table.refused(
            "value", Saying("is no list of 1 to %(most)s words", most=VALUES_MAX), Saying('write it as ["CA", "CC"]')
        )
    return [_word(table, value) for value in values]


def _word(table: Table, value: object) -> str:
    compared = word(value) if isinstance(value, str) and len(value) <= WORD_MAX else None
    if compared is None:
        raise table.refused(
            "value",
            Saying("is no word of 1 to %(most)s characters", most=WORD_MAX),
            Saying("write a code or a word, quoted"),
        )
    return compared
