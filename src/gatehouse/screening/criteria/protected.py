"""Protected attributes: what no criterion may ask about, what only the law can permit, and under which provision.

`protected.csv` names the attributes; `protected_values` the codes that reveal one although their field is open.
Attributes that no law can permit have no field; their rows are here so that a refusal can say why, and so that they are
found in prose. Provisions marked [K] are to be checked against the text before they are quoted in public.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from gatehouse.screening.criteria.condition import Condition, Every, Opposite, Test, shown
from gatehouse.screening.criteria.operators import STATED
from gatehouse.screening.criteria.protected_values import protected_values
from gatehouse.terms.saying import Saying

ATTRIBUTES_FILE = Path(__file__).with_name("protected.csv")
_WORD = re.compile(r"[a-z]+")
_JOINED = re.compile(r"[a-z_]+")


class Attribute(NamedTuple):
    """One protected attribute, the words that name it, and the provision.

    `by_law`: a law profile may permit it; `in_prose`: its words are looked for in what authors write.
    """

    name: str
    by_law: bool
    in_prose: bool
    words: frozenset[str]
    provision: str


@dataclass(frozen=True, slots=True)
class Permitted:
    """What the law profile permits: for each attribute the provision that says so, `None` where there is none.

    There is no place for another attribute, whatever a profile says.
    """

    nationality: str | None = None
    sex: str | None = None
    age: str | None = None

    def provision(self, attribute: str) -> str | None:
        """The provision that permits the attribute, if any; a blank one permits nothing."""
        known = {"nationality": self.nationality, "sex": self.sex, "age": self.age}
        return (known.get(attribute) or "").strip() or None


class Refusal(NamedTuple):
    """A test that is refused: which attribute it touches and under which provision."""

    test: Test
    attribute: Attribute

    @property
    def says(self) -> Saying:
        """Which test, which attribute, and under which provision."""
        name, provision = Saying(self.attribute.name), Saying(self.attribute.provision)
        return Saying("`%(test)s` uses %(name)s: %(provision)s", test=self.test, name=name, provision=provision)

    def __str__(self) -> str:
        return str(self.says)


@lru_cache(maxsize=1)
def attributes() -> dict[str, Attribute]:
    """Every protected attribute by its name."""
    with ATTRIBUTES_FILE.open(encoding="utf-8", newline="") as rows:
        return {
            row["attribute"]: Attribute(
                row["attribute"],
                row["permitted_by_law"] == "profile",
                row["in_prose"] == "yes",
                frozenset(row["words"].split()),
                row["provision"],
            )
            for row in csv.DictReader(rows)
        }


def named_in(name: str) -> Attribute | None:
    """The first protected attribute that a field's name speaks of, `None` when none."""
    return next((one for one in attributes().values() if one.words & _words(name)), None)


def spoken_of_in(prose: str) -> list[Attribute]:
    """The attributes that no law can permit of which a sentence speaks."""
    return [one for one in attributes().values() if one.in_prose and one.words & _words(prose)]


def _words(text: str) -> set[str]:
    """Words of a text, and those joined by underscores as one."""
    folded = text.casefold()
    return {*_WORD.findall(folded), *_JOINED.findall(folded)}


def protected_by(test: Test) -> Attribute | None:
    """The attribute that a test touches, by its field or by a value it asks for."""
    name = test.field.protected or _of_value(test)
    return attributes()[name] if name else None


def _of_value(test: Test) -> str | None:
    known = protected_values(test.field.name)
    asked = test.value if isinstance(test.value, frozenset) else {shown(test.value)}
    return next((known[value] for value in sorted(asked) if value in known), None)


def refusals(tests: Iterable[Test], permitted: Permitted) -> list[Refusal]:
    """The tests that touch an attribute which no law can permit, or which this profile does not.

    A value that reveals an attribute is refused even where the attribute is permitted: its own field says it openly.
    """
    found = []
    for test in tests:
        attribute = protected_by(test)
        is_open = test.field.protected and not _of_value(test)
        if attribute and not (is_open and attribute.by_law and permitted.provision(attribute.name)):
            found.append(Refusal(test, attribute))
    return found


def rests_on_protected_alone(condition: Condition) -> bool:
    """Whether the condition can be met by protected attributes alone, be they permitted or not.

    That something is `stated` counts for nothing here: nearly everything is.
    """
    return _alone(condition, negated=False)


def _alone(condition: Condition, *, negated: bool) -> bool:
    if isinstance(condition, Test):
        return condition.operator.name == STATED or protected_by(condition) is not None
    if isinstance(condition, Opposite):
        return _alone(condition.part, negated=not negated)
    parts = [_alone(part, negated=negated) for part in condition.parts]
    # Not all is some not, and not some is all not (De Morgan).
    return all(parts) if isinstance(condition, Every) != negated else any(parts)
