"""`gatehouse screen`: every traveller in, every traveller out, with reasons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.cli.lawful import DEMO_SAYS


@pytest.fixture
def files(tmp_path: Path, paxlst: str, list_csv: str) -> tuple[Path, Path]:
    messages, listed = tmp_path / "m.edi", tmp_path / "list.csv"
    messages.write_text(paxlst)
    listed.write_text(list_csv)
    return messages, listed


def test_messages_give_one_line_for_each_traveller_in_order(run: Callable, files: tuple[Path, Path]) -> None:
    messages, listed = files
    result = run("screen", "--list", listed, messages, "--json")
    assert result.status == 0
    first, second = result.json()
    assert [first["traveller"]["number"], second["traveller"]["number"]] == [1, 2]
    (candidate,) = [c for c in first["candidates"] if c["above_threshold"]]
    assert (candidate["list"], candidate["entry_id"]) == ("DEMO", "D-1")
    assert candidate["entry_name"] == "Yousef al-Karim"
    assert 0 <= candidate["score"] <= 1
    assert {"feature", "traveller", "entry", "outcome", "weight", "how"} == set(candidate["explanation"][0])
    assert not [c for c in second["candidates"] if c["above_threshold"]]


def test_a_document_alone_is_found_in_a_table(run: Callable, files: tuple[Path, Path], tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("full_name,document_number,document_issuer\nSomebody Else,9988 7766,RU\nAma Osei,,\n")
    result = run("screen", "--list", files[1], table, "--json")
    first, second = result.json()
    assert [c["entry_id"] for c in first["candidates"] if c["above_threshold"]] == ["D-2"]
    assert second["candidates"] == []


def test_the_threshold_is_the_operators(run: Callable, files: tuple[Path, Path]) -> None:
    messages, listed = files
    lines = run("screen", "--list", listed, "--threshold", "0.01", messages, "--json").json()
    assert all(c["above_threshold"] for line in lines for c in line["candidates"] if c["score"] >= 0.01)
    assert run("screen", "--list", listed, "--threshold", "1.5", messages).status == 2


def test_for_people_it_shows_who_and_why(run: Callable, files: tuple[Path, Path]) -> None:
    messages, listed = files
    result = run("screen", "--list", listed, messages)
    assert result.status == 0
    assert "Yousef al-Karim" in result.out
    assert "OSEI" not in result.out


def test_what_a_search_left_out_is_told(run: Callable, tmp_path: Path) -> None:
    listed, table = tmp_path / "l.csv", tmp_path / "t.csv"
    rows = "".join(f"DEMO,D-{number},Ilse Skjoldager,,,,\n" for number in range(70))
    listed.write_text("list,entry_id,name,aliases,birth_date,nationality,document_number\n" + rows)
    table.write_text("full_name\nIlse Skjoldager\nBoris Fiktivov\n")
    result = run("screen", "--list", listed, table, "--json")
    assert [line["left_out"] for line in result.json()] == [["not-compared", "not-reported"], []]
    assert "not-compared: 1 travellers: more entries could" in result.err
    shown = run("screen", "--list", listed, table)
    assert shown.out.splitlines()[1].startswith("  not-compared: more entries could")
    assert "Fiktivov" not in shown.out


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("full_name,dob\nA,1\n", "'dob'"),
        ("hello", "UNB"),
        ('{"full_name": "A"}\nnot json\n', "line 2"),
    ],
)
def test_bad_travellers_are_refused(
    run: Callable, files: tuple[Path, Path], tmp_path: Path, content: str, says: str
) -> None:
    bad = tmp_path / "bad"
    bad.write_text(content)
    result = run("screen", "--list", files[1], bad, "--json")
    assert result.status == 2
    mode, refusal = result.err.splitlines()
    assert mode.endswith(DEMO_SAYS)
    assert says in refusal


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("list,entry_id,name,birth\nX,1,A,1\n", "birth"),
        ("", "empty"),
        ("<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>", "cut"),
        (
            '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><CONSOLIDATED_LIST>&e;</CONSOLIDATED_LIST>',
            "document type",
        ),
    ],
)
def test_a_bad_list_is_refused(
    run: Callable, files: tuple[Path, Path], tmp_path: Path, content: str, says: str
) -> None:
    bad = tmp_path / "bad.list"
    bad.write_text(content)
    result = run("screen", "--list", bad, files[0])
    assert result.status == 2
    assert result.out == ""
    assert says.lower() in result.err.lower()
    assert str(bad) in result.err
