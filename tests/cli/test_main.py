"""Help is a manual, versions are told, and errors leave in one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gatehouse import __version__

COMMANDS = ("read", "screen", "match", "simulate", "lists", "ingest", "hits", "demo")


def test_help_names_every_command(run: Callable) -> None:
    result = run("--help")
    assert result.status == 0
    assert all(command in result.out for command in COMMANDS)
    assert "Exit status" in result.out


@pytest.mark.parametrize(
    "command", [*((c,) for c in COMMANDS if c != "lists"), ("lists", "add"), ("lists", "show"), ("lists", "history")]
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
