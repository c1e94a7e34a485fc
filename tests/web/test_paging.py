"""Pages by keyset: all rows once, in order, whatever is added meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import SuspiciousOperation

from gatehouse.web.accounts.models import Account
from gatehouse.web.paging import sliced


def test_every_row_is_on_one_page_also_when_rows_come_in_between(account: Callable[..., Account]) -> None:
    for number in range(7):
        account(identifier=f"b-{number}", unit=f"U{number % 2}")
    seen, after, keys = [], "", ("-unit", "identifier")
    while True:
        page = sliced(Account.objects.all(), keys, after, size=3)
        seen += [row.identifier for row in page.rows]
        assert page.is_later == bool(after)
        if page.next is None:
            break
        after = page.next
        if len(seen) == 3:
            account(identifier="a-new", unit="U1")
    assert seen == ["b-1", "b-3", "b-5", "b-0", "b-2", "b-4", "b-6"]


@pytest.mark.parametrize("after", ["x", "['a']:1:2"])
def test_a_place_that_we_did_not_write_is_refused(after: str) -> None:
    with pytest.raises(SuspiciousOperation):
        sliced(Account.objects.all(), ("pk",), after)


def test_a_place_of_another_list_is_refused(account: Callable[..., Account]) -> None:
    account(), account()
    place = sliced(Account.objects.all(), ("pk",), size=1).next
    with pytest.raises(SuspiciousOperation, match="another list"):
        sliced(Account.objects.all(), ("unit", "pk"), place)
