"""Questions by the API: the border's, and the unit's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gatehouse.safeguards.vocabulary import Role

pytestmark = pytest.mark.usefixtures("stored_day")


def test_the_border_gets_one_answer_and_no_reason(caller: Callable[..., Any]) -> None:
    officer = caller(Role.BORDER_OFFICER)

    def asked(**said: str) -> Any:
        return officer("post", "/border-checks", data=said).json()

    assert asked(name="Wilhelmina Quillfeather", birth_date="1999-01-01")["answer"] == "nothing-known"
    waits = asked(name="Yousef al-Karim", birth_date="1976-05-17")
    assert waits["answer"] == "wait"
    assert waits["reference"].startswith("B-")
    assert "DEMO" not in str(waits)


@pytest.mark.parametrize(
    "said", [{}, {"zone": "P<UTO", "name": "A B"}, {"zone": "no zone"}, {"name": "A B", "birth_date": "soon"},
             {"name": "A\x00B"}]
)  # fmt: skip
def test_what_cannot_be_asked_is_told_without_repeating_it(caller: Callable[..., Any], said: dict[str, str]) -> None:
    answer = caller(Role.BORDER_OFFICER)("post", "/border-checks", data=said)
    assert answer.status_code == 422
    assert set(answer.json()) == {"code", "says", "where", "do"}


def test_travellers_are_looked_for_with_a_reference_only(caller: Callable[..., Any]) -> None:
    analyst = caller(Role.ANALYST)
    found = analyst("post", "/travellers/search", data={"name": "Youssef Karim"}).json()
    assert [one["name"] for one in found["travellers"]] == ["YUSUF KARIM"]
    assert found["travellers"][0]["explanation"]
    assert analyst("post", "/travellers/search", data={"name": "Karim"}, reference="").status_code == 403
    assert analyst("post", "/travellers/search", data={}).json()["code"] == "no-question"
