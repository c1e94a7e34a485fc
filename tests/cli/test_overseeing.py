"""Those who supervise ask in one of their two roles, for oversight."""

from __future__ import annotations

import pytest

from gatehouse.cli.console import Refused
from gatehouse.cli.overseeing import OFFICER, READER, asking
from gatehouse.oversight.errors import OversightError

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize("role", [READER, OFFICER])
def test_a_visit_is_for_oversight(role: str) -> None:
    with asking(role) as visit:
        assert (visit.actor.role, visit.purpose) == (role, "oversight")


def test_another_role_and_what_cannot_be_shown_are_refused() -> None:
    with pytest.raises(Refused), asking("analyst"):
        pass
    with pytest.raises(Refused, match="there is none; look elsewhere"), asking(READER):
        raise OversightError("there is none", "look elsewhere")
