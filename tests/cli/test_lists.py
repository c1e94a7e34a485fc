"""`gatehouse lists`: versions, what changed, who was listed when."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from signed_in import entries

pytestmark = pytest.mark.usefixtures("database")
HEADER = "list,entry_id,name,birth_date\n"


def _file(folder: Path, name: str, *rows: str) -> Path:
    path = folder / name
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows))
    return path


def test_a_newer_file_shows_what_changed_and_overwrites_nothing(run: Callable, tmp_path: Path) -> None:
    first = _file(tmp_path, "a.csv", "DEMO,1,Ama Osei,1990", "DEMO,2,Boris Fiktivov,1960")
    second = _file(tmp_path, "b.csv", "DEMO,1,Ama Osei,1991", "DEMO,3,Greta Lindqvist,1970")
    assert "version 1" in run("lists", "add", first).out
    told = run("lists", "add", second).out
    assert "version 2" in told
    assert "added  3 Greta Lindqvist" in told
    assert "changed  1 Ama Osei: birth_dates" in told
    assert "removed  2 Boris Fiktivov" in told
    history = run("lists", "history", 1).out
    assert history.index("born: 1990") < history.index("born: 1991")
    shown = run("lists", "show").out
    assert "a.csv" in shown
    assert "b.csv" in shown


def test_the_same_file_again_changes_nothing(run: Callable, tmp_path: Path) -> None:
    path = _file(tmp_path, "a.csv", "DEMO,1,Ama Osei,1990")
    run("lists", "add", path)
    assert "in force already" in run("lists", "add", path).out
    assert run("lists", "show", "DEMO").out.count("a.csv") == 1


def test_who_was_listed_on_a_day(run: Callable, tmp_path: Path) -> None:
    run("lists", "add", _file(tmp_path, "a.csv", "DEMO,1,Ama Osei,1990"))
    assert "0 entries stood on DEMO on 2001-01-01" in run("lists", "show", "DEMO", "--on", "2001-01-01").out
    assert "not known here" in run("lists", "show", "DEMO", "--on", "2001-01-01").out
    later = run("lists", "show", "DEMO", "--on", "2999-01-01").out
    assert "Ama Osei" in later
    assert "not known here" not in later


def test_whoever_looks_at_who_was_listed_is_in_the_log(run: Callable, tmp_path: Path) -> None:
    run("lists", "add", _file(tmp_path, "a.csv", "DEMO,1,Ama Osei,1990"))
    run("lists", "show")
    run("lists", "show", "DEMO")
    assert entries("list.searched") == []
    run("lists", "show", "DEMO", "--on", "2999-01-01")
    run("lists", "history", "1")
    looked = [(one.subject, one.role, one.details["shown"]) for one in entries("list.searched") if one.details]
    assert looked == [("list:DEMO", "analyst", 1), ("store:watchlists", "analyst", 1)]


@pytest.mark.parametrize("command", [("show", "DEMO", "--on", "2999-01-01"), ("history", "1")])
def test_a_role_that_does_not_look_at_lists_sees_nobody(
    run: Callable, tmp_path: Path, command: tuple[str, ...]
) -> None:
    run("lists", "add", _file(tmp_path, "a.csv", "DEMO,1,Ama Osei,1990"))
    result = run("lists", *command, "--as", "operator")
    assert result.status == 2
    assert "Osei" not in result.out
    assert [one.role for one in entries("act.refused")] == ["operator"]


def test_a_bad_file_changes_nothing(run: Callable, tmp_path: Path) -> None:
    run("lists", "add", _file(tmp_path, "a.csv", "DEMO,1,Ama Osei,1990"))
    bad = tmp_path / "bad.csv"
    bad.write_text("list,entry_id,name,unknown\nDEMO,9,X,1\n")
    result = run("lists", "add", bad)
    assert result.status == 2
    assert "unknown" in result.err
    assert "bad.csv" not in run("lists", "show").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("lists", "history", "nobody"),
        ("lists", "history", "a\ud800"),
        ("lists", "show", "NONE"),
        ("lists", "show", "--on", "2026-01-01"),
        ("lists", "show", "X", "--on", "soon"),
    ],
)
def test_questions_without_an_answer_are_refused(run: Callable, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.status == 2
    assert result.err.startswith("gatehouse: ")


def test_stored_travellers_are_screened_again(run: Callable, paxlst: str, list_csv: str, tmp_path: Path) -> None:
    messages, listed = tmp_path / "m.edi", tmp_path / "l.csv"
    messages.write_text(paxlst)
    listed.write_text(list_csv)
    run("ingest", messages)
    assert "0 open hits" in run("hits").out
    assert "1 new hits" in run("lists", "add", listed).out
    assert "1 open hits" in run("hits").out
