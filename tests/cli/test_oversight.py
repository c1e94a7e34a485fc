"""The oversight commands: search, topics, samples, the report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def worked(database: Path, run: Callable) -> None:
    """A request that was taken up, and one that was refused."""
    del database
    assert run("redress", "open", "--name", "A. Example", "--kind", "access").status == 0
    run("redress", "answer", "RR-2026-000001", "--outcome", "nothing-held", "--out", "never.pdf")


@pytest.mark.usefixtures("worked")
def test_the_log_is_searched_and_counted(run: Callable) -> None:
    assert "redress.opened" in run("oversight", "search", "act=redress.opened").out
    assert "redress.opened" in run("oversight", "show", "redress").out
    counted = run("oversight", "uses", "--json").json()
    assert {row["act"] for row in counted} >= {"redress.opened", "log.searched"}
    assert "A. Example" not in run("oversight", "search", "--json").out


@pytest.mark.usefixtures("worked")
def test_a_sample_is_drawn_again(run: Callable) -> None:
    first = run("oversight", "sample", "redress", "--size", "2", "--seed", "7")
    assert "seed 7" in first.out
    number = first.out.split(":")[0].removeprefix("sample ")
    assert run("oversight", "redraw", number).out.strip() == "the same entries"


def test_the_report_is_written_from_a_snapshot(run: Callable, tmp_path: Path) -> None:
    day = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=1)
    taken = run("oversight", "snapshot", day, day)
    assert taken.status == 0, taken.err
    number = taken.out.split(",")[0].removeprefix("snapshot ")
    page, pages = tmp_path / "r.html", tmp_path / "r.pdf"
    assert run("oversight", "report", number, "--out", page, "--out", pages).status == 0
    assert "Transparency report" in page.read_text()
    assert pages.read_bytes().startswith(b"%PDF")
    assert run("oversight", "snapshot", day, day).status == 2


def test_what_cannot_be_is_refused(run: Callable) -> None:
    wrong = [("show", "secrets"), ("search", "actor=' OR 1"), ("search", "mood=good")]
    for arguments in (*wrong, ("show", "redress", "--role", "operator")):
        result = run("oversight", *arguments)
        assert (result.status, result.err.count("\n")) == (2, 1)


def test_nothing_is_overdue_and_no_certificate_is_none(run: Callable) -> None:
    assert "0 overdue" in run("oversight", "overdue").out
    assert run("oversight", "retention").status == 0
    assert run("oversight", "retention", "--certificate", "4").status == 2
