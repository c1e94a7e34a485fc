"""`gatehouse retention unmask`: asked, approved, shown, and told to the officer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gatehouse.retention.running import run as run_clocks
from gatehouse.safeguards.vocabulary import Role
from kept_people import AS_OF, IDENTITY, flight, law_of, person

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def _two(somebody: Callable) -> None:
    somebody(4, Role.ANALYST)
    somebody(9, Role.APPROVING_AUTHORITY)


def test_from_asking_to_the_notice(run: Callable) -> None:
    law_of()
    who = person(flight("2026-05-01"), "ROE")
    run_clocks(AS_OF, IDENTITY, lambda: None, lambda _: None)
    asked = ("unmask", "request", "--traveller", str(who.id), "--by", "4:analyst", "--for", "reasoned-request/R-9")
    assert run("retention", *asked).status == 0
    refused = run("retention", "unmask", "show", "1", "--by", "4:analyst")
    assert (refused.status, "not allowed" in refused.err) == (2, True)
    assert run("retention", "unmask", "approve", "1", "--by", "9:approving-authority").status == 0
    shown = run("retention", "unmask", "show", "1", "--by", "4:analyst")
    assert "ROE" in {line["values"].get("surname") for line in shown.json()}
    assert "account:4" in run("retention", "unmask", "list").out
    told = run("retention", "unmask", "notices", "--unseen", "--mark-seen").out
    assert all(word in told for word in ("asked", "approved", "seen"))
    assert "asked" not in run("retention", "unmask", "notices", "--unseen").out.replace("asked by", "")


def test_a_request_names_one_thing_and_can_be_refused(run: Callable) -> None:
    by = ("--by", "4:analyst", "--for", "reasoned-request/R-9")
    assert run("retention", "unmask", "request", *by).status == 2
    assert run("retention", "unmask", "request", "--traveller", "1", "--booking", "1", *by).status == 2
    nothing = run("retention", "unmask", "request", "--traveller", "1", *by)
    assert (nothing.status, "nothing masked" in nothing.err) == (2, True)
    assert run("retention", "unmask", "refuse", "1", "--by", "9:approving-authority").status == 2
