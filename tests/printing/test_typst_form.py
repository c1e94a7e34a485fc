"""The data that the page is set from: text stays text."""

from __future__ import annotations

import json

from gatehouse.printing.numbering import numbered
from gatehouse.printing.typst_form import form, isolated
from printing.papers import HOSTILE, whole


def test_the_form_is_json_and_holds_text_as_it_is() -> None:
    made = form(numbered(whole()))
    assert json.loads(json.dumps(made)) == made
    assert made["sections"][1]["blocks"][2]["words"] == [HOSTILE]
    assert made["marks"] == ["Reference: RD-2026-0042", "Date: 30 November 2026"]


def test_lines_keep_their_own_direction_in_a_document_from_the_right() -> None:
    assert form(numbered(whole("ar")))["addressee"][1] == isolated("1 Street")
    assert form(numbered(whole("zh")))["addressee"][1] == "1 Street"
