"""SVG that is a drawing and nothing else, and the same as PNG for formats that hold no SVG.

Refused, each with its reason: what is not XML, a document type or an entity, an element outside SVG's drawing ones
(script, foreignObject, animation, a link), an attribute that is an event, an address that leads out of the drawing.
Style sheets are read for addresses too. Not refused: `data:image/png` and `jpeg` pictures inside.
"""

from __future__ import annotations

import base64
import re
from functools import cache
from html import escape
from xml.etree.ElementTree import Element, ParseError

import vl_convert
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from gatehouse.printing.errors import FigureRefusedError
from gatehouse.printing.fonts import font_folders

SVG_BYTES_MAX = 8_000_000
PIXELS_PER_INCH = 220
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWING = frozenset(
    [
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "title",
        "desc",
        "defs",
        "use",
        "symbol",
        "marker",
        "style",
        "image",
        "clipPath",
        "mask",
        "pattern",
        "linearGradient",
        "radialGradient",
        "stop",
        "filter",
        "feGaussianBlur",
        "feOffset",
        "feMerge",
        "feMergeNode",
        "feFlood",
        "feComposite",
        "feBlend",
        "feColorMatrix",
        "metadata",
    ]
)
_ADDRESSES = re.compile(r"url\(\s*(?!['\"]?#)|@import|javascript:|expression\(|\\", re.IGNORECASE)
_JOINED = re.compile(r"[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_PICTURE = re.compile(r"data:image/(png|jpeg);base64,[A-Za-z0-9+/=\s]*\Z")


def checked(svg: str) -> str:
    """The same SVG. Raises `FigureRefusedError` for one that is more than a drawing, or over `SVG_BYTES_MAX`."""
    if len(svg.encode("utf-8", "replace")) > SVG_BYTES_MAX:
        raise FigureRefusedError("figure", f"over {SVG_BYTES_MAX} bytes; draw it with fewer points")
    try:
        root = fromstring(svg, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        raise FigureRefusedError("figure", "not well-formed SVG, or it has a document type") from None
    if root.tag != f"{_SVG}svg":
        raise FigureRefusedError("figure", "the root is no svg element in SVG's namespace")
    for element in root.iter():
        _check_element(element)
    return svg


def _check_element(element: Element) -> None:
    tag = element.tag.removeprefix(_SVG)
    if tag not in _DRAWING and not _is_metadata(element.tag):
        raise FigureRefusedError("figure", "it holds an element that does not draw (a script, a link, an animation)")
    for name, value in element.attrib.items():
        local = name.rpartition("}")[2].lower()
        if local.startswith("on"):
            raise FigureRefusedError("figure", "it holds an event handler")
        if local == "href" and not (value.startswith("#") or _PICTURE.match(value)):
            raise FigureRefusedError("figure", "it leads to something outside itself")
        if local != "href" and _ADDRESSES.search(value):
            raise FigureRefusedError("figure", "an attribute leads outside the drawing")
    if tag == "style" and _ADDRESSES.search(element.text or ""):
        raise FigureRefusedError("figure", "its style sheet leads outside the drawing")


def _is_metadata(tag: str) -> bool:
    """Whether an element tells of the drawing (RDF, Dublin Core) and draws nothing."""
    return tag.startswith(
        ("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{http://purl.org/dc/", "{http://creativecommons.org/")
    )


def png(svg: str) -> bytes:
    """The drawing as PNG, `PIXELS_PER_INCH` fine. Raises as `checked` does, and for one that cannot be drawn."""
    _fonts_known()
    try:
        return bytes(vl_convert.svg_to_png(checked(svg), ppi=PIXELS_PER_INCH))
    except ValueError:
        raise FigureRefusedError("figure", "it cannot be drawn; give it a width and a height") from None


def with_text_drawn(svg: str) -> str:
    """The drawing, as a picture within SVG where it has letters that join (Arabic): in a PDF made of such text nobody
    could tell which letters the shapes are, which PDF/UA-1 refuses. Any other drawing as it is.
    """
    if not _JOINED.search(svg):
        return svg
    root = fromstring(svg, forbid_dtd=True)
    size = {name: root.get(name, "") for name in ("width", "height")}
    picture = base64.b64encode(png(svg)).decode()
    whole = " ".join(f'{name}="{escape(value)}"' for name, value in size.items() if value)
    return f'<svg xmlns="{_SVG[1:-1]}" {whole}><image {whole} href="data:image/png;base64,{picture}"/></svg>'


@cache
def _fonts_known() -> None:
    for folder in font_folders():
        vl_convert.register_font_directory(str(folder))
