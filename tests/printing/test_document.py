"""A document is a value: equal when it says the same."""

from __future__ import annotations

from gatehouse.printing.document import Items, Paragraph, bullets, paragraph, steps
from printing.papers import whole


def test_two_documents_that_say_the_same_are_equal_and_hash_alike() -> None:
    assert whole() == whole()
    assert hash(whole()) == hash(whole())
    assert whole("en") != whole("fr")


def test_short_forms_make_blocks() -> None:
    assert paragraph("a", "b") == Paragraph(("a", "b"))
    assert bullets("a") == Items(((Paragraph(("a",)),),))
    assert steps(("a", "b")) == Items(((Paragraph(("a", "b")),),), ordered=True)
