# ruff: noqa: E501  (sentences of resolutions are long)
"""Akoma Ntoso: well-formed, of the structure that the standard gives a statement, and the whole text in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from gatehouse.assessment.obligations.texts.akoma import NAMESPACE, to_akoma, work_iri
from gatehouse.assessment.obligations.texts.reading import read_string
from resolutions import CHINESE, ENGLISH, Made, bare, plain

GRAMMAR = Path(__file__).with_name("statement.rng")
NOTED = "大会，\n\n回顾 2006 年 9 月 8 日第 60/288 号决议，<sup>1</sup>\n\n<sup>1</sup> 见 A/1 & A/2。\n\n1. 决定再次开会；\n\n甲\n\n2. 促请各国参加。"


def _parsed(text: str) -> etree._Element:
    return etree.fromstring(to_akoma(read_string(text)))


@pytest.mark.parametrize("text", [plain(ENGLISH), plain(CHINESE), NOTED], ids=["en", "zh", "noted"])
def test_the_structure_is_that_of_a_statement(text: str) -> None:
    grammar = etree.RelaxNG(etree.parse(GRAMMAR))
    grammar.assertValid(_parsed(text))


def test_the_grammar_refuses_another_structure() -> None:
    root = _parsed(plain(ENGLISH))
    body = root.find(f".//{{{NAMESPACE}}}mainBody")
    body.append(etree.Element(f"{{{NAMESPACE}}}recitals"))
    assert not etree.RelaxNG(etree.parse(GRAMMAR)).validate(root)


@pytest.mark.parametrize("made", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_word_is_in_it(made: Made) -> None:
    root = _parsed(plain(made))
    paragraphs = ["".join(p.itertext()) for p in root.iterfind(f".//{{{NAMESPACE}}}paragraph//{{{NAMESPACE}}}p")]
    assert [bare(text) for text in paragraphs] == [bare(text) for _, text in made.operative]
    identifiers = root.xpath("//@eId")
    assert len(identifiers) == len(set(identifiers))


def test_a_draft_has_another_address_than_what_was_adopted() -> None:
    adopted = read_string(plain(ENGLISH))
    draft = read_string(
        plain(ENGLISH).replace("Resolution 9001 (2031)", "Draft resolution").replace("S/RES/9001 (2031)", "S/2031/5")
    )
    assert (adopted.status, draft.status) == ("adopted", "draft")
    assert work_iri(adopted) != work_iri(draft)
    assert "draft" in work_iri(draft)
