"""Who acts on the shell, and who stands beside them."""

from __future__ import annotations

import pytest

from gatehouse.cli.console import Refused
from gatehouse.cli.officer import visit
from gatehouse.safeguards.vocabulary import PurposeClass, Role


def test_the_host_user_and_the_second_person(somebody) -> None:
    somebody(12, Role.DATA_PROTECTION_OFFICER)
    made = visit(Role.REDRESS_OFFICER, PurposeClass.RIGHTS, "RR-1", "12/data-protection-officer")
    assert made.actor.id.startswith("operator:")
    assert (made.purpose, made.reference) == ("rights", "RR-1")
    assert made.second is not None
    assert (made.second.id, made.second.role) == ("account:12", Role.DATA_PROTECTION_OFFICER)


@pytest.mark.parametrize("text", ["", "12", "12/nobody", "x/analyst", "12/analyst;"])
def test_a_second_person_is_an_account_and_a_role(text: str) -> None:
    with pytest.raises(Refused):
        visit(Role.REDRESS_OFFICER, PurposeClass.RIGHTS, "RR-1", text)
