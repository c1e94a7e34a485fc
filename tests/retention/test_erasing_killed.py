"""Killed at any line, a run that erases leaves people whole or gone, files whole or forgotten, and a true log."""

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
from gatehouse.retention import flight_steps
from gatehouse.retention.running import run
from gatehouse.screening.intake.models import RawChunk, Transmission
from gatehouse.screening.travellers.models import Traveller, TravellerRecord
from kept_people import AS_OF, IDENTITY, flight, law_of, person
from killing import killed
from stored_log import codes, report

flight_steps.OWNERS_AT_ONCE = 2
law_of()
WATCHED = ("retention/running.py", "retention/flight_steps.py", "retention/day_steps.py", "retention/owned_rows.py",
           "retention/vault.py", "retention/steps.py", "intake/forgetting.py", "db/transaction.py")
made = 0

def three_people(line):
    global made
    for turn in range(3 - Traveller.objects.count()):
        person(leg, f"ROE{line}x{turn}")
        made += 1

def erase(line):
    run(AS_OF.replace(year=2036), IDENTITY, lambda: None, lambda _: None)

def erased_in_log():
    told = [decoded(leaf) for _, leaf in log.leaves(0, log.size())]
    return sum(dict(entry.details).get("travellers", 0) for entry in told if entry.act == "retention.erased")

def wrong_now():
    if any(TravellerRecord.objects.filter(traveller=who).count() != 2 for who in Traveller.objects.all()):
        return "half erased"
    for file in Transmission.objects.all():
        if RawChunk.objects.filter(transmission=file).exists() == (file.erased_at is not None):
            return "a file half forgotten"
    if made - Traveller.objects.count() != erased_in_log():
        return "the log says other than the tables"
    return codes(report()) not in ([], ["never-signed"]) and "the log is not true"

leg = flight("2026-05-01")
ended = [(line, status, wrong_now()) for line, status in killed(erase, WATCHED, int(sys.argv[1]), three_people)]
wrong = [(line, fault) for line, _, fault in ended if fault]
print(len(ended) - 1, ended[-1][1], Traveller.objects.count() + RawChunk.objects.count(), wrong)
"""


@pytest.mark.parametrize("stride", ["89"])
def test_killed_at_many_lines_nobody_is_half_erased_and_no_file_half_forgotten(database: Path, stride: str) -> None:
    died, status, left, wrong = printed(PROGRAM, database, stride).split(maxsplit=3)
    assert (status, left, wrong.strip()) == ("0", "0", "[]")
    assert int(died) > 8, "a run goes through many lines, and the program died at one in so many"
