"""Whether an ODS file may be opened at all: macros, links to elsewhere, embedded objects and encryption are refused.

The sizes and the zip were looked at by `workbook_safety`.
"""

from __future__ import annotations

import re
import zipfile

from gatehouse.assessment.questions.errors import WorkbookError
from gatehouse.assessment.questions.ods_form import CONTENT, MANIFEST, MIMETYPE
from gatehouse.terms.saying import Saying

CONTENT_BYTES_MAX = 8 << 20
"""A whole questionnaire stays below one megabyte; more would only fill memory."""
PARTS = (
    ("basic/", Saying("it holds macros; save it as a workbook without macros (.ods)")),
    ("scripts/", Saying("it holds macros; save it as a workbook without macros (.ods)")),
    ("object", Saying("it holds embedded objects; remove them and send them as evidence")),
    ("meta-inf/macrosignatures.xml", Saying("it holds macros; save it as a workbook without macros (.ods)")),
)
WITHIN = (
    (
        rb"<(?:\w+:)?(?:event-listener|script|libraries|library)[\s>/]",
        Saying("it holds macros; save it without macros (.ods)"),
    ),
    (
        rb"<(?:\w+:)?(?:dde-\w+|dde-link|table-source|cell-range-source)[\s>/]",
        Saying("it is linked to other files; break the links"),
    ),
    (
        rb"<(?:\w+:)?(?:database-source-\w+|database-range-source)[\s>/]",
        Saying("it fetches data from elsewhere; remove that"),
    ),
    (
        rb"<(?:\w+:)?(?:object|object-ole|plugin|applet|floating-frame)[\s>/]",
        Saying("it holds embedded objects; remove them"),
    ),
    (rb"<(?:\w+:)?encryption-data[\s>/]", Saying("it is protected by a password; save it without one")),
)
_LINK = re.compile(rb"<(?:\w+:)?([\w-]+)\b[^>]*?\w+:href\s*=\s*[\"']\s*(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//|\.\.|/)")


def is_ods(archive: zipfile.ZipFile) -> bool:
    """Whether the zip says of itself that it is an OpenDocument file."""
    return CONTENT in archive.namelist()


def require_plain_ods(archive: zipfile.ZipFile) -> None:
    """Raise `WorkbookError`, with the reason, for what acts, reaches outside, or is no spreadsheet."""
    names = archive.namelist()
    if "mimetype" not in names or archive.read("mimetype").strip() != MIMETYPE:
        raise WorkbookError(
            Saying("it is no XLSX or ODS workbook; fill in the exported one and save it as .xlsx or .ods")
        )
    for beginning, reason in PARTS:
        if any(one.lower().startswith(beginning) for one in names):
            raise WorkbookError(reason)
    if archive.getinfo(CONTENT).file_size > CONTENT_BYTES_MAX:
        raise WorkbookError(
            Saying("it unpacks to far more than a questionnaire; copy the answers into the exported one again")
        )
    for part in (one for one in names if one == MANIFEST or one.lower().endswith((".xml", ".rdf"))):
        _require_plain(archive.read(part))


def _require_plain(data: bytes) -> None:
    for pattern, reason in WITHIN:
        if re.search(pattern, data):
            raise WorkbookError(reason)
    # A typed address (`text:a`) is followed by nobody here; everything else that names another place is fetched.
    if any(found != b"a" for found in _LINK.findall(data)):
        raise WorkbookError(
            Saying("it refers to something outside of it; remove links to files and pictures and save again")
        )
