"""Whatever a command is given, and however it fails: no name, number or code of anybody comes out where errors go."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, get_args

import pytest
import typer
from django.db import DatabaseError
from django.db.backends.utils import CursorWrapper

from gatehouse.cli.main import app
from gatehouse.safeguards.vocabulary import Role
from stored_day import store_day

STORED = ("KARIM", "YUSUF", "OSEI", "X1234567")
"""What `stored_day` puts into the database of two travellers."""
TYPED = ("QWERZYX", "Fictivamond", "ZK4471982", "1715550137", "4556737586899855", "MOML", "fictivamond@example.org")
"""A name, a document, a telephone number, a card, a meal, an address: what is typed, and stands in given files."""
WHOLE = "QWERZYX/Fictivamond ZK4471982 +49 1715550137 4556737586899855 SSR MOML fictivamond@example.org"
KEPT_OUT = {
    ("serve",): "answers until it is stopped; pages have tests of their own (tests/web/test_errors_tell_nobody.py)",
    ("work",): "works until it is stopped; its processes end by `wordless.guarded` (tests/safeguards/test_wordless.py)",
    ("audit", "follow"): "tells entries until it is stopped; what it tells is tried in test_audit_follow.py",
    ("demo",): "takes nothing in, and serves",
    ("simulate",): "writes made-up people, without a database",
    ("simulate-list",): "writes made-up people, without a database",
    ("lists", "build"): "takes nothing in but lists that are stored",
    ("assess", "demo"): "takes nothing in",
}


def _commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, part in getattr(command, "commands", {}).items():
        if hasattr(part, "commands"):
            yield from _commands(part, (*path, name))
        elif (*path, name) not in KEPT_OUT:
            yield (*path, name), part


COMMANDS = dict(_commands(typer.main.get_command(app)))
GROUPS = sorted({path[0] for path in COMMANDS})


def _kind(parameter: Any) -> type:
    found = parameter.type_descriptor.annotation
    kinds = [one for one in get_args(found) if isinstance(one, type) and one is not type(None)]
    return kinds[0] if kinds else found


def _sensible(kind: type, file: Path) -> str:
    """A value that is taken, where one can be known."""
    if issubclass(kind, Enum):
        return str(next(iter(kind)).value)
    if issubclass(kind, Path):
        return str(file)
    return "1" if issubclass(kind, int | float) else WHOLE


def _argv(command: Any, file: Path, *, seeded: bool, optional: bool) -> list[str]:
    """A command line: every value the seeds, or only those that are free text; with options, or only what is needed."""
    found = []
    for one in command.params:
        if one.name == "help" or getattr(one, "is_flag", False) or not (one.required or optional):
            continue
        kind = _kind(one)
        value = WHOLE if seeded and not issubclass(kind, Path) else _sensible(kind, file)
        found += [] if one.param_type_name == "argument" else [one.opts[0]]
        found += [value] * max(1, one.nargs)
    return found


@pytest.fixture
def garbage(tmp_path: Path) -> Path:
    """A file that is no input of any command."""
    path = tmp_path / "given.txt"
    path.write_text(f"{WHOLE}\n[table]\n{WHOLE} = \n")
    return path


def _heard(text: str) -> list[str]:
    return [word for word in (*TYPED, *STORED) if re.search(rf"(?<![A-Za-z0-9]){re.escape(word)}", text, re.IGNORECASE)]


@pytest.fixture
def stored(database: Path, tmp_path: Path, somebody: Callable[..., object]) -> Path:
    """Travellers, a hit, an account in every role; the home with the database's own log."""
    store_day(tmp_path)
    somebody(1, *Role)
    return database


@pytest.mark.parametrize("group", GROUPS)
def test_whatever_is_given(group: str, stored: Path, run: Callable[..., Any], garbage: Path) -> None:
    told: dict[str, str] = {}
    for path in (path for path in COMMANDS if path[0] == group):
        for seeded in (True, False):
            for optional in (True, False):
                result = run(*path, *_argv(COMMANDS[path], garbage, seeded=seeded, optional=optional))
                if _heard(result.err):
                    told[" ".join(path)] = result.err
    assert "\n".join(told.values()) == ""
    assert _heard((stored / "pg" / "log").read_text(errors="replace")) == []


def test_whatever_fails_unforeseen(
    stored: Path, run: Callable[..., Any], garbage: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del stored
    monkeypatch.setattr("gatehouse.app.settings.migrate", lambda: None)

    def failing(*_: object, **__: object) -> None:
        raise DatabaseError(f"invalid input syntax: {WHOLE}\nDETAIL: failing row contains ({WHOLE})")

    monkeypatch.setattr(CursorWrapper, "execute", failing)
    failed = 0
    for path, command in COMMANDS.items():
        result = run(*path, *_argv(command, garbage, seeded=False, optional=False))
        assert _heard(result.err) == [], (path, result.err)
        failed += "DatabaseError" in result.err
    assert failed > len(COMMANDS) // 3


def test_the_search_finds_what_it_looks_for() -> None:
    assert set(_heard(WHOLE)) == set(TYPED)
    assert _heard("traveller 1 on ZZ123: refused; see `gatehouse redress find`") == []
