"""The register says whom data of a traveller was given to, names nobody, and goes as the log does."""

from __future__ import annotations

import datetime as dt

from gatehouse.cooperation.disclosures import keeps
from gatehouse.cooperation.disclosures.disclosing import record
from gatehouse.cooperation.disclosures.disclosure import Part, Wanted
from gatehouse.cooperation.disclosures.models import Disclosure
from gatehouse.cooperation.disclosures.register import Register
from gatehouse.records import Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role, SubjectClass
from gatehouse.screening.hits.models import Hit

BOTH = Visit(
    Actor("account:4", Role.SENIOR_ANALYST), "reasoned-request", "R-9", second=Actor("account:5", Role.SENIOR_ANALYST)
)


def test_what_was_given_of_a_traveller_is_known_until_the_log_is_forgotten(hit: int) -> None:
    traveller = Hit.objects.get(id=hit).traveller_id
    number = record(BOTH, Wanted(SubjectClass.TRAVELLER, traveller, "neighbour", (Part.IDENTITY, Part.JOURNEY)))
    [given] = Register().about([traveller, 4711])
    assert (given.reference, given.recipient, given.under) == (f"disclosure:{number}", "neighbour", "R-9")
    assert given.parts == ("identity", "journey")
    assert Register().about([4711]) == []
    today = dt.datetime.now(dt.UTC).date()
    assert keeps.erase_logged(today - dt.timedelta(days=1)) == {}
    assert keeps.erase_logged(today) == {"disclosures.Disclosure": 1}
    assert not Disclosure.objects.exists()
