"""Whether a file is a workbook that may be opened at all: looked at as a zip, before anything in it is interpreted.

Refused: what is neither XLSX nor ODS, macros, links and embedded objects that reach outside, encrypted or oversized
parts, merged cells, and XML that defines entities. Limits hold for the sizes that the zip itself states, which Python's
reader does not exceed.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from gatehouse.assessment.questions.errors import WorkbookError
from gatehouse.assessment.questions.ods_safety import is_ods, require_plain_ods
from gatehouse.terms.saying import Saying

FILE_BYTES_MAX = 10 << 20
PARTS_MAX = 300
PART_BYTES_MAX = 64 << 20
WHOLE_BYTES_MAX = 100 << 20
SHEET_BYTES_MAX = 8 << 20
MARKUP_MAX = 200_000
"""Elements begun and ended in one part: a questionnaire has some thousands, and each costs more than its bytes."""
RATIO_MAX = 200
"""Unpacked to packed; real workbooks stay below 30. Looked at from a megabyte on."""
RATIO_FROM_BYTES = 1 << 20
_EXTERNAL = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)
_HYPERLINK = re.compile(rb"relationships/hyperlink[\"']", re.IGNORECASE)
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\b|\bnumber-(?:rows|columns)-spanned\s*=\s*[\"']0*(?:[2-9]|1\d)\d*[\"']", re.IGNORECASE
)
_ENCODING = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)")
FORBIDDEN = (
    ("vbaproject", Saying("it holds macros; save it as a workbook without macros (.xlsx)")),
    ("vbadata", Saying("it holds macros; save it as a workbook without macros (.xlsx)")),
    ("externallink", Saying("it is linked to other workbooks; break the links, keep the values, save again")),
    ("connections.xml", Saying("it fetches data from elsewhere; remove the connections and save again")),
    ("querytable", Saying("it fetches data from elsewhere; remove the queries and save again")),
    ("activex", Saying("it holds active controls; remove them and save again")),
    ("embeddings/", Saying("it holds embedded objects; remove them and send them as evidence")),
    ("macrosheet", Saying("it holds macro sheets; remove them and save again")),
)


def require_safe(data: bytes, name: str) -> str:
    """`xlsx` or `ods`, which it is. Raises `WorkbookError`, with the reason and what to do, unless it is plain and
    within the limits.
    """
    if name.lower().endswith((".xlsm", ".xltm", ".xlam", ".xlsb")):
        raise WorkbookError(Saying("it may hold macros; save it as a workbook without macros (.xlsx)"))
    if len(data) > FILE_BYTES_MAX:
        raise WorkbookError(
            Saying(
                "it is larger than %(most)s MB; send pictures and files as evidence instead", most=FILE_BYTES_MAX >> 20
            )
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _require_small(archive.infolist())
            if is_ods(archive):
                require_plain_ods(archive)
                _require_plain_parts(archive)
                return "ods"
            _require_plain(archive)
            return "xlsx"
    except WorkbookError:
        raise
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError):
        raise WorkbookError(
            Saying("it is no XLSX or ODS workbook; fill in the exported one and save it again")
        ) from None


def _require_small(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > PARTS_MAX or len({part.filename for part in parts}) != len(parts):
        raise WorkbookError(
            Saying(
                "it has more than %(most)s parts, or two of one name; fill in the exported one again", most=PARTS_MAX
            )
        )
    if any(part.flag_bits & 0x1 for part in parts):
        raise WorkbookError(Saying("it is protected by a password; save it without one"))
    whole = sum(part.file_size for part in parts)
    swollen = any(part.file_size > RATIO_FROM_BYTES and _ratio(part) > RATIO_MAX for part in parts)
    if whole > WHOLE_BYTES_MAX or swollen or any(part.file_size > PART_BYTES_MAX for part in parts):
        raise WorkbookError(
            Saying("it unpacks to far more than a questionnaire; copy the answers into the exported one again")
        )


def _ratio(part: zipfile.ZipInfo) -> float:
    return part.file_size / max(part.compress_size, 1)


def _require_plain(archive: zipfile.ZipFile) -> None:
    names = [name.lower() for name in archive.namelist()]
    for fragment, reason in FORBIDDEN:
        if any(fragment in name for name in names):
            raise WorkbookError(reason)
    if "[content_types].xml" not in names or not any(name.startswith("xl/workbook") for name in names):
        raise WorkbookError(Saying("it is no XLSX or ODS workbook; fill in the exported one and save it again"))
    _require_plain_parts(archive)


def _require_plain_parts(archive: zipfile.ZipFile) -> None:
    for part in archive.infolist():
        if part.filename.lower().endswith((".xml", ".rels", ".vml")):
            _require_plain_xml(archive.read(part), part.filename.lower())


def _require_plain_xml(data: bytes, name: str) -> None:
    if len(data) > SHEET_BYTES_MAX or data.count(b"<") > MARKUP_MAX:
        raise WorkbookError(
            Saying("it unpacks to far more than a questionnaire; copy the answers into the exported one again")
        )
    if _MERGED.search(data):
        raise WorkbookError(
            Saying("cells in it are merged, and each question has cells of its own; part them and save again")
        )
    # UTF-16 and UTF-32 would hide what is looked for below; no spreadsheet program writes them.
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:64]:
        raise WorkbookError(Saying("a part of it is not in UTF-8; save it again with a spreadsheet program"))
    declared = _ENCODING.match(data)
    if declared and declared[1].lower() not in (b"utf-8", b"us-ascii"):
        raise WorkbookError(Saying("a part of it is not in UTF-8; save it again with a spreadsheet program"))
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise WorkbookError(Saying("a part of it defines entities; save it again with a spreadsheet program"))
    if name == "[content_types].xml" and b"macroenabled" in data.lower():
        raise WorkbookError(Saying("it may hold macros; save it as a workbook without macros (.xlsx)"))
    if name.endswith(".rels") and any(not _HYPERLINK.search(link) for link in _EXTERNAL.findall(data)):
        raise WorkbookError(
            Saying("it refers to something outside of it; remove links to files and pictures and save again")
        )
