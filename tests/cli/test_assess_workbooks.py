"""The offline round trip and the economy report from the command line."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from workbooks import filled_ods

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def book(database: object, run: Callable, tmp_path: Path) -> Path:
    """The survey of a State, exported."""
    del database
    run("assess", "add-state", "X-AL", "--region", "demo", "--name-en", "Altona", "--name-zh", "阿尔托纳")
    run("assess", "add-cycle", "2026", "--begins", "2026-01-01", "--ends", "2026-12-31")
    file = tmp_path / "a.xlsx"
    assert run("assess", "export-questionnaire", "survey", "X-AL", "2026", file).status == 0
    return file


def fill(file: Path, **cells: object) -> None:
    """Fill in cells of the answers."""
    book = load_workbook(BytesIO(file.read_bytes()))
    for place, value in cells.items():
        book["Answers"][place] = value
    book.save(file)


def test_it_is_shown_first_and_stored_when_asked(run: Callable, book: Path) -> None:
    fill(book, I2="yes")
    shown = run("assess", "import-answers", book)
    assert "1 new or changed" in shown.out
    assert "nothing was stored" in shown.out
    assert "1 stored, 0 kept as contested" in run("assess", "import-answers", book, "--store").out
    assert "1 the same" in run("assess", "import-answers", book).out


def test_a_conflict_is_shown_before_anything_is_stored(run: Callable, book: Path) -> None:
    fill(book, I2="yes")
    run("assess", "answer", "X-AL", "2026", "strategy-adopted", "partly")
    assert "row 2  strategy-adopted: was answered since version 0" in run("assess", "import-answers", book).out
    assert "strategy-adopted: partly" in run("assess", "answers", "X-AL", "2026").out


def test_what_is_refused_is_said_by_row(run: Callable, book: Path, tmp_path: Path) -> None:
    fill(book, I2="=1+1", I3="wrong")
    refused = run("assess", "import-answers", book)
    assert refused.status == 2
    assert "row 2: strategy-adopted: a formula is no answer" in refused.err
    macro = tmp_path / "a.xlsm"
    macro.write_bytes(book.read_bytes())
    assert "macros" in run("assess", "import-answers", macro).err
    assert run("assess", "export-questionnaire", "survey", "X-AL", "2026", tmp_path / "a.xls").status == 2


@pytest.mark.usefixtures("book")
def test_an_ods_goes_out_and_comes_back(run: Callable, tmp_path: Path) -> None:
    file = tmp_path / "a.ods"
    assert run("assess", "export-questionnaire", "survey", "X-AL", "2026", file).status == 0
    file.write_bytes(filled_ods(file.read_bytes(), {"api-stage": "building"}))
    assert "1 stored, 0 kept as contested" in run("assess", "import-answers", file, "--store").out


@pytest.mark.usefixtures("book")
def test_the_economy_is_reported_in_numbers(run: Callable) -> None:
    told = run("assess", "economy")
    assert "93 questions asked, 64 of them distinct: 29 are answered once" in told.out
    (report,) = run("assess", "economy", "--json", "--questionnaire", "survey").json()
    assert (report["asked"], report["removable"]) == (18, [])
