"""Errors say where and what to do."""

from __future__ import annotations

from gatehouse.printing.errors import DocumentFaultError, FigureRefusedError, PrintingError


def test_one_tree_with_place_and_fault() -> None:
    fault = FigureRefusedError("section 2", "it holds a script")
    assert isinstance(fault, DocumentFaultError)
    assert isinstance(fault, PrintingError)
    assert str(fault) == "section 2: it holds a script"
