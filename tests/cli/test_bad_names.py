"""Bad names through the commands: an answer for each, a disguise said, nothing that a terminal would obey."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from gatehouse.names.name import LOOK_ALIKES

FAULTS = {
    "one-letter": "J",
    "ten-thousand-characters": "Karim " * 1_667,
    "all-particles": "al bin von de la",
    "emoji": "😀😀",
    "mixed-script": "Yusuf Карим محمد 李",
    "control-characters": "\x01Yusuf\x1b[31m al-Karim\x07",
    "bidi-override": "\u202eYusuf al-Karim\u202c",
    "combining-bomb": "Yusuf al-Karim" + "\u0301" * 3_000,
    "homoglyph": "Yusuf al-K\u0430rim",
}
EVERY = pytest.mark.parametrize("name", [pytest.param(name, id=fault) for fault, name in FAULTS.items()])


@pytest.fixture
def listed(tmp_path: Path, list_csv: str) -> Path:
    """A list with Yousef al-Karim, born 1976-05-17."""
    path = tmp_path / "list.csv"
    path.write_text(list_csv)
    return path


@EVERY
def test_match_answers(run: Callable, name: str) -> None:
    result = run("match", "--json", name, "Yousef al-Karim")
    assert result.status == 0
    (answer,) = result.json()
    assert 0.0 <= answer["score"] <= 1.0
    assert answer["explanation"]


@EVERY
def test_match_in_words_writes_nothing_that_a_terminal_obeys(run: Callable, name: str) -> None:
    result = run("match", name, "Yousef al-Karim")
    assert result.status == 0
    assert not set(result.out) & set("\x00\x01\x07\x1b")


@EVERY
def test_every_row_is_answered(run: Callable, listed: Path, tmp_path: Path, name: str) -> None:
    table = tmp_path / "t.jsonl"
    rows = [{"full_name": name, "birth_date": "1976-05-17"}, {"full_name": "Ama Osei"}]
    table.write_bytes(b"\n".join(map(orjson.dumps, rows)))
    result = run("screen", "--list", listed, "--json", table)
    assert result.status == 0
    first, second = result.json()
    assert [first["traveller"]["number"], second["traveller"]["number"]] == [1, 2]
    assert first["traveller"]["names"] == [name.strip()]


@pytest.mark.parametrize("fault", ["control-characters", "bidi-override", "combining-bomb", "homoglyph"])
def test_a_name_that_can_be_read_is_found_in_a_table(run: Callable, listed: Path, tmp_path: Path, fault: str) -> None:
    table = tmp_path / "t.jsonl"
    table.write_bytes(orjson.dumps({"full_name": FAULTS[fault], "birth_date": "1976-05-17"}))
    (line,) = run("screen", "--list", listed, "--json", table).json()
    assert [candidate["entry_id"] for candidate in line["candidates"] if candidate["above_threshold"]] == ["D-1"]


def test_a_disguise_is_found_and_said_in_every_form(run: Callable, listed: Path, tmp_path: Path) -> None:
    disguised = FAULTS["homoglyph"]
    (pair,) = run("match", "--json", disguised, "Yousef al-Karim").json()
    assert pair["above_threshold"]
    assert [r["how"] for r in pair["explanation"] if r["feature"] == "name-remark"] == [f"traveller: {LOOK_ALIKES}"]
    assert LOOK_ALIKES in run("match", disguised, "Yousef al-Karim").out
    table = tmp_path / "t.csv"
    table.write_text(f"full_name\n{disguised}\n")
    (line,) = run("screen", "--list", listed, "--json", table).json()
    (finding,) = line["findings"]
    assert (finding["code"], finding["severity"], finding["text"]) == ("name-remark", "warning", LOOK_ALIKES)
    assert line["candidates"][0]["above_threshold"]
    assert "name-remark" in [reason["feature"] for reason in line["candidates"][0]["explanation"]]


def test_a_disguise_that_meets_nobody_is_said_all_the_same(run: Callable, listed: Path, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("full_name\nGr\u0435ta Lindqvist\n")
    (line,) = run("screen", "--list", listed, "--json", table).json()
    assert line["candidates"] == []
    assert [finding["code"] for finding in line["findings"]] == ["name-remark"]


def test_a_disguise_in_a_message_is_said(run: Callable, listed: Path, tmp_path: Path, paxlst: str) -> None:
    message = tmp_path / "m.edi"
    message.write_text(paxlst.replace("UNOA:4", "UNOY:4").replace("OSEI:AMA", "OSE\u0406:AMA"), encoding="utf-8")
    lines = run("screen", "--list", listed, "--json", message).json()
    assert [[finding["code"] for finding in line["findings"]] for line in lines] == [[], ["name-remark"]]


def test_a_name_without_letters_is_a_finding_and_the_traveller_is_screened_by_document(
    run: Callable, listed: Path, tmp_path: Path
) -> None:
    table = tmp_path / "t.csv"
    table.write_text("full_name,document_number,document_issuer\n😀😀,99887766,RUS\n")
    (line,) = run("screen", "--list", listed, "--json", table).json()
    assert [finding["code"] for finding in line["findings"]] == ["name-unreadable"]
    assert [candidate["entry_id"] for candidate in line["candidates"]] == ["D-2"]


@pytest.mark.parametrize(
    ("date", "codes"),
    [("1976-02-30", ["birth-date-unreadable"]), ("9999-12-31", []), ("1976-13", ["birth-date-unreadable"])],
    ids=["30-february", "year-9999", "month-13"],
)
def test_a_date_that_cannot_be_is_a_finding_and_hides_nobody(
    run: Callable, listed: Path, tmp_path: Path, date: str, codes: list[str]
) -> None:
    table, pairs = tmp_path / "t.csv", tmp_path / "p.csv"
    table.write_text(f"full_name,birth_date\nYousef al-Karim,{date}\n")
    (line,) = run("screen", "--list", listed, "--json", table).json()
    assert [finding["code"] for finding in line["findings"]] == codes
    assert bool(line["candidates"]) == bool(codes), "a birth date that cannot be read speaks against nobody"
    pairs.write_text(f"left_name,right_name,left_birth_date\nAma Osei,Ama Osei,{date}\n")
    (pair,) = run("match", "--pairs", pairs, "--json").json()
    assert [finding["code"] for finding in pair["findings"]] == codes


def test_an_empty_name(run: Callable, listed: Path, tmp_path: Path) -> None:
    assert run("match", "", "Yousef al-Karim").status == 2
    table, pairs = tmp_path / "t.csv", tmp_path / "p.csv"
    table.write_text("full_name,sex\n,M\nAma Osei,F\n")
    lines = run("screen", "--list", listed, "--json", table).json()
    assert [[finding["code"] for finding in line["findings"]] for line in lines] == [["name-missing"], []]
    pairs.write_text("left_name,right_name\n,Ama Osei\n")
    (pair,) = run("match", "--pairs", pairs, "--json").json()
    assert not pair["above_threshold"]


def test_an_entry_with_five_thousand_aliases(run: Callable, tmp_path: Path) -> None:
    names = ";".join(f"Tomas Drozd{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(4_998))
    path, table = tmp_path / "many.csv", tmp_path / "t.csv"
    path.write_text(f"list,entry_id,name,aliases\nDEMO,D-1,Somebody Else,{names};Ilse Varga\n")
    table.write_text("full_name\nIlse Varga\n")
    result = run("screen", "--list", path, "--json", table)
    (line,) = result.json()
    assert line["candidates"][0]["above_threshold"]
