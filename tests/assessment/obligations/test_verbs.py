"""Verbs begin paragraphs, in as many words as the genre uses, and fall into seven forces."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.cleaning import shadow
from gatehouse.assessment.obligations.texts.tables import rows
from gatehouse.assessment.obligations.texts.verbs import REQUEST, Force, leading


@pytest.mark.parametrize(
    ("text", "language", "form", "force"),
    [
        ("Further strongly urges all", "en", "urges", "urge"),
        ("In this regard, calls upon States", "en", "calls upon", "call"),
        ("Also reiterates its call on", "en", "reiterates its call", "call"),
        ("Takes note with appreciation of", "en", "takes note", "declare"),
        ("还促请会员国", "zh", "促请", "call"),
        ("在这方面着重指出", "zh", "着重指出", "remind"),
        ("特别指出", "zh", "特别指出", "remind"),
        ("再次明确地强烈谴责", "zh", "谴责", "declare"),
        ("赞赏地注意到", "zh", "注意到", "declare"),
        ("對此表示嚴重關切", "zh", "表示", "declare"),
        ("決定會員國應", "zh", "决定", "mandate"),
    ],
)
def test_a_beginning(text: str, language: str, form: str, force: str) -> None:
    verb = leading(shadow(text), language)
    assert verb is not None
    assert (verb.form, verb.force) == (form, force)


@pytest.mark.parametrize(
    ("text", "language"), [("Callsign of ships", "en"), ("Member States decide", "en"), ("会员国应当", "zh")]
)
def test_what_is_no_beginning(text: str, language: str) -> None:
    assert leading(text, language) is None


def test_every_verb_has_a_force_of_the_scale_and_one_place_in_the_table() -> None:
    table = rows("verbs")
    assert {row["force"] for row in table} <= {*Force, REQUEST}
    assert len({(row["language"], row["form"]) for row in table}) == len(table)
    assert {row["within"] for row in table} <= {"", "marked", "marked-or-after-semicolon", "addressed", "never"}
