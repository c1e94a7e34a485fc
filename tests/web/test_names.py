"""Every role has a name."""

from __future__ import annotations

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.names import ROLE_NAMES, role_name


def test_every_role_has_a_name_of_its_own() -> None:
    assert set(ROLE_NAMES) == set(Role)
    assert len({str(role_name(role)) for role in Role}) == len(Role)
