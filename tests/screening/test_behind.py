"""Who has still to be screened with the lists as they stand is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.screening.behind import Behind, behind, newest_state
from gatehouse.screening.intake.models import StoredMessage
from stored_day import store_day


@pytest.mark.usefixtures("database")
def test_messages_that_an_older_state_of_the_lists_screened_are_behind(tmp_path: Path) -> None:
    assert (behind(), newest_state()) == (Behind(0, 0), 0)
    store_day(tmp_path)
    assert behind() == Behind(0, 0)
    told = sum(StoredMessage.objects.values_list("travellers", flat=True))
    StoredMessage.objects.update(list_state=newest_state() - 1)
    assert behind() == Behind(StoredMessage.objects.count(), told)
    assert told > 0
