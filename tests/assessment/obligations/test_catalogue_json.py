"""The contract of docs/contracts/obligations.md, key by key."""

from __future__ import annotations

import re
from pathlib import Path

from gatehouse.assessment.obligations.catalogue import catalogue, obligation
from gatehouse.assessment.obligations.catalogue.catalogue_json import coverage_json, obligation_json
from gatehouse.assessment.obligations.catalogue.coverage import coverage

CONTRACT = Path(__file__).parents[3] / "docs" / "contracts" / "obligations.md"


def _keys(heading: str) -> list[str]:
    part = CONTRACT.read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)


def test_the_document_names_every_key_in_order() -> None:
    one = obligation_json(catalogue(), obligation("GCTS-19"))
    assert list(one) == _keys("Obligation")
    assert list(one["history"][0]) == _keys("Change")
    written = coverage_json(catalogue().versions, coverage(catalogue()))
    assert [*written["versions"][0]] == _keys("Version")
    assert [*written["paragraphs"][0]] == _keys("Paragraph")


def test_the_totals_are_those_of_the_paragraphs() -> None:
    written = coverage_json(catalogue().versions, coverage(catalogue()))
    for version in written["versions"]:
        states = [p["state"] for p in written["paragraphs"] if p["version"] == version["version"]]
        assert version["states"] == {state: states.count(state) for state in version["states"]}
        assert sum(version["states"].values()) == version["operative"]
