"""A questionnaire as an ODS workbook: the same rows as the XLSX one, every cell a text, none of them a formula.

Written with lxml and zipfile, by OASIS ODF 1.3: the libraries that write ODS come without wheels, and the lock takes
wheels only.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

from lxml import etree

from gatehouse.assessment.questions.given import Given
from gatehouse.assessment.questions.ods_form import CONTENT, MANIFEST, MIMETYPE, NAMES, name
from gatehouse.assessment.questions.questionnaire import Questionnaire
from gatehouse.assessment.questions.workbook_form import COLUMNS, FILLED, SHEET_ABOUT, SHEET_ANSWERS
from gatehouse.assessment.questions.workbook_writing import FILL_COLOUR, About, about_rows, answer_rows

MANIFEST_XML = (
    b'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    b'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    b'<manifest:file-entry manifest:full-path="/" manifest:media-type="' + MIMETYPE + b'"/>'
    b'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
WIDE, NARROW = "9cm", "3cm"
WIDE_COLUMNS = ("text", "guidance", "options", "answer", "remarks")
SPACES = re.compile(r"( {2,}|\t)")


def ods(
    questionnaire: Questionnaire, about: About, standing: Mapping[str, tuple[int, Given]], language: str = "en"
) -> bytes:
    """The ODS file; what stands in it is as of `workbook_writing.workbook`."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        # The first part, not compressed: by it programs know the file without unpacking it.
        archive.writestr(zipfile.ZipInfo("mimetype"), MIMETYPE, zipfile.ZIP_STORED)
        archive.writestr(MANIFEST, MANIFEST_XML)
        archive.writestr(CONTENT, _content(questionnaire, about, standing, language))
    return stream.getvalue()


def _content(
    questionnaire: Questionnaire, about: About, standing: Mapping[str, tuple[int, Given]], language: str
) -> bytes:
    root = etree.Element(name("office:document-content"), {name("office:version"): "1.3"}, nsmap=NAMES)
    _styles(root)
    body = etree.SubElement(etree.SubElement(root, name("office:body")), name("office:spreadsheet"))
    rows = answer_rows(questionnaire, standing, language)
    codes = {question.id: tuple(question.options) for question in questionnaire.questions() if question.is_coded}
    _validations(body, codes)
    _sheet(body, SHEET_ABOUT, [(NARROW, 1), (WIDE, 1)], about_rows(questionnaire, about, language), {})
    widths = [(WIDE if column in WIDE_COLUMNS else NARROW, 1) for column in COLUMNS]
    _sheet(body, SHEET_ANSWERS, widths, [list(COLUMNS), *rows], codes)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _styles(root: etree._Element) -> None:
    styles = etree.SubElement(root, name("office:automatic-styles"))
    for width in (WIDE, NARROW):
        style = etree.SubElement(
            styles, name("style:style"), {name("style:name"): f"w{width}", name("style:family"): "table-column"}
        )
        etree.SubElement(style, name("style:table-column-properties"), {name("style:column-width"): width})
    for called, cell in (
        ("locked", {name("style:cell-protect"): "protected"}),
        ("filled", {name("style:cell-protect"): "none", name("fo:background-color"): f"#{FILL_COLOUR}"}),
    ):
        style = etree.SubElement(
            styles, name("style:style"), {name("style:name"): called, name("style:family"): "table-cell"}
        )
        etree.SubElement(style, name("style:table-cell-properties"), {**cell, name("fo:wrap-option"): "wrap"})


def _validations(body: etree._Element, codes: Mapping[str, Sequence[str]]) -> None:
    found = etree.SubElement(body, name("table:content-validations"))
    for question, of in codes.items():
        listed = ";".join(f'"{code}"' for code in of)
        told = {"table:name": f"codes-{question}", "table:condition": f"of:cell-content-is-in-list({listed})"}
        told |= {"table:allow-empty-cell": "true", "table:base-cell-address": f"{SHEET_ANSWERS}.A1"}
        etree.SubElement(found, name("table:content-validation"), {name(key): value for key, value in told.items()})


def _sheet(
    body: etree._Element,
    called: str,
    widths: Sequence[tuple[str, int]],
    rows: Sequence[Sequence[str]],
    codes: Mapping[str, Sequence[str]],
) -> None:
    """A sheet of texts. It is protected against slips only: there is no password, and the reader trusts nothing."""
    sheet = etree.SubElement(body, name("table:table"), {name("table:name"): called, name("table:protected"): "true"})
    for width, _count in widths:
        etree.SubElement(sheet, name("table:table-column"), {name("table:style-name"): f"w{width}"})
    for number, row in enumerate(rows):
        line = etree.SubElement(sheet, name("table:table-row"))
        is_answers = called == SHEET_ANSWERS and number > 0
        for column, value in enumerate(row):
            is_filled = is_answers and COLUMNS[column] in FILLED
            told = {"office:value-type": "string", "table:style-name": "filled" if is_filled else "locked"}
            if is_filled and COLUMNS[column] == "answer" and row[0] in codes:
                told["table:content-validation-name"] = f"codes-{row[0]}"
            _text(
                etree.SubElement(line, name("table:table-cell"), {name(key): one for key, one in told.items()}), value
            )


def _text(cell: etree._Element, value: str) -> None:
    """The value in paragraphs, one for each line; runs of spaces and tabs have elements of their own."""
    if not value:
        del cell.attrib[name("office:value-type")]
        return
    for line in value.split("\n"):
        paragraph = etree.SubElement(cell, name("text:p"))
        last: etree._Element | None = None
        for part in filter(None, SPACES.split(line)):
            if part == "\t":
                last = etree.SubElement(paragraph, name("text:tab"))
            elif part.startswith("  "):
                last = etree.SubElement(paragraph, name("text:s"), {name("text:c"): str(len(part))})
            elif last is None:
                paragraph.text = part
            else:
                last.tail = part
