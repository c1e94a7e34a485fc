"""The machine's step in redress is an entry."""

from __future__ import annotations

import pytest
from django.db import transaction

from gatehouse.screening.redress.events import vault_searched
from signed_in import entries


@pytest.mark.usefixtures("database")
def test_going_through_the_vault_is_an_entry_of_the_request() -> None:
    with transaction.atomic():
        vault_searched("request:7", "give-access")
    [told] = entries("vault.searched")
    assert (told.actor, told.role, told.subject, told.decision) == ("machine:redress", "machine", "request:7", "due")
