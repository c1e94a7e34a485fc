"""Hostile workbooks are refused before anything in them is interpreted, each with its reason."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from openpyxl import Workbook

from gatehouse.assessment.questions.errors import WorkbookError
from gatehouse.assessment.questions.workbook_safety import FILE_BYTES_MAX, require_safe
from workbooks import part_of, with_part

TYPES, RELS = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"


@pytest.fixture(scope="module")
def plain() -> bytes:
    """A workbook of nothing."""
    stream = BytesIO()
    Workbook().save(stream)
    return stream.getvalue()


def test_a_plain_workbook_passes(plain: bytes) -> None:
    require_safe(plain, "a.xlsx")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("xl/vbaProject.bin", "macros"),
        ("xl/VBAPROJECT.BIN", "macros"),
        ("xl/externalLinks/externalLink1.xml", "linked to other workbooks"),
        ("xl/connections.xml", "from elsewhere"),
        ("xl/embeddings/oleObject1.bin", "embedded"),
        ("xl/activeX/activeX1.xml", "active controls"),
        ("xl/macrosheets/sheet1.xml", "macro sheets"),
    ],
)
def test_parts_that_act_or_reach_outside_are_refused(plain: bytes, name: str, reason: str) -> None:
    with pytest.raises(WorkbookError, match=reason):
        require_safe(with_part(plain, name, b"x"), "a.xlsx")


@pytest.mark.parametrize("name", ["a.xlsm", "a.XLSM", "a.xltm", "a.xlsb"])
def test_names_of_workbooks_with_macros_are_refused(plain: bytes, name: str) -> None:
    with pytest.raises(WorkbookError, match="macros"):
        require_safe(plain, name)


def test_a_macro_workbook_under_another_name_is_refused(plain: bytes) -> None:
    told = part_of(plain, TYPES).replace(
        b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"macroEnabled.main"
    )
    with pytest.raises(WorkbookError, match="macros"):
        require_safe(with_part(plain, TYPES, told), "a.xlsx")


def test_what_is_fetched_from_outside_is_refused_and_a_typed_address_is_not(plain: bytes) -> None:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for kind, passes in (("hyperlink", True), ("image", False), ("attachedTemplate", False)):
        link = f'<Relationship Id="r9" Type="{kinds}/{kind}" Target="http://x.example/" TargetMode="External"/>'
        told = part_of(plain, RELS).replace(b"</Relationships>", link.encode() + b"</Relationships>")
        book = with_part(plain, RELS, told)
        if passes:
            require_safe(book, "a.xlsx")
        else:
            with pytest.raises(WorkbookError, match="outside"):
                require_safe(book, "a.xlsx")


@pytest.mark.parametrize("beginning", [b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"\xff\xfe<\x00"])
def test_entities_and_charsets_that_hide_them_are_refused(plain: bytes, beginning: bytes) -> None:
    with pytest.raises(WorkbookError, match="save it again"):
        require_safe(with_part(plain, "xl/styles.xml", beginning + b"<x/>"), "a.xlsx")


def test_a_bomb_is_refused_by_what_it_says_of_itself(plain: bytes) -> None:
    bomb = with_part(plain, "xl/worksheets/sheet9.xml", b"0" * (20 << 20))
    assert len(bomb) < 1 << 20
    with pytest.raises(WorkbookError, match="far more"):
        require_safe(bomb, "a.xlsx")


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(plain: bytes) -> None:
    bomb = bytearray(with_part(plain, "xl/worksheets/sheet9.xml", b"0" * (20 << 20)))
    real = struct.pack("<L", 20 << 20)
    while (place := bomb.find(real)) >= 0:
        bomb[place : place + 4] = struct.pack("<L", 1000)
    with pytest.raises(WorkbookError, match="no XLSX"):
        require_safe(bytes(bomb), "a.xlsx")


def test_many_parts_and_large_files_are_refused(plain: bytes) -> None:
    many = plain
    stream = BytesIO(many)
    import zipfile

    with zipfile.ZipFile(stream, "a") as archive:
        for number in range(301):
            archive.writestr(f"xl/x{number}", b"")
    with pytest.raises(WorkbookError, match="parts"):
        require_safe(stream.getvalue(), "a.xlsx")
    with pytest.raises(WorkbookError, match="larger than"):
        require_safe(b"x" * (FILE_BYTES_MAX + 1), "a.xlsx")


@pytest.mark.parametrize("data", [b"", b"text", b"PK\x03\x04 cut short", b"\xd0\xcf\x11\xe0 old or encrypted"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(WorkbookError, match="no XLSX"):
        require_safe(data, "a.xlsx")


def test_a_workbook_that_is_cut_short_is_refused(plain: bytes) -> None:
    for end in range(0, len(plain), 97):
        with pytest.raises(WorkbookError):
            require_safe(plain[:end], "a.xlsx")
