"""The few pieces of WordprocessingML (ECMA-376 part 1, chapter 17) that python-docx has no words for."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph


def element(tag: str, **attributes: str) -> Any:
    """An element such as `w:bidi`; attributes are given without their prefix, which is `w:`."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def field(paragraph: WordParagraph, code: str, until: str = "1") -> None:
    """A field that the word processor fills in (PAGE, NUMPAGES), at the end of the paragraph; `until` then."""
    for kind in ("begin", None, "separate", "until", "end"):
        run = paragraph.add_run()
        if kind is None:
            instruction = element("w:instrText")
            instruction.text = f" {code} "
            run._r.append(instruction)
        elif kind == "until":
            run.text = until
        else:
            run._r.append(element("w:fldChar", fldCharType=kind, **({"dirty": "true"} if kind == "begin" else {})))


def leads_to(paragraph: WordParagraph, name: str) -> None:
    """Makes all that the paragraph has by now a link to a bookmark."""
    link = element("w:hyperlink", anchor=name, history="1")
    for run in paragraph.runs:
        link.append(run._r)
    paragraph._p.append(link)


def bookmark(paragraph: WordParagraph, name: str, number: int) -> None:
    """Makes the paragraph a place that links lead to."""
    after_properties = 0 if paragraph._p.pPr is None else 1
    paragraph._p.insert(after_properties, element("w:bookmarkStart", id=str(number), name=name))
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def shade(properties: Any, colour: str) -> None:
    """A background, six hexadecimal digits, for the properties of a cell or a paragraph."""
    properties.append(element("w:shd", val="clear", color="auto", fill=colour))


_SEQUENCES = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
    " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em"
    " lang eastAsianLayout specVanish oMath",
    "w:tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
    " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "w:sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
}
"""Children in the order that the schema demands: word processors may refuse a file that has them otherwise."""


def put_in_order(root: Any) -> None:
    """Sorts the children of all properties below `root` as the schema has them; what it does not know stays last."""
    for tag, sequence in _SEQUENCES.items():
        rank = {qn(f"w:{name}"): at for at, name in enumerate(sequence.split(" "))}
        for properties in root.iter(qn(tag)):
            properties[:] = sorted(properties, key=lambda child: rank.get(child.tag, len(rank)))
