"""Names are written as lxml writes them."""

from __future__ import annotations

from gatehouse.assessment.questions.ods_form import name


def test_a_prefix_becomes_its_namespace() -> None:
    assert name("table:name") == "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}name"
