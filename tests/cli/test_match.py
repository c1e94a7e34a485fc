"""`gatehouse match`: one pair in words, a file of pairs as lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


def test_one_pair_is_explained(run: Callable) -> None:
    result = run("match", "Yusuf al-Karim", "KARIM YOUSSEF")
    assert result.status == 0
    assert "above the threshold" in result.out
    assert "score" in result.out


def test_two_strangers_are_below(run: Callable) -> None:
    result = run("match", "Yusuf al-Karim", "Greta Lindqvist")
    assert "below the threshold" in result.out


def test_a_file_of_pairs(run: Callable, tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text(
        "left_name,right_name,left_birth_date,right_birth_date\n"
        "Юрий Выдуманный,Yuri Vydumannyi,1976,1976-05-17\n"
        "Greta Lindqvist,Boris Fiktivov,,\n"
    )
    same, strangers = run("match", "--pairs", path, "--json").json()
    assert same["above_threshold"] is True
    assert same["score"] > strangers["score"]
    assert strangers["above_threshold"] is False
    assert [same["line"], strangers["line"]] == [2, 3]
    assert same["explanation"]


def test_for_people_one_line_for_each_pair(run: Callable, tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("left_name,right_name\nAma Osei,OSEI AMA\n")
    assert run("match", "--pairs", path).out.count("\n") == 1


@pytest.mark.parametrize("arguments", [(), ("one",), ("one", "two", "three")])
def test_anything_else_is_refused_with_an_example(run: Callable, arguments: tuple[str, ...]) -> None:
    result = run("match", *arguments)
    assert result.status == 2
    assert "NAME A" in result.err


def test_a_file_without_its_columns_is_refused(run: Callable, tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("a,b\n1,2\n")
    result = run("match", "--pairs", path)
    assert result.status == 2
    assert "left_name" in result.err
