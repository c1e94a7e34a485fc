"""Who may do what, as a text that a lawyer can read; and a second one of what no rule speaks of, which is empty.

After a change of `policy.csv`, `acts.csv` or `roles.csv`: `GATEHOUSE_GOLDEN=write pytest tests/safeguards`, then read
the difference as a lawyer would.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from gatehouse.safeguards.acts import acts, roles
from gatehouse.safeguards.decision import Allow, Decision, NeedsSecondPerson
from gatehouse.safeguards.kernel import NOT_COVERED, decide
from gatehouse.safeguards.policy import Effect, Rule, policy
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from law_questions import BREAKS, favourable, is_act_on

GOLDEN = Path(__file__).parents[1] / "golden"
WHO, UNCOVERED = GOLDEN / "who-may-do-what.txt", GOLDEN / "not-covered.txt"
NOBODY = [
    "disclose list-entry",
    "export list-entry",
    "export sensitive-data",
    "search sensitive-data",
    "view sensitive-data",
]
"""Acts that have a name so that they can be forbidden, and that nobody may do."""
HEAD = """WHO MAY DO WHAT

Drawn from the policy by a test, with the kernel's own answers. Part 1 says what is forbidden to everybody it names,
whatever else permits it. Part 2 says what each role may do, under which conditions, and with whom. Part 3 has every
answer there is, for every role, act, thing and class of purpose, where every recorded fact speaks for the one who asks:
reference stated, unit the same, match confirmed by a person, approval of another person, clocks run out, the profile of
demonstrations in force (which lets the approving authority, and nobody else, approve unmasking); on the assessment
side: the State the same, on the team, put before the State, adopted, shared, published, nothing kept confidential. An
act that is no act on a thing (to screen the log) is refused to everybody and left out. What no rule permits is refused.
"""


def _words(words: frozenset[str], closed: type) -> str:
    return "everything" if len(words) == len(list(closed)) else ", ".join(sorted(words))


def _forbidden(rules: tuple[Rule, ...]) -> Iterator[str]:
    yield "PART 1. FORBIDDEN, WHATEVER ELSE PERMITS IT\n"
    for rule in (rule for rule in rules if rule.effect is Effect.FORBID):
        yield f"{rule.name}: {rule.reason}"
        yield f"    to: {'everybody' if len(rule.roles) == len(Role) else ', '.join(sorted(rule.roles))}"
        yield f"    acts: {_words(rule.acts, Act)}"
        yield f"    on: {_words(rule.subjects, SubjectClass)}"
        yield f"    when: {', '.join(rule.conditions) or 'always'}\n"


def _permitted(rules: tuple[Rule, ...]) -> Iterator[str]:
    yield "PART 2. WHAT EACH ROLE MAY DO\n"
    for role in Role:
        yield f"{role}: {roles()[role]}"
        for rule in rules:
            if rule.effect is not Effect.PERMIT or role not in rule.roles:
                continue
            yield f"  {rule.name}: {rule.reason}"
            yield f"    {', '.join(sorted(rule.acts))} on {', '.join(sorted(rule.subjects))}"
            yield f"    for: {_words(rule.purposes, PurposeClass)}"
            if rule.conditions:
                yield f"    if: {', '.join(rule.conditions)}"
            if rule.second:
                yield f"    together with another person, who is: {', '.join(sorted(rule.second))}"
        (default,) = [rule for rule in rules if rule.effect is Effect.DENY and role in rule.roles]
        yield f"  and nothing else: {default.reason}\n"


def _in_words(answer: Decision) -> str:
    if isinstance(answer, NeedsSecondPerson):
        return f"with a second person [{answer.rule}]"
    return f"{'yes' if isinstance(answer, Allow) else 'no'} [{answer.rule}]"


def _answers(rules: tuple[Rule, ...]) -> Iterator[str]:
    yield "PART 3. EVERY ANSWER"
    for role in Role:
        yield f"\n{role}"
        for act, kind in itertools.product(Act, SubjectClass):
            if not is_act_on(act, kind):
                continue
            said: dict[str, list[str]] = {}
            spoken = _speaking(rules, role, act, kind)
            for purpose in PurposeClass:
                said.setdefault(_in_words(decide(spoken, *favourable(role, act, kind, purpose))), []).append(purpose)
            told = "; ".join(
                f"{'any purpose' if len(purposes) == len(PurposeClass) else ' '.join(purposes)}: {words}"
                for words, purposes in said.items()
            )
            yield f"  {act:18}{kind:18}{told}"


def _speaking(rules: tuple[Rule, ...], role: Role, act: Act, kind: SubjectClass) -> tuple[Rule, ...]:
    """The rules that speak of these at all: the answers are the same ones, and sooner there."""
    return tuple(rule for rule in rules if role in rule.roles and act in rule.acts and kind in rule.subjects)


def _uncovered(rules: tuple[Rule, ...]) -> Iterator[str]:
    """The combinations that no rule speaks of, with all facts favourable and with each of them gone."""
    for role, act, kind, purpose in itertools.product(Role, Act, SubjectClass, PurposeClass):
        if not is_act_on(act, kind):
            continue
        whole = favourable(role, act, kind, purpose)
        spoilt = [change(whole) for name, change in BREAKS.items() if name != "approver-in-profile"]
        spoken = _speaking(rules, role, act, kind)
        if any(decide(spoken, *question).rule == NOT_COVERED for question in [whole, *spoilt]):
            yield f"{role} {act} {kind} {purpose}"


def _kept(path: Path, drawn: str) -> bool:
    if os.environ.get("GATEHOUSE_GOLDEN") == "write":
        path.write_text(drawn, encoding="utf-8")
    return path.read_text(encoding="utf-8") == drawn


def test_who_may_do_what_is_what_was_read_and_approved() -> None:
    rules = policy()
    lines = itertools.chain(_forbidden(rules), _permitted(rules), _answers(rules))
    assert _kept(WHO, HEAD + "\n" + "\n".join(lines) + "\n"), (
        "read the difference: GATEHOUSE_GOLDEN=write, then git diff"
    )


def test_every_combination_is_permitted_forbidden_or_denied_by_a_named_row() -> None:
    assert _kept(UNCOVERED, "".join(f"{line}\n" for line in _uncovered(policy())))
    assert UNCOVERED.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.ANALYST])
def test_a_role_without_a_default_would_be_found(role: Role) -> None:
    without = tuple(rule for rule in policy() if rule.name != f"else-{role}")
    found = list(_uncovered(without))
    assert found
    assert all(line.startswith(role) for line in found)


def test_every_act_can_be_done_by_somebody_except_what_touches_sensitive_data() -> None:
    done = {
        (act, kind)
        for role, act, kind, purpose in itertools.product(Role, Act, SubjectClass, PurposeClass)
        if is_act_on(act, kind)
        and isinstance(decide(policy(), *favourable(role, act, kind, purpose)), Allow | NeedsSecondPerson)
    }
    wanted = {(act, kind) for act, row in acts().items() for kind in row.subjects}
    assert sorted(f"{act} {kind}" for act, kind in wanted - done) == NOBODY
