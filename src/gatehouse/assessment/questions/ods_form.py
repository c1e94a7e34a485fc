"""The names of OpenDocument (OASIS ODF 1.3, ISO/IEC 26300) that a questionnaire as ODS is written and read with."""

from __future__ import annotations

MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "of": "urn:oasis:names:tc:opendocument:xmlns:of:1.2",
    "xlink": "http://www.w3.org/1999/xlink",
}
CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"


def name(of: str) -> str:
    """`table:name` as lxml writes it."""
    prefix, _colon, local = of.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"
