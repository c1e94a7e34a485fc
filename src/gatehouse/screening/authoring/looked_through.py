"""A criterion's text looked through: what it is, everything that speaks against it, and at which lines."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from gatehouse.screening.criteria.checking import Fault, Weight, check, is_refused, same_person
from gatehouse.screening.criteria.criterion import Criterion
from gatehouse.screening.criteria.criterion_file import parse_criterion
from gatehouse.screening.criteria.errors import CriterionError, CriterionFileError, RegisterError
from gatehouse.screening.criteria.file_lines import line_of
from gatehouse.screening.criteria.protected import Permitted
from gatehouse.screening.criteria.register import Register
from gatehouse.terms.saying import Saying, placed, together

FILE = "criterion"
"""What stands for a file's name in refusals."""


class Bench(NamedTuple):
    """What a text is looked through with: the register, what the law permits, the day, and who writes and approves.

    `author` is the identifier of the account that writes, `approvers` those of the accounts that may approve.
    """

    register: Register
    permitted: Permitted
    today: dt.date
    author: str
    approvers: frozenset[str]


class Told(NamedTuple):
    """A fault with the line at which it stands; None where what is missing stands nowhere."""

    line: int | None
    fault: Fault


class LookedThrough(NamedTuple):
    """The criterion, where the text is one, and what speaks against it, refusals first."""

    criterion: Criterion | None
    faults: tuple[Told, ...]

    @property
    def may_be_tried(self) -> bool:
        """Whether nothing forbids its use."""
        return self.criterion is not None and not is_refused(tuple(one.fault for one in self.faults))


def looked_through(text: str, bench: Bench) -> LookedThrough:
    """What `gatehouse criteria check` says of the text, and whether its persons are accounts that may do their part."""
    try:
        criterion = parse_criterion(text.encode(), FILE)
    except CriterionFileError as fault:
        says = placed(fault.position, together(fault.cause, fault.remedy))
        said = Fault(Weight.REFUSED, "no-criterion", says, fault.position)
        return LookedThrough(None, (_told(text, said),))
    faults = [*_lock(criterion, bench.register), *_accounts(criterion, bench)]
    faults += check(criterion, bench.permitted, bench.today)
    ordered = sorted(faults, key=lambda fault: fault.weight is Weight.WARNING)
    return LookedThrough(criterion, tuple(_told(text, one) for one in ordered))


def _lock(criterion: Criterion, register: Register) -> list[Fault]:
    try:
        register.locked(criterion)
    except RegisterError as fault:
        said = together(fault.cause, fault.remedy)
        return [Fault(Weight.REFUSED, "locked", said, "criterion, version")]
    except CriterionError as fault:
        return [Fault(Weight.REFUSED, "locked", together(str(fault)), "criterion, version")]
    return []


def _accounts(criterion: Criterion, bench: Bench) -> list[Fault]:
    found = []
    if not same_person(criterion.author, bench.author):
        text = Saying("the author here is %(author)s, who signed in; write that", author=bench.author)
        found.append(Fault(Weight.REFUSED, "another-author", text, "criterion, author"))
    if not any(same_person(criterion.approver, one) for one in bench.approvers - {bench.author}):
        known = ", ".join(sorted(bench.approvers - {bench.author})) or Saying("nobody yet")
        text = Saying("the approver is another account that may approve criteria: %(known)s", known=known)
        found.append(Fault(Weight.REFUSED, "no-approver", text, "criterion, approver"))
    return found


def _told(text: str, fault: Fault) -> Told:
    return Told(line_of(text, fault.at), fault)
