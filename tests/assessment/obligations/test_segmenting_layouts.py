# ruff: noqa: E501  (sentences of resolutions are long)
"""The same paragraphs come out of every layout in which a text may reach us."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.paragraph import OPERATIVE, PREAMBULAR
from gatehouse.assessment.obligations.texts.reading import read_string
from resolutions import CHINESE, ENGLISH, LAYOUTS, Made, bare


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("made", [ENGLISH, CHINESE], ids=lambda made: made.language)
class TestLayout:
    def test_leaves_the_paragraphs_as_they_are(self, made: Made, layout: str) -> None:
        text = read_string(LAYOUTS[layout](made))
        assert [_plain(p.text) for p in text.of_kind(PREAMBULAR)] == [_plain(t) for t in made.preambular]
        assert [_plain(p.text) for p in text.of_kind(OPERATIVE)] == [_plain(t) for _, t in made.operative]
        assert [p.number for p in text.of_kind(OPERATIVE)] == list(range(1, len(made.operative) + 1))

    def test_leaves_headings_and_forces_as_they_are(self, made: Made, layout: str) -> None:
        text = read_string(LAYOUTS[layout](made))
        operative = text.of_kind(OPERATIVE)
        first = {number: operative[number - 1].section for number in made.headings}
        assert {n: _plain(s or "") for n, s in first.items()} == {n: _plain(h) for n, h in made.headings.items()}
        assert [p.force for p in operative] == ["binding", "urge", "mandate", "encourage", "declare"]


def _plain(text: str) -> str:
    halved = {code + 0xFEE0: code for code in range(0x21, 0x7F)}
    return bare(text).translate(halved)


HALFWAY = (
    "The Security Council,\n\nRecalling its earlier work,\n\n1. Decides to meet;\n\n2. Demands that the parties talk;\n\n"
    "Acting under Chapter VII of the Charter of the United Nations,\n\n3. Decides that all States shall keep lists;\n\n"
    "4. Decides to remain seized of the matter.\n"
)


def test_the_council_may_begin_to_act_half_way() -> None:
    text = read_string(HALFWAY)
    assert [p.text for p in text.of_kind(PREAMBULAR)][-1].startswith("Acting under Chapter VII")
    assert [(p.number, p.force) for p in text.of_kind(OPERATIVE)] == [
        (1, "mandate"), (2, "urge"), (3, "binding"), (4, "declare"),
    ]  # fmt: skip
    assert text.of_kind(OPERATIVE)[1].text == "Demands that the parties talk;"


def test_a_paragraph_may_invoke_the_chapter_itself() -> None:
    body = "1. Decides, acting under Chapter VII of the Charter, that all States shall stop;\n\n2. Decides to meet."
    text = read_string("The Security Council,\n\nRecalling its earlier work,\n\n" + body)
    assert [p.force for p in text.of_kind(OPERATIVE)] == ["binding", "mandate"]
