"""A comparison as JSON: the contract, and what it counts."""

from __future__ import annotations

import re
from pathlib import Path

from gatehouse.assessment.obligations.texts.comparison import compared
from gatehouse.assessment.obligations.texts.comparison_json import to_json
from gatehouse.assessment.obligations.texts.reading import read_string
from resolutions import ENGLISH, plain

CONTRACT = Path(__file__).parents[3] / "docs" / "contracts" / "texts.md"


def test_a_comparison() -> None:
    before = read_string(plain(ENGLISH))
    after = read_string(plain(ENGLISH).replace("six months, and requests", "nine months, and requests"))
    written = to_json(compared(before, after))
    assert written["counts"] == {"carried": 5, "amended": 0, "split": 0, "merged": 0, "new": 0, "lapsed": 0}
    second = written["changes"][1]
    assert (second["before"], second["after"]) == ([2], [2])
    assert {"before": "six", "after": "nine"} in second["differences"]


def test_the_document_names_every_key_in_order() -> None:
    text = read_string(plain(ENGLISH))
    written = to_json(compared(text, text))
    part = CONTRACT.read_text(encoding="utf-8").partition("## Comparison\n")[2].partition("\n## ")[0]
    keys = re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)
    assert keys == [*written, *written["changes"][0]]
