"""A traveller's names, and that the value cannot be changed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from gatehouse.terms.traveller import Role, Traveller


@pytest.mark.parametrize(
    ("surname", "given", "full"),
    [("Doe", "Jane", "Jane Doe"), ("Doe", None, "Doe"), (None, "Jane", "Jane"), (None, None, ""), ("", "", "")],
)
def test_the_full_name_is_whatever_is_known(surname: str | None, given: str | None, full: str) -> None:
    traveller = Traveller(Role.PASSENGER, surname, given)
    assert traveller.full_name == full
    assert traveller.is_named is bool(full)


def test_a_traveller_cannot_be_changed_and_can_be_a_key() -> None:
    traveller = Traveller(Role.CREW, "Doe", sources={"surname": 4})
    with pytest.raises(FrozenInstanceError):
        traveller.surname = "Roe"  # type: ignore[misc]
    assert traveller in {traveller: 1}


def test_nothing_stated_is_nothing_held() -> None:
    traveller = Traveller(Role.OTHER)
    assert traveller.nationalities == ()
    assert traveller.birth_date is None
    assert dict(traveller.sources) == {}
