"""The contract of docs/contracts/texts.md, key by key."""

from __future__ import annotations

import re
from pathlib import Path

from gatehouse.assessment.obligations.texts.reading import read_string
from gatehouse.assessment.obligations.texts.text_json import to_json
from resolutions import ENGLISH, plain

CONTRACT = Path(__file__).parents[3] / "docs" / "contracts" / "texts.md"
ASKED = ["kind", "number", "text", "section", "footnotes", "verb", "force", "addressees", "cites", "dates"]


def _keys(heading: str) -> list[str]:
    part = CONTRACT.read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)


def test_the_document_names_every_key_in_order() -> None:
    written = to_json(read_string(plain(ENGLISH)))
    operative = [p for p in written["paragraphs"] if p["kind"] == "operative"]
    assert list(written) == _keys("Text")
    assert list(operative[0]) == _keys("Paragraph")
    assert set(ASKED) <= set(operative[0])
    assert list(operative[0]["clauses"][0]) == _keys("Clause")
    assert list(operative[1]["deadlines"][0]) == _keys("Deadline")
    assert list(operative[0]["cites"][0]) == _keys("Citation")


def test_a_paragraph() -> None:
    written = to_json(read_string(plain(ENGLISH)))
    first = next(p for p in written["paragraphs"] if p["kind"] == "operative")
    assert (first["number"], first["verb"], first["force"], first["section"]) == (1, "decides", "binding", None)
    assert first["addressees"] == ["Member States"]
    assert first["cites"] == [{"body": "SC", "number": "8200", "year": 2029}]
    third = [p for p in written["paragraphs"] if p["kind"] == "operative"][2]
    assert [(d["kind"], d["value"]) for d in third["deadlines"]] == [("absolute", "2032-06-30"), ("recurring", "P6M")]
    assert third["dates"] == ["2032-06-30"]
