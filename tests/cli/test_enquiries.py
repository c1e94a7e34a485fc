"""Questions by the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


def test_somebody_is_found_by_a_name_spelt_another_way(run: Callable, incoming: Path) -> None:
    run("ingest", incoming)
    found = run("find", "name", "Youssef Karim")
    assert (found.status, "YUSUF KARIM" in found.out, "1 shown, none withheld" in found.out) == (0, True, True)


def test_the_border_gets_one_answer(run: Callable, incoming: Path) -> None:
    run("ingest", incoming)
    (said,) = run("border-check", "--name", "Youssef al-Karim", "--birth-date", "1976-05-17", "--json").json()
    assert (said["answer"], said["reference"][:2]) == ("wait", "B-")
    assert "NOTHING KNOWN" in run("border-check", "--name", "Wilhelmina Quillfeather").out


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("find", "flight", "nowhere"), "no flight"),
        (("find", "document", "X1234567", "--date", "1976"), "--date goes with"),
        (("border-check",), "give a machine-readable zone"),
        (("border-check", "P<UTO"), "are no zone"),
    ],
)
def test_what_cannot_be_asked_is_refused(run: Callable, command: tuple[str, ...], says: str) -> None:
    refused = run(*command)
    assert (refused.status, says in refused.err) == (2, True)
