"""Help is a manual, versions are told, and errors leave in one line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse import __version__

COMMANDS = (
    "read",
    "screen",
    "match",
    "simulate",
    "simulate-list",
    "law",
    "lists",
    "ingest",
    "receive",
    "work",
    "hits",
    "demo",
)


def test_help_names_every_command(run: Callable) -> None:
    result = run("--help")
    assert result.status == 0
    assert all(command in result.out for command in COMMANDS)
    assert "Exit status" in result.out


@pytest.mark.parametrize(
    "command",
    [
        *((c,) for c in COMMANDS if c not in ("lists", "law")),
        *(("lists", verb) for verb in ("add", "show", "history")),
        *(("law", verb) for verb in ("new", "check", "key", "sign", "show")),
    ],
)
def test_every_command_has_help_with_an_example(run: Callable, command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.status == 0
    assert "Example" in result.out
    assert f"gatehouse {' '.join(command)}" in " ".join(result.out.split())


def test_version(run: Callable) -> None:
    assert run("--version").out == f"gatehouse {__version__}\n"


@pytest.mark.parametrize("arguments", [("nonsense",), ("read",), ("read", "--no-such-option"), ("screen", "x")])
def test_a_wrong_command_line_is_status_2(run: Callable, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.status == 2
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("read",),
        ("read", "--no-such-option"),
        ("hits", "--limit", "99999999999999999999"),
        ("match", " ", "b"),
    ],
)
def test_a_wrong_command_line_is_told_in_one_line(run: Callable, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("gatehouse: ")
    assert result.err.count("\n") == 1


def _program(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", "from gatehouse.cli import main; main()", *arguments],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("form", [("--json",), ()], ids=["json", "words"])
def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path, paxlst: str, form: tuple[str, ...]) -> None:
    path = tmp_path / "m.edi"
    path.write_text(paxlst)
    with _program("read", *form, *[str(path)] * 400) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.readline()
        program.stdout.close()
        told = program.stderr.read()
    assert (program.returncode, told) == (0, b"")


def test_an_output_that_takes_nothing_is_told_in_one_line(tmp_path: Path, paxlst: str) -> None:
    path, full = tmp_path / "m.edi", Path("/dev/full")
    path.write_text(paxlst)
    if not full.exists():
        pytest.skip("there is no /dev/full here")
    with full.open("wb") as nowhere:
        left = subprocess.run(
            [sys.executable, "-c", "from gatehouse.cli import main; main()", "read", str(path)],
            stdout=nowhere,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert left.returncode == 1
    assert left.stderr.count(b"\n") == 1


def test_a_name_that_the_terminal_has_no_sign_for_is_spelt_in_escapes() -> None:
    with _program("match", "王小明", "Юсуф", PYTHONIOENCODING="ascii") as program:
        out, err = program.communicate()
    assert (program.returncode, err) == (0, b"")
    assert rb"\u738b" in out
