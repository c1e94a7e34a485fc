"""A read text as JSON: the contract of docs/contracts/texts.md. What is not said is null or an empty list."""

from __future__ import annotations

from gatehouse.assessment.obligations.texts.clauses import Clause
from gatehouse.assessment.obligations.texts.deadlines import Deadline
from gatehouse.assessment.obligations.texts.paragraph import Paragraph, ResolutionText


def to_json(text: ResolutionText) -> dict[str, object]:
    """The object that `gatehouse texts read --json` writes."""
    return {
        "title": text.title,
        "symbol": text.symbol,
        "status": text.status,
        "organ": text.organ,
        "language": text.language,
        "chapter_vii": text.chapter_vii,
        "paragraphs": [_paragraph(paragraph) for paragraph in text.paragraphs],
        "findings": [
            {"code": f.code, "severity": f.severity, "text": f.text, "paragraph": f.paragraph, "line": f.line}
            for f in text.findings
        ],
    }


def _paragraph(paragraph: Paragraph) -> dict[str, object]:
    return {
        "kind": paragraph.kind,
        "number": paragraph.number,
        "text": paragraph.text,
        "section": paragraph.section,
        "footnotes": [{"number": note.number, "text": note.text, "at": note.at} for note in paragraph.footnotes],
        "verb": paragraph.verb,
        "act": paragraph.act,
        "force": paragraph.force,
        "addressees": [who.name for who in paragraph.addressees],
        "cites": [{"body": c.body, "number": c.number, "year": c.year} for c in paragraph.cites],
        "dates": list(dict.fromkeys(stated.value for stated in paragraph.dates)),
        "deadlines": [_deadline(deadline) for deadline in paragraph.deadlines],
        "symbols": list(paragraph.symbols),
        "refers_to": list(paragraph.refers_to),
        "clauses": [_clause(clause, paragraph.text) for clause in paragraph.clauses],
        "line": paragraph.line,
    }


def _clause(clause: Clause, text: str) -> dict[str, object]:
    return {
        "verb": clause.verb.form,
        "act": clause.verb.act,
        "force": str(clause.force),
        "text": text[clause.begin : clause.end].strip(),
        "addressees": [who.name for who in clause.addressees],
        "deadlines": [_deadline(deadline) for deadline in clause.deadlines],
        "qualifiers": clause.qualifiers,
    }


def _deadline(deadline: Deadline) -> dict[str, object]:
    return {
        "kind": deadline.kind,
        "value": deadline.value,
        "precision": deadline.precision,
        "due": deadline.due.isoformat() if deadline.due else None,
        "relation": deadline.relation,
        "event": deadline.event,
        "text": deadline.text,
    }
