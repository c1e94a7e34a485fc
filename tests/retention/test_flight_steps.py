"""Killed at any line, a run leaves each person whole or done, their vault beside them, and a true log."""

from __future__ import annotations

from pathlib import Path

import pytest

from killing import printed

PROGRAM = """
import os, sys
from gatehouse.app.settings import setup
setup()
from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.retention import flight_steps, vault
from gatehouse.retention.running import run
from gatehouse.screening.travellers.models import Traveller
from kept_people import AS_OF, IDENTITY, flight, law_of, person
from killing import killed
from stored_log import codes, report

flight_steps.OWNERS_AT_ONCE = 2
law_of()
WATCHED = ("retention/running.py", "retention/flight_steps.py", "retention/day_steps.py", "retention/owned_rows.py",
           "retention/vault.py", "retention/steps.py", "intake/forgetting.py", "db/transaction.py")

def three_people(line):
    for turn in range(3 - Traveller.objects.filter(masked_at=None).count()):
        person(leg, f"ROE{line}x{turn}")

def mask(line):
    run(AS_OF, IDENTITY, lambda: None, lambda _: None)

def masked_in_log():
    told = [decoded(leaf) for _, leaf in log.leaves(0, log.size())]
    return sum(dict(entry.details).get("travellers", 0) for entry in told if entry.act == "retention.masked")

def wrong_now():
    for who in Traveller.objects.all():
        in_vault = bool(vault.values("traveller", who.id))
        if (who.masked_at is None) != (who.surname is not None) or in_vault != (who.masked_at is not None):
            return "half masked"
    if Traveller.objects.exclude(masked_at=None).count() != masked_in_log():
        return "the log says other than the tables"
    return codes(report()) not in ([], ["never-signed"]) and "the log is not true"

leg = flight("2026-05-01")
ended = [(line, status, wrong_now()) for line, status in killed(mask, WATCHED, int(sys.argv[1]), three_people)]
wrong = [(line, fault) for line, _, fault in ended if fault]
print(len(ended) - 1, ended[-1][1], Traveller.objects.filter(masked_at=None).count(), wrong)
"""


@pytest.mark.parametrize("stride", ["89"])
def test_killed_at_many_lines_nobody_is_half_masked_and_the_log_is_true(database: Path, stride: str) -> None:
    died, status, left, wrong = printed(PROGRAM, database, stride).split(maxsplit=3)
    assert (status, left, wrong.strip()) == ("0", "0", "[]")
    assert int(died) > 8, "a run goes through many lines, and the program died at one in so many"
