"""A list of one's own by the command line: propose, approve, take off; the stored travellers are screened each time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

GROUND = """legal_basis = "Act 7, s. 2"
criterion = "2178-travel"
evidence_ref = "case 14/26"
reason = "left for the conflict"
review_on = {review}
"""


@pytest.fixture
def ground(tmp_path: Path) -> Path:
    file = tmp_path / "ground.toml"
    file.write_text(GROUND.format(review=dt.datetime.now(dt.UTC).date() + dt.timedelta(days=90)))
    return file


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "own.csv"
    file.write_text("list,entry_id,name,birth_date\nNAT,N-1,Ama Osei,1990-01-01\n")
    return file


def test_a_listing_takes_two_people(
    run: Callable, incoming: Path, own: Path, ground: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("ingest", incoming)
    proposed = run("listings", "propose", own, "--ground", ground, "--reference", "M-1")
    assert "proposal 1: add NAT/N-1; it waits for another person" in proposed.out
    mine = run("listings", "approve", 1, "--reason", "seen", "--reference", "M-1")
    assert (mine.status, "nobody approves what they asked for" in mine.err) == (2, True)
    assert "Ama Osei" in run("listings", "waiting", "--reference", "M-1").out
    monkeypatch.setattr("os.getuid", lambda: 4242)
    approved = run("listings", "approve", 1, "--reason", "seen", "--reference", "M-1")
    assert (approved.status, "1 new hits" in approved.out) == (0, True)
    off = run("listings", "take-off", "NAT", "N-1", "--reason", "acquitted", "--reference", "M-2")
    assert "NAT/N-1: remove is done" in off.out
    states = {hit["entry_id"]: hit["state"] for hit in run("hits", "--json").json()}
    assert states == {"D-1": "open", "N-1": "entry-removed"}


@pytest.mark.usefixtures("database")
def test_a_proposal_may_be_refused(run: Callable, own: Path, ground: Path) -> None:
    run("listings", "propose", own, "--ground", ground, "--reference", "M-1")
    assert "is refused" in run("listings", "refuse", 1, "--reason", "somebody else", "--reference", "M-1").out
    again = run("listings", "refuse", 1, "--reason", "x", "--reference", "M-1")
    assert (again.status, "nothing is left to decide" in again.err) == (2, True)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("legal_basis = ", "no ground can be read"),
        ('colour = "red"', "no ground can be read"),
        (GROUND.format(review='"2027-05-01"'), "TOML dates"),
    ],
)
def test_a_ground_that_cannot_be_read_is_refused(
    run: Callable, own: Path, tmp_path: Path, text: str, says: str
) -> None:
    file = tmp_path / "g.toml"
    file.write_text(text)
    refused = run("listings", "propose", own, "--ground", file)
    assert (refused.status, says in refused.err) == (2, True)


def test_without_a_ground_nothing_is_proposed(run: Callable, own: Path) -> None:
    refused = run("listings", "propose", own)
    assert (refused.status, "--ground FILE" in refused.err) == (2, True)
