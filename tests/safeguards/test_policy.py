"""The table of rules is read strictly: a word that nobody understands stops the whole."""

from __future__ import annotations

import pytest

from gatehouse.safeguards.acts import rows_of
from gatehouse.safeguards.conditions import CONDITIONS
from gatehouse.safeguards.errors import PolicyError
from gatehouse.safeguards.policy import Effect, policy, rules_from
from gatehouse.safeguards.vocabulary import PERSONAL, Act, Role, SubjectClass

ROW = {
    "rule": "look",
    "effect": "permit",
    "roles": "analyst",
    "acts": "view",
    "subjects": "hit case",
    "purposes": "screening",
    "conditions": "same-unit",
    "second": "",
    "topic": "access",
    "reason": "because",
}


def test_a_row_becomes_a_rule() -> None:
    (rule,) = rules_from([ROW])
    assert (rule.roles, rule.acts, rule.subjects) == ({Role.ANALYST}, {Act.VIEW}, {SubjectClass.HIT, SubjectClass.CASE})
    assert (rule.conditions, rule.second, rule.rank) == (("same-unit",), frozenset(), 1)


def test_groups_and_everything() -> None:
    (rule,) = rules_from([{**ROW, "roles": "@people", "acts": "@decides", "subjects": "@personal", "purposes": "*"}])
    assert rule.roles == set(Role) - {Role.MACHINE}
    assert rule.subjects == PERSONAL
    assert Act.DECIDE in rule.acts
    assert Act.VIEW not in rule.acts
    assert rule.any_purpose


@pytest.mark.parametrize(
    "wrong",
    [
        {"roles": "analist"},
        {"roles": ""},
        {"roles": "@everybody"},
        {"acts": "look"},
        {"subjects": "hits"},
        {"purposes": "marketing"},
        {"conditions": "nice-weather"},
        {"effect": "allow"},
        {"topic": "law"},
        {"reason": ""},
        {"rule": ""},
        {"second": "machine"},
        {"second": "somebody"},
        {"effect": "forbid", "second": "analyst"},
        {"effect": "deny"},
        {"reason": None},
        {"conditions": None},
    ],
    ids=str,
)
def test_a_row_that_is_not_understood_stops_the_whole(wrong: dict[str, str]) -> None:
    with pytest.raises(PolicyError, match="row 2"):
        rules_from([{**ROW, "rule": "first"}, {**ROW, **wrong}])


def test_a_name_stands_once() -> None:
    with pytest.raises(PolicyError, match="twice"):
        rules_from([ROW, ROW])


def test_every_role_has_its_own_default_and_every_condition_a_use() -> None:
    defaults = [rule for rule in policy() if rule.effect is Effect.DENY]
    assert sorted(role for rule in defaults for role in rule.roles) == sorted(Role)
    assert {name for rule in policy() for name in rule.conditions} == set(CONDITIONS)
    assert len(rows_of("policy.csv")) == len(policy())
