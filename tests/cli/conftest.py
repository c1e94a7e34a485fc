"""Run the command line in this process, as `main` runs it."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import orjson
import pytest

from gatehouse.cli import main
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account, RoleHeld

PAXLST = (
    "UNB+UNOA:4+CARRIER+STATE+210513:0900+1'UNH+1+PAXLST:D:15B:UN:IATA'BGM+745'"
    "TDT+20+ZZ123'LOC+125+SIN'DTM+189:2105131430:201'LOC+87+ICN'DTM+232:2105132205:201'"
    "NAD+FL+++KARIM:YUSUF'ATT+2++M'DTM+329:760517'NAT+2+TUN'DOC+P+X1234567'LOC+91+TUN'"
    "NAD+FL+++OSEI:AMA'ATT+2++F'DTM+329:900101'NAT+2+GHA'CNT+42:2'UNT+19+1'UNZ+1+1'"
)
LIST = (
    "list,entry_id,name,aliases,birth_date,nationality,document_number\n"
    "DEMO,D-1,Yousef al-Karim,weak:Abu Fulan,1976-05-17,TUN,\n"
    "DEMO,D-2,Boris Fiktivov,,1960,RUS,99887766|passport|RUS\n"
)


CRITERION = Path(__file__).parents[2] / "examples" / "criteria" / "cash-one-way.toml"


class Result(NamedTuple):
    """What a command left: exit status, stdout and stderr."""

    status: int
    out: str
    err: str

    def json(self) -> list:
        """The JSON lines of stdout."""
        return [orjson.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def paxlst() -> str:
    """An interchange with two travellers, of whom the first is on `list_csv`."""
    return PAXLST


@pytest.fixture
def list_csv() -> str:
    """A list of two fictitious persons in our own CSV."""
    return LIST


@pytest.fixture
def incoming(database: Path, run: Callable[..., Result], tmp_path: Path, paxlst: str, list_csv: str) -> Path:
    """A folder with one file of messages, the list of `list_csv` being in force."""
    del database  # it is emptied first
    listed, folder = tmp_path / "l.csv", tmp_path / "incoming"
    listed.write_text(list_csv)
    run("lists", "add", listed)
    folder.mkdir()
    (folder / "m.edi").write_text(paxlst)
    return folder


@pytest.fixture
def somebody(database: Path) -> Callable[..., Account]:
    """`somebody(4, Role.ANALYST)`: an account of that number in these roles."""
    del database

    def make(number: int, *roles: Role) -> Account:
        made = Account.objects.create(id=number, identifier=f"member-{number}", display_name=f"Member {number}")
        RoleHeld.objects.bulk_create(RoleHeld(account=made, role=role) for role in roles)
        return made

    return make


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """`run("read", file)` as the shell would."""

    def call(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["gatehouse", *map(str, arguments)])
        capfd.readouterr()
        try:
            main()
            status = 0
        except SystemExit as leaving:
            status = leaving.code if isinstance(leaving.code, int) else int(bool(leaving.code))
        sys.stdout.flush()
        captured = capfd.readouterr()
        return Result(status, captured.out, captured.err)

    return call


@pytest.fixture
def keys(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the log's keys, the overseer's pair beside it, each knowing the other's public half."""
    folder = tmp_path / "keys"
    monkeypatch.setenv("GATEHOUSE_AUDIT_KEYS", str(folder))
    for arguments in (
        ("--name", "test.example/audit"),
        ("--out", tmp_path / "o.key"),
        ("--oversight", tmp_path / "o.key.pub"),
    ):
        assert run("audit", "keys", *arguments).status == 0
    return folder


@pytest.fixture
def ceremony(run: Callable, keys: Path, tmp_path: Path) -> Callable[[], Path]:
    """Sign, countersign and take: the countersigned note."""

    def go() -> Path:
        request, note = tmp_path / "request", tmp_path / "note"
        log = keys / "log.pub"
        assert run("audit", "checkpoint", "--out", request).status == 0
        assert (
            run("audit", "countersign", request, "--key", tmp_path / "o.key", "--log", log, "--out", note).status == 0
        )
        assert run("audit", "take", note).status == 0
        return note

    return go


@pytest.fixture
def found_in_altona(database: Path, run: Callable, monkeypatch: pytest.MonkeyPatch) -> object:
    """Altona in an open cycle, with whoever runs the commands on its team, and a finding."""
    from gatehouse.assessment.access.teams import name_member
    from gatehouse.assessment.findings import store
    from gatehouse.assessment.states.models import Cycle, State
    from gatehouse.safeguards.decision import Actor
    from gatehouse.safeguards.vocabulary import Role

    del database
    lead = Actor(f"operator:{os.getuid()}", Role.TEAM_LEAD)
    run("assess", "add-state", "X-AL", "--region", "demo-north", "--name-en", "Altona", "--name-zh", "阿尔托纳")
    run("assess", "add-cycle", "2026", "--begins", "2026-01-01", "--ends", "2026-12-31")
    monkeypatch.setattr("gatehouse.app.settings.migrate", lambda: None)
    state, cycle = State.objects.get(), Cycle.objects.get()
    for who in (lead, Actor("account:12", Role.ASSESSOR)):
        name_member(Actor("operator:1", Role.OPERATOR), state, cycle, who)
    return store.find_in(
        lead,
        state,
        cycle,
        "2396-11a",
        store.Said("The law is in force.\n\nTwo posts at the northern crossing are empty at night."),
    )


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The worked example of a criterion, written today."""
    text, today = CRITERION.read_text(encoding="utf-8"), dt.datetime.now(dt.UTC).date()
    for before, later in (("2026-11-01", 0), ("2027-04-30", 180), ("2027-10-31", 360)):
        text = text.replace(before, (today + dt.timedelta(days=later)).isoformat())
    path = tmp_path / "example.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> tuple[str, Path]:
    """The option of a register of criteria of its own."""
    return "--folder", tmp_path / "criteria"


@pytest.fixture
def tried(run: Callable[..., Result], example: Path, folder: tuple[str, Path], tmp_path: Path) -> None:
    """The example, tried on one traveller."""
    history = tmp_path / "h.jsonl"
    history.write_text('{"traveller":{"bag_count":1}}\n')
    assert run("criteria", "shadow", example, "--history", history, *folder).status == 0
