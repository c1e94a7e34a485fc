"""The register: locked by hash, activated by the approver after a trial, and refusing whatever was changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening.criteria.activation import Asked
from gatehouse.screening.criteria.criterion_file import parse_criterion
from gatehouse.screening.criteria.errors import RegisterError
from gatehouse.screening.criteria.events_file import EVENTS_FILE
from gatehouse.screening.criteria.protected import Permitted
from gatehouse.screening.criteria.register import Register
from gatehouse.screening.criteria.report import report

TODAY = dt.datetime.now(dt.UTC).date()
ADA = Asked("Ada Approver", TODAY, "measured, and right")


@pytest.fixture
def dated(body: str) -> Callable[[int], str]:
    """The body in a version, written today, so that the register's own clock suits it."""

    def make(version: int = 1) -> str:
        days = {"2026-11-01": 0, "2027-04-30": 180, "2027-10-31": 360}
        text = body.replace("version = 1", f"version = {version}")
        for before, later in days.items():
            text = text.replace(before, (TODAY + dt.timedelta(days=later)).isoformat())
        return text

    return make


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """A register that is not there yet."""
    return Register(tmp_path / "criteria")


@pytest.fixture
def tried(register: Register, dated: Callable, trial_of: Callable) -> Callable[..., Path]:
    """Tries a version, or a text, on a small history."""

    def act(version: int = 1, text: str | None = None) -> Path:
        content = (text or dated(version)).encode()
        made = report(trial_of(parse_criterion(content, "a"), [(20, "DEU", True)]), "made", TODAY)
        return register.tried(content, made, dt.datetime.now(dt.UTC))

    return act


def _states(register: Register, day: dt.date = TODAY) -> dict[str, str]:
    return {entry.criterion.name: entry.state for entry in register.entries(day)}


def test_a_version_goes_from_trial_to_force_to_retirement(register: Register, tried: Callable) -> None:
    assert register.entries(TODAY) == []
    tried()
    assert _states(register) == {"cash-only 1": "shadow"}
    assert register.in_force(TODAY) == ()
    register.activate("cash-only", 1, Permitted(), ADA)
    assert [one.name for one in register.in_force(TODAY)] == ["cash-only 1"]
    register.retire("cash-only", 1, ADA._replace(despite="never a true hit"))
    (entry,) = register.entries(TODAY)
    assert (entry.state, entry.by, entry.reason) == ("retired", "Ada Approver", "never a true hit")


def test_without_a_trial_nothing_is_activated(register: Register) -> None:
    with pytest.raises(RegisterError, match="never tried"):
        register.activate("cash-only", 1, Permitted(), ADA)


def test_a_changed_file_needs_a_new_version(register: Register, tried: Callable, dated: Callable) -> None:
    tried()
    changed = dated().replace("at-most", "at-least")
    with pytest.raises(RegisterError, match="give it a new version"):
        register.locked(parse_criterion(changed.encode(), "a"))
    with pytest.raises(RegisterError, match="give it a new version"):
        tried(text=changed)
    register.locked(parse_criterion(dated().encode(), "a"))
    register.locked(parse_criterion(dated(2).encode(), "a"))


def test_a_version_older_than_one_that_was_tried_is_refused(tried: Callable) -> None:
    tried(3)
    with pytest.raises(RegisterError, match="number it above 3"):
        tried(2)


def test_a_newer_version_takes_the_place_of_the_older(register: Register, tried: Callable) -> None:
    for version in (1, 2):
        tried(version)
        register.activate("cash-only", version, Permitted(), ADA)
    assert _states(register) == {"cash-only 1": "retired", "cash-only 2": "active"}
    assert register.entries(TODAY)[0].reason == "replaced by version 2"


def test_an_older_version_never_takes_the_place_of_a_newer(register: Register, tried: Callable) -> None:
    tried(1)
    tried(2)
    register.activate("cash-only", 2, Permitted(), ADA)
    with pytest.raises(RegisterError, match="version 2 is in force"):
        register.activate("cash-only", 1, Permitted(), ADA)


def test_flags_must_be_answered(register: Register, tried: Callable) -> None:
    tried()
    with pytest.raises(RegisterError, match="too small"):
        register.activate("cash-only", 1, Permitted(), ADA._replace(despite=""))


def test_a_retirement_has_a_reason_and_is_for_good(register: Register, tried: Callable) -> None:
    tried()
    with pytest.raises(RegisterError, match="reason"):
        register.retire("cash-only", 1, ADA._replace(despite=" "))
    register.retire("cash-only", 1, ADA)
    with pytest.raises(RegisterError, match="is retired"):
        tried()
    with pytest.raises(RegisterError, match="is retired"):
        register.activate("cash-only", 1, Permitted(), ADA)


@pytest.mark.parametrize("kind", ["versions", "reports"])
@pytest.mark.parametrize("is_lost", [True, False])
def test_what_was_changed_or_lost_in_the_folder_is_not_activated(
    kind: str, is_lost: bool, register: Register, tried: Callable, tmp_path: Path
) -> None:
    tried()
    (file,) = (tmp_path / "criteria" / kind).iterdir()
    if is_lost:
        file.unlink()
    else:
        file.write_bytes(file.read_bytes().replace(b"cash", b"card"))
    with pytest.raises(RegisterError, match=r"changed|no shadow report"):
        register.activate("cash-only", 1, Permitted(), ADA)


def test_events_of_another_file_stop_the_register(register: Register, tried: Callable, tmp_path: Path) -> None:
    tried()
    tried()
    events = tmp_path / "criteria" / EVENTS_FILE
    first, second = events.read_text().splitlines()
    events.write_text(f"{first}\n{second.replace(parse_sha(second), '0' * 64)}\n")
    with pytest.raises(RegisterError, match="another file"):
        register.entries(TODAY)


def parse_sha(line: str) -> str:
    """The criterion's hash in an event."""
    return line.split('"sha256":"')[1][:64]


def test_review_and_end_take_it_out_of_force(register: Register, tried: Callable) -> None:
    tried()
    register.activate("cash-only", 1, Permitted(), ADA)
    after = TODAY + dt.timedelta(days=181)
    assert _states(register, after) == {"cash-only 1": "suspended"}
    assert register.in_force(after) == ()
    assert _states(register, TODAY + dt.timedelta(days=361)) == {"cash-only 1": "retired"}


@pytest.mark.parametrize(
    ("begins", "ends", "held"),
    [(-31, -1, False), (-31, 0, True), (0, 0, True), (1, 30, False)],
)
def test_who_was_in_force_during_days_is_told_afterwards(
    begins: int, ends: int, held: bool, register: Register, tried: Callable
) -> None:
    tried()
    register.activate("cash-only", 1, Permitted(), ADA)
    register.retire("cash-only", 1, ADA)
    days = (TODAY + dt.timedelta(days=begins), TODAY + dt.timedelta(days=ends))
    assert bool(register.in_force_during(*days)) is held


def test_a_lapsed_criterion_is_still_told_of_its_months(register: Register, tried: Callable) -> None:
    tried()
    register.activate("cash-only", 1, Permitted(), ADA)
    long_after = TODAY + dt.timedelta(days=400)
    assert register.in_force_during(TODAY, long_after)
    assert not register.in_force_during(TODAY + dt.timedelta(days=181), long_after)


def test_a_version_is_looked_at_with_its_bytes_its_report_and_what_was_done(
    register: Register, tried: Callable, dated: Callable
) -> None:
    tried()
    entry = register.entry("cash-only", 1, TODAY)
    assert register.content(entry.criterion) == dated(1).encode()
    assert register.report(entry).sha256 == entry.criterion.sha256
    assert [one.event for one in register.events(entry.criterion)] == ["tried"]
    with pytest.raises(RegisterError, match="never tried"):
        register.entry("cash-only", 2, TODAY)


def test_a_changed_report_is_not_shown(register: Register, tried: Callable) -> None:
    path = tried()
    path.write_bytes(path.read_bytes().replace(b"made", b"mode"))
    with pytest.raises(RegisterError, match="report was changed"):
        register.report(register.entry("cash-only", 1, TODAY))
