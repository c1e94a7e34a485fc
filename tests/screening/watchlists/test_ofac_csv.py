"""The OFAC CSV set: main file and companions."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.ofac_csv import list_name
from gatehouse.screening.watchlists.ofac_remarks import ofac_name
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.terms.entry import NameQuality

SHARED = Path(__file__).parents[4] / "shared" / "data" / "lists" / "ofac_sdn.csv"
NO = "-0- "
MAIN = (
    f'1,"UTOPIAN AIRLINES",{NO},"CUBA",{NO},{NO},{NO},{NO},{NO},{NO},{NO},{NO}\r\n'
    f'2,"NIMBUS, Zoran","individual","SDGT] [CYBER2","Dr",{NO},{NO},{NO},{NO},{NO},{NO},'
    "\"DOB 1970; a.k.a. 'CLOUD'; Pas\"\r\n"
    f'3,"DOE, Jane","individual","NEW",{NO},{NO},{NO},{NO},{NO},{NO},{NO},{NO}\r\n\x1a\r\n'
)
ALT = f'1,10,"aka","UTOPIAIR",{NO}\r\n2,11,"fka","NIMBO, Zoran",{NO}\r\n\x1a\r\n'
ADD = f'2,20,"1 Main Street","Nowhere","Utopia",{NO}\r\n\x1a\r\n'
COMMENTS = '2,"sport X000001 (Iran)."\r\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("sdn", MAIN), ("alt", ALT), ("add", ADD), ("sdn_comments", COMMENTS)):
        (tmp_path / f"x_{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_persons_are_put_together_from_all_four_files(folder: Path) -> None:
    reading = read_list(folder / "x_sdn.csv")
    nimbus, doe = reading.entries
    assert (reading.list, reading.format, reading.not_persons) == ("OFAC-SDN", "ofac-sdn-csv", 1)
    assert [(name.full, name.quality.value, name.surname) for name in nimbus.names] == [
        ("Zoran NIMBUS", "primary", "NIMBUS"),
        ("Zoran NIMBO", "strong", "NIMBO"),
        ("CLOUD", "weak", None),
    ]
    assert nimbus.programme == "SDGT; CYBER2"
    assert nimbus.legal_basis == "Executive Order 13224; Executive Order 13694"
    assert nimbus.contacts == ("1 Main Street, Nowhere, Utopia",)
    assert [(document.number, document.issuer) for document in nimbus.documents] == [("X000001", "IRN")]
    assert (nimbus.remarks or "").startswith("Title: Dr; DOB 1970")
    assert doe.remarks is doe.legal_basis is None
    assert [finding.code for finding in reading.findings] == ["entries-not-persons"]


def test_absent_companions_are_said(folder: Path) -> None:
    for name in ("x_alt.csv", "x_add.csv"):
        (folder / name).unlink()
    found = [finding.code for finding in read_list(folder / "x_sdn.csv").findings]
    assert found.count("ofac-companion-absent") == 2


def test_a_companion_alone_is_refused_with_the_remedy(folder: Path) -> None:
    for name in ("x_alt.csv", "x_add.csv"):
        with pytest.raises(ListFileError, match=r"give sdn\.csv"):
            read_list(folder / name)


@pytest.mark.parametrize(
    ("text", "cause"),
    [(MAIN[:-30], "last row is not complete"), (MAIN[: MAIN.index("1970")], "quoted cell")],
)
def test_a_cut_main_file_is_refused(folder: Path, text: str, cause: str) -> None:
    (folder / "x_sdn.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ListFileError, match=cause):
        read_list(folder / "x_sdn.csv")


def test_a_row_of_another_width_is_skipped(folder: Path) -> None:
    (folder / "x_sdn.csv").write_text(MAIN.replace("3,", '9,"ODD"\r\n3,'), encoding="utf-8")
    reading = read_list(folder / "x_sdn.csv")
    assert (len(reading.entries), reading.skipped) == (2, 1)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("sdn.csv", "OFAC-SDN"),
        ("cons_prim.csv", "OFAC-CONS"),
        ("a/consolidated.xml", "OFAC-CONS"),
        ("con/sdn.csv", "OFAC-SDN"),
    ],
)
def test_the_consolidated_list_has_its_own_name(name: str, expected: str) -> None:
    assert list_name(name) == expected


def test_companions_of_the_consolidated_set_are_found(tmp_path: Path) -> None:
    for name, text in (("prim", MAIN), ("alt", ALT), ("add", ADD), ("comments", COMMENTS)):
        (tmp_path / f"cons_{name}.csv").write_text(text, encoding="utf-8")
    reading = read_list(tmp_path / "cons_prim.csv")
    assert reading.list == "OFAC-CONS"
    assert len(reading.entries[0].names) == 3
    assert reading.entries[0].documents


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the real lists are not beside the project")
class TestRealFiles:
    def test_every_individual_is_loaded_with_every_alternate_name(self) -> None:
        text = SHARED.read_text(encoding="utf-8")
        reading = read_list(SHARED)
        assert len(reading.entries) == text.count(',"individual",') == 4620
        assert reading.skipped == 0
        loaded = {entry.entry_id: {name.full for name in entry.names} for entry in reading.entries}
        with SHARED.with_name("ofac_alt.csv").open(encoding="utf-8", newline="") as rows:
            alternates = [row for row in csv.reader(rows) if row[0] in loaded]
        assert len(alternates) > 4000
        assert not [row[1] for row in alternates if ofac_name(row[3], NameQuality.STRONG).full not in loaded[row[0]]]

    def test_every_stated_birth_date_is_read(self) -> None:
        reading = read_list(SHARED)
        assert "list-birth-date-unread" not in {finding.code for finding in reading.findings}
        stated = [entry for entry in reading.entries if "DOB " in (entry.remarks or "")]
        assert len([entry for entry in stated if entry.birth_dates]) >= len(stated) - 2
