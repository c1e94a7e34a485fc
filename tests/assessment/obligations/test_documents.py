# ruff: noqa: E501  (sentences of resolutions are long)
"""Documents of many kinds, as they are issued and as they reach us, read as a careful reader would (`documents/`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.assessment.obligations.texts import TextError
from gatehouse.assessment.obligations.texts.paragraph import OPERATIVE, PREAMBULAR, ResolutionText
from gatehouse.assessment.obligations.texts.reading import read_string
from resolutions import bare

FOLDER = Path(__file__).with_name("documents")
EXPECTED: Mapping[str, dict[str, Any]] = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))
TEXTS = {name: read_string((FOLDER / f"{name}.txt").read_text(encoding="utf-8")) for name in EXPECTED}


@pytest.mark.parametrize("name", EXPECTED)
class TestDocument:
    def test_its_front(self, name: str) -> None:
        text, expected = TEXTS[name], EXPECTED[name]
        said = {"title": text.title, "symbol": text.symbol, "status": text.status, "organ": text.organ}
        assert {key: said[key] for key in said if key in expected} == {k: expected[k] for k in said if k in expected}

    def test_its_paragraphs(self, name: str) -> None:
        text, expected = TEXTS[name], EXPECTED[name]
        preambular = [(i, *ends) for i, ends in enumerate(expected["preambular"], start=1)]
        assert _outline(text, PREAMBULAR, preambular) == preambular
        operative = [tuple(row) for row in expected["operative"]]
        assert _outline(text, OPERATIVE, operative) == operative
        assert [p.label for p in text.paragraphs if p.verb is None] == expected.get("verbless", [])

    def test_what_is_said_in_them(self, name: str) -> None:
        text, expected = TEXTS[name], EXPECTED[name]
        operative = text.of_kind(OPERATIVE)
        assert [p.section or "" for p in operative] == expected.get("sections", [p.section or "" for p in operative])
        assert [p.force for p in operative] == expected.get("forces", [p.force for p in operative])
        first = {p.label: p for p in reversed(text.paragraphs)}
        notes = {p.label: [note.number or "*" for note in p.footnotes] for p in text.paragraphs if p.footnotes}
        assert notes == expected.get("footnotes", {})
        for label, cited in expected.get("cites", {}).items():
            assert [f"{c.body} {c.number} {c.year or ''}" for c in first[label].cites] == cited
        for label, dates in expected.get("dates", {}).items():
            assert [stated.value for stated in first[label].dates] == dates
        for label, names in expected.get("addressees", {}).items():
            assert [who.name for who in first[label].addressees] == names

    def test_no_character_of_a_paragraph_is_lost_or_told_twice(self, name: str) -> None:
        whole = bare(re.sub(r"<sup>\d+</sup>|[*#]", "", (FOLDER / f"{name}.txt").read_text(encoding="utf-8")))
        on_first = [paragraph for paragraph in TEXTS[name].paragraphs if paragraph.line == 1]
        at = 0
        for paragraph in sorted(TEXTS[name].paragraphs, key=lambda paragraph: paragraph.line):
            begin = whole.find(bare(paragraph.text)[:12], at)
            assert begin >= at, paragraph.label
            # Of a text on one line, parts are told by kind and not as they follow each other.
            at = _end_of(bare(paragraph.text), whole, begin) if len(TEXTS[name].paragraphs) != len(on_first) else 0


def _outline(text: ResolutionText, kind: str, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The number, the first and the last words of paragraphs, as many letters of them as the expected rows have."""
    lengths = [(len(row[1]), len(row[2])) for row in rows] + [(20, 20)] * 99
    return [(p.number, p.text[:a], p.text[-b:]) for p, (a, b) in zip(text.of_kind(kind), lengths, strict=False)]


def _end_of(paragraph: str, whole: str, at: int) -> int:
    """Where a paragraph ends in a text without spaces; page heads, footnotes and their marks may stand within."""
    for letter in paragraph:
        found = whole.find(letter, at)
        assert found >= 0, paragraph
        at = found + 1
    return at


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(["council-nineteen-sixties", "assembly-sections", "assembly-two-parts-zh", "revised-draft"]),
    columns=st.integers(min_value=34, max_value=110),
    indent=st.sampled_from(["", "  "]),
)
def test_reading_is_stable_however_lines_are_wrapped(name: str, columns: int, indent: str) -> None:
    text = TEXTS[name]
    again = read_string(_laid_out(text, columns, indent))
    paragraphs = [*text.of_kind(PREAMBULAR), *text.of_kind(OPERATIVE)]
    wanted = [(p.kind, p.number, bare(p.text)) for p in paragraphs]
    assert [(p.kind, p.number, bare(p.text)) for p in again.paragraphs] == wanted


def _laid_out(text: ResolutionText, columns: int, indent: str) -> str:
    """The paragraphs of a text, all preambular ones first, its operative ones counted through, broken at a width."""
    blocks = [
        "The General Assembly," if text.language == "en" else "大会，",
        *(p.text for p in text.of_kind(PREAMBULAR)),
    ]
    blocks += [f"{p.number}. {p.text}" for p in text.of_kind(OPERATIVE)]
    return "\n\n".join("\n".join(_broken(indent + block, columns, text.language)) for block in blocks)


def _broken(block: str, columns: int, language: str) -> list[str]:
    lines, line = [], ""
    for piece in re.findall(r"\S+\s*" if language == "en" else r"[A-Za-z0-9/().]+\s?|.", block):
        if len(line) + len(piece) > columns and line.strip() and piece.strip() not in "，；。、：》”）":
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()]


STATEMENT = (
    "S/PRST/2035/25\n\nStatement by the President of the Security Council\n\nAt the 7587th meeting of the Security Council, "
    "the President said on behalf of the Council:\n\n“The Security Council, recalling its resolution 9240 (2034), is sorry "
    "that lamps are out.\n\n“The Security Council urges Member States to light them.”\n"
)
STATEMENT_ZH = "安全理事会主席的声明\n\n安全理事会主席代表安理会发表声明如下：\n\n“安全理事会，\n\n“回顾灯火，表示关切。\n\n“安全理事会将继续处理此案。”\n"
REPORT = (
    "Report of the Secretary-General on lamps\n\nI. Introduction\n\n1. This report is about lamps.\n\n2. Recalls of lamps have "
    "become frequent.\n\n3. The Security Council urged Member States to light them.\n\n4. Notes from the river are few.\n"
)
CORRIGENDUM = (
    "S/2035/1051/Corr.1\n\nCorrigendum\n\n1. Operative paragraph 4\n\nFor by 30 June 2035 read by 30 June 2036\n"
)
AMENDMENT = (
    "A/C.3/95/L.50\nZembla: amendment to draft resolution A/C.3/95/L.10/Rev.1\n\n1. Delete the third preambular paragraph.\n\n"
    "2. In operative paragraph 5, replace “requests” with “invites”.\n\n3. After it, insert:\n\n“6 bis. Decides to wait;”\n"
)
LETTER = (
    "Recalling our talk, I write.\n\n1. The lamps are out.\n\n2. Nobody lights them.\n\n3. Zembla calls upon the Security "
    "Council.\n\n4. Requests that this letter be shown.\n"
)
MINUTES = "The meeting was called to order.\n\n1. The Chair recalled it.\n2. Zembla urged haste.\n3. Takes note: it was closed.\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (STATEMENT, "statement of the President"),
        (STATEMENT_ZH, "statement of the President"),
        (REPORT, "nothing is recalled"),
        (LETTER, "begins with no verb"),
        (CORRIGENDUM, "no operative paragraph"),
        (AMENDMENT, "no operative paragraph"),
        (MINUTES, "nothing is recalled"),
    ],
    ids=["statement", "statement-zh", "report", "letter", "corrigendum", "amendment", "minutes"],
)
def test_papers_of_another_kind_are_refused(text: str, said: str) -> None:
    with pytest.raises(TextError, match=said):
        read_string(text)
