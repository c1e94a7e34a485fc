"""`gatehouse criteria`: check, fields, register, as an operator meets them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening.criteria.fields import fields


def test_the_example_passes_its_check(run: Callable, example: Path, folder: tuple) -> None:
    result = run("criteria", "check", example, *folder)
    assert result.status == 0
    assert "cash-one-way 1 passes, 5 test cases" in result.out


def test_a_protected_attribute_is_refused_with_the_provision(run: Callable, example: Path, folder: tuple) -> None:
    open_test = '"itinerary.returns", operator = "is", value = false'
    text = example.read_text().replace(open_test, '"traveller.sex", operator = "is", value = "M"')
    example.write_text(text)
    result = run("criteria", "check", example, *folder)
    assert result.status == 2
    assert "protected-attribute" in result.out
    assert "law profile" in result.out


def test_every_file_is_told_though_one_is_no_criterion(
    run: Callable, example: Path, folder: tuple, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("identifier = 1")
    result = run("criteria", "check", bad, example, *folder)
    assert result.status == 2
    assert "bad.toml" in result.err
    assert "passes" in result.out


def test_a_missing_file_is_said_in_one_line(run: Callable, tmp_path: Path) -> None:
    result = run("criteria", "check", tmp_path / "none.toml")
    assert result.status in (1, 2)
    assert result.err.count("\n") == 1


def test_the_closed_list_is_shown_whole(run: Callable) -> None:
    out = run("criteria", "fields").out
    assert all(name in out for name in fields())
    assert "by law only" in out


def test_an_empty_register_says_what_to_do(run: Callable, folder: tuple) -> None:
    assert "no criterion was tried yet" in run("criteria", "register", *folder).out


@pytest.mark.usefixtures("tried")
def test_a_register_that_was_changed_is_refused(run: Callable, folder: tuple) -> None:
    (folder[1] / "register.jsonl").write_text("{}\n")
    result = run("criteria", "register", *folder)
    assert result.status == 2
    assert "restore" in result.err
