"""One shape of error, whatever went wrong, and nothing of what was sent in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gatehouse.safeguards.vocabulary import Role


@pytest.mark.parametrize(
    ("method", "path", "sent"),
    [
        ("get", "/hits?limit=KARIM", {}),
        ("get", "/hits?after=-1", {}),
        ("post", "/travellers/search", {"data": "{KARIM"}),
        ("post", "/travellers/search", {"data": {"name": "KARIM" * 100}}),
        ("post", "/travellers/search", {"data": {"document": ["KARIM"]}}),
    ],
)
def test_it_says_where_and_what_to_do_and_repeats_nothing(
    caller: Callable[..., Any], method: str, path: str, sent: dict[str, Any]
) -> None:
    answer = caller(Role.ANALYST)(method, path, **sent)
    assert answer.status_code in (400, 422)
    assert set(answer.json()) == {"code", "says", "where", "do"}
    assert "KARIM" not in answer.content.decode()
