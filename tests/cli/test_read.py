"""`gatehouse read`: the contract's lines, and one clear line for every bad file."""

from __future__ import annotations

import bz2
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest


def test_json_is_one_object_for_each_message(run: Callable, paxlst: str, tmp_path: Path) -> None:
    first, second = tmp_path / "a.edi", tmp_path / "b.edi"
    first.write_text(paxlst * 2)
    second.write_text(paxlst)
    result = run("read", first, second, "--json")
    assert result.status == 0
    sources = [line["source"] for line in result.json()]
    assert [(s["file"], s["index"]) for s in sources] == [(str(first), 0), (str(first), 1), (str(second), 0)]
    assert sources[0]["sha256"] == hashlib.sha256(first.read_bytes()).hexdigest()
    assert [len(line["travellers"]) for line in result.json()] == [2, 2, 2]


def test_the_summary_names_people_and_findings(run: Callable, paxlst: str, tmp_path: Path) -> None:
    path = tmp_path / "a.edi"
    path.write_text(paxlst.replace("UNT+19", "UNT+99"))
    result = run("read", path)
    assert result.status == 0
    assert "passenger-list" in result.out
    assert "KARIM" in result.out
    assert "segment-count" in result.out


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\x00\xff" * 5000, "byte 0"),
        (b"just a letter\n", "UNB"),
        (bz2.compress(b"UNB+UNOA:4"), "bzip2"),
        (b"%PDF-1.7 ...", "PDF"),
    ],
    ids=["empty", "binary", "text", "bzip2", "pdf"],
)
def test_a_file_that_is_no_edifact_is_refused_in_one_line(
    run: Callable, tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "bad.edi"
    path.write_bytes(content)
    result = run("read", path, "--json")
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert str(path) in result.err
    assert says in result.err
    assert "Traceback" not in result.err


def test_a_file_without_terminators_is_refused_early(run: Callable, tmp_path: Path) -> None:
    path = tmp_path / "endless.edi"
    path.write_bytes(b"UNB+UNOA:4+A+B+210513:0900+1" + b"A" * 3_000_000)
    result = run("read", path)
    assert result.status == 2
    assert "longer than" in result.err


@pytest.mark.parametrize("name", ["missing.edi", "."])
def test_what_is_no_file_is_refused(run: Callable, tmp_path: Path, name: str) -> None:
    result = run("read", tmp_path / name)
    assert result.status == 2
    assert result.err.startswith("gatehouse: ")


def test_messages_before_the_fault_are_kept(run: Callable, paxlst: str, tmp_path: Path) -> None:
    path = tmp_path / "cut.edi"
    path.write_text(paxlst + paxlst[:200])
    result = run("read", path, "--json")
    assert result.status == 0
    whole, cut = result.json()
    assert len(whole["travellers"]) == 2
    assert "message-trailer-missing" in [finding["code"] for finding in cut["findings"]]


def test_a_bad_file_does_not_stop_the_others(run: Callable, paxlst: str, tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.edi", tmp_path / "good.edi"
    bad.write_text("no message")
    good.write_text(paxlst)
    result = run("read", bad, good, "--json")
    assert result.status == 2
    assert [line["source"]["file"] for line in result.json()] == [str(good)]
    assert str(bad) in result.err


def test_what_is_sensitive_is_not_printed(run: Callable, tmp_path: Path) -> None:
    path = tmp_path / "a.edi"
    path.write_bytes(
        b"UNB+UNOA:4+A+B+210513:0900+1'UNH+1+PNRGOV:11:1:IA'MSG+:22'SRC'SSR+MOML:HK:1:ZZ'IFT+4:28+IS MUSLIM'"
        b"TIF+CHURCH+ANN:A:1'UNT+7+1'UNZ+1+1'"
    )
    for arguments in (("read", "--json", path), ("read", path)):
        result = run(*arguments)
        assert "CHURCH" in result.out
        assert "sensitive-removed" in result.out
        assert not {"MOML", "MUSLIM"} & set(result.out.replace('"', " ").split())
