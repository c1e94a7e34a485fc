"""The tables of acts and roles say all of the closed lists, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gatehouse.safeguards import acts as room
from gatehouse.safeguards.errors import PolicyError
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    yield
    room.acts.cache_clear()
    room.roles.cache_clear()


def test_every_act_and_role_is_said_in_words() -> None:
    assert set(room.acts()) == set(Act)
    assert all(row.says and row.subjects for row in room.acts().values())
    assert set(room.roles()) == set(Role)
    assert all(room.roles().values())


def test_every_class_of_subject_has_an_act() -> None:
    assert {kind for row in room.acts().values() for kind in row.subjects} == set(SubjectClass)


@pytest.mark.parametrize("change", ["unknown-act", "unknown-subject", "unknown-kind", "one-left-out"])
def test_a_table_that_says_something_else_is_refused(change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = room.rows_of("acts.csv")
    match change:
        case "unknown-act":
            rows[0]["act"] = "glance"
        case "unknown-subject":
            rows[0]["subjects"] = "everybody"
        case "unknown-kind":
            rows[0]["kind"] = "harmless"
        case _:
            rows.pop()
    monkeypatch.setattr(room, "rows_of", lambda _: rows)
    room.acts.cache_clear()
    with pytest.raises(PolicyError, match=r"acts\.csv"):
        room.acts()


@pytest.mark.parametrize("rows", [[], [{"role": "king", "says": "rules"}]], ids=["empty", "unknown"])
def test_a_table_of_roles_that_is_not_of_one_mind_is_refused(
    rows: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "rows_of", lambda _: rows)
    room.roles.cache_clear()
    with pytest.raises(PolicyError, match=r"roles\.csv"):
        room.roles()
