"""The kinds of work: each has who does it, and waits that grow and end."""

from __future__ import annotations

import croniter
import pytest

from gatehouse.app.tasks import ACTS, upkeep
from gatehouse.screening.intake.receiving import READ
from gatehouse.screening.watchlists.store import RESCREEN
from gatehouse.work.kinds import WAIT_SECONDS_MAX, Kind, Queue, kinds


def test_each_kind_has_who_does_it() -> None:
    of_upkeep = {name for name, kind in kinds().items() if kind.queue is not Queue.MESSAGES}
    assert set(ACTS) == set(upkeep()) == of_upkeep
    assert set(kinds()) - of_upkeep == {READ}
    assert RESCREEN in of_upkeep


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)
def test_waits_grow_and_end(kind: Kind) -> None:
    waits = [kind.wait_seconds(tries) for tries in range(1, kind.tries_max)]
    assert waits == sorted(waits)
    assert waits[0] == kind.first_wait_seconds
    assert max(waits) <= WAIT_SECONDS_MAX
    assert kind.wait_seconds(kind.tries_max) is None
    assert (kind.lock is None) is (kind.queue is Queue.MESSAGES)
    assert kind.cron is None or croniter.croniter.is_valid(kind.cron)
