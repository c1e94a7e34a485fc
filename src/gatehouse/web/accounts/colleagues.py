"""Colleagues as pages name them: by what they chose to be read as, never by a real name."""

from __future__ import annotations

from collections.abc import Iterable

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account

PREFIX = "account:"
SHOWN_MAX = 500


def names_of(references: Iterable[str | None]) -> dict[str, str]:
    """What colleagues read, for each reference of an account (`account:12`); of others the reference itself."""
    wanted = {one for one in references if one}
    numbers = [int(one.removeprefix(PREFIX)) for one in wanted if one.removeprefix(PREFIX).isdecimal()]
    known = dict(Account.objects.filter(pk__in=numbers).values_list("pk", "display_name")) if numbers else {}
    return {
        one: known.get(int(tail)) or one if (tail := one.removeprefix(PREFIX)).isdecimal() else one for one in wanted
    }


def holders(*roles: Role) -> list[tuple[int, str]]:
    """Active accounts that hold one of the roles now: number and name, in the order of names."""
    held = Account.objects.filter(is_active=True, rolesheld__until__isnull=True, rolesheld__role__in=roles)
    return list(held.distinct().order_by("display_name", "pk").values_list("pk", "display_name")[:SHOWN_MAX])
