"""`gatehouse criteria shadow` and `disparity`: tried on messages, on journeys and on what is stored."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from signed_in import entries

TODAY = dt.datetime.now(dt.UTC).date()
CRITERION = """
identifier = "no-bags"
version = 1
title = "No bags"
purpose = "p"
legal_basis = "l"
author = "Otto Author"
approver = "Ada Approver"
written = {written}
review_by = {written}
sunset = {written}
blind_to = ["hand luggage"]
triage = "t"
no_exculpating_reason = "a rehearsal"
condition = {{ field = "traveller.bag_count", operator = "is", value = 0 }}
case = [{{ name = "none", expect = true, traveller = {{ bag_count = 0 }} }},
        {{ name = "one", expect = false, traveller = {{ bag_count = 1 }} }},
        {{ name = "unknown", expect = false, traveller = {{}} }}]
"""


@pytest.fixture
def criterion(tmp_path: Path) -> Path:
    """A criterion written today."""
    path = tmp_path / "no-bags.toml"
    path.write_text(CRITERION.format(written=TODAY.isoformat()))
    return path


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """1,200 travellers, every twentieth without bags."""
    path = tmp_path / "history.jsonl"
    lines = [
        {"traveller": {"bag_count": int(number % 20 > 0), "nationalities": ["DEU"], "sex": "FM"[number % 2]},
         "source": "past", "number": number}
        for number in range(1200)
    ]  # fmt: skip
    path.write_bytes(b"".join(orjson.dumps(line) + b"\n" for line in lines))
    return path


@pytest.fixture
def shadow(run: Callable, criterion: Path, history: Path, tmp_path: Path) -> Callable:
    """Tries the criterion on the history."""
    arguments = ("criteria", "shadow", criterion, "--history", history, "--folder", tmp_path / "criteria")
    return lambda *more: run(*arguments, *more)


def test_expected_and_false_hits_are_told_per_ten_thousand_with_an_interval(shadow: Callable) -> None:
    result = shadow()
    assert result.status == 0
    assert "expected hits per 10,000 travellers        500.0, 95 % interval 3" in result.out
    assert "60 without outcome; those without outcome are counted as false" in result.out
    assert "no-bags 1 is locked" in result.err


def test_outcomes_lower_the_false_ones_and_the_keys_of_hits_can_be_had(shadow: Callable, tmp_path: Path) -> None:
    keys = tmp_path / "hits.csv"
    assert shadow("--hits", keys).status == 0
    rows = list(csv.DictReader(keys.read_text().splitlines()))
    assert [row["journey"] for row in rows[:2]] == ["past#0", "past#20"]
    keys.write_text("journey,outcome\n" + "".join(f"{row['journey']},confirmed\n" for row in rows[:15]))
    report = orjson.loads(shadow("--outcomes", keys, "--json").out)
    assert (report["hits"]["count"], report["false_hits"]["count"], report["confirmed"]) == (60, 45, 15)


def test_a_criterion_that_fails_its_check_is_not_tried(shadow: Callable, criterion: Path, tmp_path: Path) -> None:
    criterion.write_text(criterion.read_text().replace("Ada Approver", "Otto Author"))
    result = shadow()
    assert result.status == 2
    assert "own-approval" in result.err
    assert not (tmp_path / "criteria").exists()


def test_a_changed_file_is_refused_until_it_has_a_new_version(shadow: Callable, criterion: Path) -> None:
    assert shadow().status == 0
    criterion.write_text(criterion.read_text().replace('"No bags"', '"No bags at all"'))
    assert "give it a new version" in shadow().err
    criterion.write_text(criterion.read_text().replace("version = 1", "version = 2"))
    assert shadow().status == 0


def test_history_is_read_from_messages(run: Callable, criterion: Path, paxlst: str, tmp_path: Path) -> None:
    messages, lines = tmp_path / "m.edi", tmp_path / "m.jsonl"
    messages.write_text(paxlst)
    lines.write_text(run("read", "--json", messages).out)
    result = run("criteria", "shadow", criterion, "--history", lines, "--folder", tmp_path / "criteria")
    assert "2 travellers, departing 2021-05-13" in result.out
    assert "too small" in result.out


def test_history_that_is_none_is_refused_with_its_line(shadow: Callable, history: Path) -> None:
    history.write_text("{}\n")
    result = shadow()
    assert result.status == 2
    assert "line 1" in result.err


@pytest.mark.usefixtures("database")
def test_what_is_stored_is_history(run: Callable, criterion: Path, paxlst: str, tmp_path: Path) -> None:
    messages = tmp_path / "m.edi"
    messages.write_text(paxlst)
    assert run("ingest", messages).status == 0
    result = run("criteria", "shadow", criterion, "--history", "stored:", "--folder", tmp_path / "criteria")
    assert "2 travellers" in result.out
    [told] = entries("criterion.tried")
    assert (told.actor, told.subject, told.details) == ("machine:criteria", "criterion:no-bags/1", {"travellers": 2})


@pytest.mark.usefixtures("database")
def test_a_month_is_reported_for_what_was_in_force_in_it(
    run: Callable, shadow: Callable, history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shadow()
    folder = ("--folder", tmp_path / "criteria")
    run("criteria", "activate", "no-bags", 1, "--by", "Ada Approver", "--despite", "a rehearsal", *folder)
    month = TODAY.isoformat()[:7]
    disparity = ("criteria", "disparity", "--month", month, "--history", history, *folder)
    assert "is not over" in run(*disparity).err
    monkeypatch.setattr("gatehouse.cli.criteria_trials.today", lambda: TODAY + dt.timedelta(days=40))
    dated = history.read_bytes().replace(
        b'"source"', b'"flights":[{"legs":[{"departs":"%b-01"}]}],"source"' % month.encode()
    )
    history.write_bytes(dated)
    result = run(*disparity)
    assert result.status == 0
    assert f"on month {month}" in result.out
    assert "1200 travellers" in result.out
    assert "has its report" in run(*disparity).err


def test_a_month_without_a_criterion_has_no_report(run: Callable, history: Path, tmp_path: Path) -> None:
    result = run("criteria", "disparity", "--month", "2026-01", "--history", history, "--folder", tmp_path / "none")
    assert result.status == 2
    assert "no criterion was in force" in result.err
