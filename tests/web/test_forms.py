"""Forms as the workbench draws them."""

from __future__ import annotations

from gatehouse.web.forms import clipped
from gatehouse.web.style.components import SampleForm


def test_a_refused_form_leads_to_each_field_and_keeps_what_was_typed() -> None:
    drawn = str(SampleForm({"text": "x" * 21, "choice": "b", "long": "typed"}))
    assert 'role="alert"' in drawn
    assert 'href="#id_text"' in drawn
    assert "x" * 21 in drawn
    assert 'aria-invalid="true"' in drawn
    assert ">typed<" in drawn.replace("\n", "")


def test_a_form_that_nobody_sent_has_no_summary() -> None:
    drawn = str(SampleForm())
    assert "summary" not in drawn
    assert 'aria-describedby="id_text_helptext"' in drawn
    assert 'id="id_text_helptext"' in drawn


def test_a_long_text_is_clipped_at_a_word() -> None:
    assert clipped("short", 10) == "short"
    assert clipped("a duty of many words", 12) == "a duty of …"
    assert clipped("unbroken" * 9, 10) == "unbrokenun …"
