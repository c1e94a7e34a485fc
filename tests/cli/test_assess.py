"""The commands of the assessment side stand in one group."""

from __future__ import annotations

from collections.abc import Callable

from gatehouse.cli.assess import app


def test_every_command_says_what_it_does_and_gives_an_example(run: Callable) -> None:
    assert run("assess", "--help").status == 0
    silent = [
        c.callback.__name__ for c in app.registered_commands if "gatehouse assess" not in (c.callback.__doc__ or "")
    ]
    assert silent == []
