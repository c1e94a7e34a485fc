"""HTML that a person with a screen reader can use, and in which no input is markup."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from gatehouse.printing.document import Code, InLanguage, Section, paragraph
from gatehouse.printing.html_page import html
from printing.papers import HOSTILE, SENTENCES, whole

_VOID = {"meta", "br", "img"}


class _Reader(HTMLParser):
    """Reads a page strictly: every element is closed in order; keeps tags, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {k: v or "" for k, v in attrs}))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


@pytest.mark.parametrize("language", SENTENCES)
def test_a_page_is_well_formed_and_says_its_language_and_direction(language: str) -> None:
    reader = _read(html(whole(language)))
    root = dict(reader.tags)["html"]
    assert root == {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}
    assert SENTENCES[language] in "".join(reader.text)
    assert "script" not in {tag for tag, _ in reader.tags}


def test_headings_go_down_by_one_and_every_link_within_leads_somewhere() -> None:
    reader = _read(html(whole()))
    levels = [int(tag[1]) for tag, _ in reader.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    ids = [a["id"] for _, a in reader.tags if "id" in a]
    assert len(ids) == len(set(ids))
    inner = {a["href"][1:] for tag, a in reader.tags if tag == "a" and a["href"].startswith("#")}
    assert inner
    assert inner <= set(ids)


def test_tables_name_their_cells_and_figures_speak() -> None:
    reader = _read(html(whole()))
    scopes = [a["scope"] for tag, a in reader.tags if tag == "th"]
    assert scopes == ["col", "col", "row", "row"]
    assert "Table 1Counts" in "".join(reader.text)
    [image] = [a for tag, a in reader.tags if tag == "img"]
    assert image["alt"] == "A blue box beside the number 42"
    assert image["src"].startswith("data:image/svg+xml;base64,")


def test_no_input_becomes_markup() -> None:
    attack = '"><script>alert(1)</script>'
    hostile = replace(
        whole(),
        title=attack,
        subtitle=attack,
        issuer=attack,
        addressee=(attack,),
        reference=attack,
        classification=attack,
        sections=(Section((attack,), (paragraph(attack, Code(attack), InLanguage("ar", (attack,)), HOSTILE),)),),
    )
    reader = _read(html(hostile))
    assert "script" not in {tag for tag, _ in reader.tags}
    assert "".join(reader.text).count(attack) == 13
    assert HOSTILE in "".join(reader.text)


def test_the_same_values_give_the_same_page() -> None:
    assert html(whole()) == html(whole())
