"""The door: any file becomes a reading or one clear error."""

from __future__ import annotations

import ast
import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening import watchlists
from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.reader import read_list, read_stream

ROOM = Path(watchlists.__file__).parent
STARTS = (
    b"",
    b"<CONSOLIDATED_LIST>",
    b"<sdnList>",
    b"<export>",
    b"list,entry_id,name\n",
    b"fileGenerationDate;Entity_LogicalId;NameAlias_WholeName\n",
    b"Name 6,Name 1,Group ID\n",
    b'{"id":"1","schema":"Person","properties":{"name":["A"]}}\n',
    b'1,"A","individual",-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,"',
)


@given(st.sampled_from(STARTS), st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_no_bytes_crash_the_readers(start: bytes, rest: bytes) -> None:
    said = None
    try:
        entries = read_stream(io.BytesIO(start + rest), "list").entries
    except ListFileError as refused:
        entries, said = (), str(refused)
    assert entries or (said and said.startswith("list: ") and "\n" not in said)


def test_a_file_cut_anywhere_is_read_or_refused_and_never_gives_a_person_it_did_not_list() -> None:
    row = 'A,1,"Doe, Jane",weak:Cloud;Зоран,1970;circa 1971,X1|passport|D\n'
    whole = ("list,entry_id,name,aliases,birth_dates,document_numbers\n" + row + row.replace(",1,", ",2,")).encode()
    (one, two) = read_stream(io.BytesIO(whole), "list").entries
    for length in range(len(whole)):
        try:
            found = read_stream(io.BytesIO(whole[:length]), "list").entries
        except ListFileError:
            continue
        # A cut inside the last cell or between rows leaves rows of full width; only that cell may be shorter.
        assert [entry.names for entry in found] in ([one.names], [one.names, two.names])


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.csv", tmp_path):
        with pytest.raises(ListFileError) as caught:
            read_list(path)
        assert caught.value.file == str(path)


def test_the_ending_of_the_name_means_nothing(tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    path.write_text("list,entry_id,name\nA,1,Jane Doe\n", encoding="utf-8")
    assert read_list(path).format == "gatehouse-csv"
    assert read_list(str(path), "MINE").entries[0].list == "MINE"


def test_every_finding_the_room_makes_is_in_its_table_and_the_other_way_round() -> None:
    with (ROOM / "findings.csv").open(encoding="utf-8", newline="") as rows:
        table = {row["code"]: row["severity"] for row in csv.DictReader(rows)}
    made = {}
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("error", "warning", "info")
            ):
                code = node.args[0]
                assert isinstance(code, ast.Constant), f"{path.name}: a finding's code is not written out"
                made[code.value] = node.func.id
    assert made == table
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", code) for code in table)
