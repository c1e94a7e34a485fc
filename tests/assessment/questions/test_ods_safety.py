"""Hostile ODS files are refused before a cell is read, each with its reason; what LibreOffice writes passes."""

from __future__ import annotations

import pytest

from gatehouse.assessment.questions.errors import WorkbookError
from gatehouse.assessment.questions.ods_form import CONTENT, MANIFEST
from gatehouse.assessment.questions.ods_writing import ods
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.questions.workbook_safety import require_safe
from gatehouse.assessment.questions.workbook_writing import About
from workbooks import part_of, with_part

ABOUT = About("X-AL", "2026", "survey/1", "2026-05-01T00:00:00+00:00")


@pytest.fixture(scope="module")
def plain() -> bytes:
    """The survey as it goes out."""
    return ods(questionnaire_of("survey"), ABOUT, {})


def _within(plain: bytes, told: bytes) -> bytes:
    content = part_of(plain, CONTENT).replace(b"<office:body>", told + b"<office:body>", 1)
    assert told in content
    return with_part(plain, CONTENT, content)


def test_plain_ones_pass(plain: bytes) -> None:
    assert require_safe(plain, "a.ods") == "ods"
    assert require_safe(_within(plain, b"<office:scripts/>"), "a.ods") == "ods"
    link = b'<text:p><text:a xlink:href="http://x.example/">x</text:a></text:p>'
    assert require_safe(_within(plain, link), "a.ods") == "ods", "a typed address is followed by nobody"
    for name in ("Thumbnails/thumbnail.png", "Configurations2/images/x", "settings.xml", "meta.xml", "manifest.rdf"):
        assert require_safe(with_part(plain, name, b"<x/>"), "a.ods") == "ods"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Basic/Standard/Module1.xml", "macros"),
        ("Scripts/python/x.py", "macros"),
        ("META-INF/macrosignatures.xml", "macros"),
        ("Object 1/content.xml", "embedded"),
        ("ObjectReplacements/Object 1", "embedded"),
    ],
)
def test_parts_that_act_are_refused(plain: bytes, name: str, reason: str) -> None:
    with pytest.raises(WorkbookError, match=reason):
        require_safe(with_part(plain, name, b"<x/>"), "a.ods")


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (
            b"<office:scripts><office:event-listeners><script:event-listener/></office:event-listeners></office:scripts>",
            "macros",
        ),
        (b'<office:scripts><office:script script:language="x">x</office:script></office:scripts>', "macros"),
        (b'<table:table-source xlink:href="other.ods"/>', "linked"),
        (b'<office:dde-source office:dde-application="x"/>', "linked"),
        (b'<table:database-source-sql table:sql-statement="x"/>', "elsewhere"),
        (b'<draw:object xlink:href="./Object 1"/>', "embedded"),
        (b'<draw:image xlink:href="http://x.example/pixel.png"/>', "outside"),
        (b'<draw:image xlink:href="../../etc/x"/>', "outside"),
        (b'<table:table-cell table:number-rows-spanned="3" table:number-columns-spanned="1"/>', "merged"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]>", "entities"),
    ],
)
def test_what_acts_or_reaches_outside_is_refused(plain: bytes, told: bytes, reason: str) -> None:
    with pytest.raises(WorkbookError, match=reason):
        require_safe(_within(plain, told), "a.ods")


def test_other_documents_passwords_bombs_and_hidden_letters_are_refused(plain: bytes) -> None:
    with pytest.raises(WorkbookError, match="no XLSX or ODS"):
        require_safe(with_part(plain, "mimetype", b"application/vnd.oasis.opendocument.text"), "a.ods")
    locked = part_of(plain, MANIFEST).replace(
        b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>"
    )
    with pytest.raises(WorkbookError, match="password"):
        require_safe(with_part(plain, MANIFEST, locked), "a.ods")
    with pytest.raises(WorkbookError, match="far more"):
        require_safe(with_part(plain, CONTENT, b"<x>" + b"0" * (20 << 20) + b"</x>"), "a.ods")
    for beginning in (b"\xff\xfe<\x00", b'<?xml version="1.0" encoding="UTF-7"?>'):
        with pytest.raises(WorkbookError, match="UTF-8"):
            require_safe(with_part(plain, CONTENT, beginning + b"<x/>"), "a.ods")


def test_a_file_that_is_cut_short_is_refused(plain: bytes) -> None:
    for end in range(0, len(plain), 97):
        with pytest.raises(WorkbookError):
            require_safe(plain[:end], "a.ods")
