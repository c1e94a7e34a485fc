"""What was typed is not repeated in an error, unless its shape says that it is nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from gatehouse.cli.main import app
from gatehouse.cli.typed import GIVEN, Typed

COMMAND = typer.main.get_command(app)


@pytest.mark.parametrize(
    "value",
    [
        "KARIM",
        "karim yusuf",
        "X1234567",
        "+49 171 5550137",
        "4556737586899855",
        "MOML",
        "a@example.org",
        "AL-KARIM",
        "١٢",
    ],
)
def test_a_value_is_not_repeated(value: str) -> None:
    for arguments in (["find", "name", value], ["find", "name", f"--date={value}"]):
        told = Typed(COMMAND, arguments).without_values(f"find: {value}: no; {value!r} is none")
        assert value not in told
        assert told.count(GIVEN) == 2


@pytest.mark.parametrize(
    "value", ["UN-SC", "X-AL", "RR-2026-000042", "12", "account:12", "4:analyst", "m.edi", "not-same"]
)
def test_a_code_a_number_and_a_file_are(value: str) -> None:
    assert value in Typed(COMMAND, ["find", "name", value]).without_values(f"find: {value}: no")


def test_a_path_that_is_there_is(tmp_path: Path) -> None:
    assert str(tmp_path) in Typed(COMMAND, ["read", str(tmp_path)]).without_values(f"{tmp_path}: is a directory")


def test_the_command_and_the_words_of_its_manual_stay() -> None:
    told = "review decide: a match takes the answer same"
    assert Typed(COMMAND, ["review", "decide", "1", "same"]).without_values(told) == told


def test_a_value_inside_a_word_is_none() -> None:
    assert Typed(COMMAND, ["find", "name", "NO"]).without_values("NORTH: no") == "NORTH: no"
