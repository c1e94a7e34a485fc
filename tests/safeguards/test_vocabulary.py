"""The closed lists, where more than one place speaks of them."""

from __future__ import annotations

from pathlib import Path

from gatehouse.safeguards.vocabulary import ASSESSING, MATERIAL, PERSONAL, Element, Role, SubjectClass

DOCS = Path(__file__).parents[2] / "docs" / "safeguards.md"


def test_what_holds_somebodys_data_is_told_from_what_does_not() -> None:
    others = {"criterion", "log", "counts", "account", "profile", "work"}
    assert set(SubjectClass) - PERSONAL - MATERIAL == others
    assert not MATERIAL & PERSONAL


def test_nobody_who_assesses_states_works_on_travellers() -> None:
    assert {"state-focal-point", "assessor", "donor", "public"} <= ASSESSING
    assert not ASSESSING & {Role.MACHINE, Role.ANALYST, Role.ADMINISTRATOR, Role.OPERATOR}


def test_there_are_the_nineteen_elements_of_annex_i_in_their_order() -> None:
    assert len(Element) == 19
    assert list(Element)[3:6] == ["names", "contact", "payment"]
    assert list(Element)[-1] == "history"


def test_the_docs_name_every_role_and_subject() -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert [word for word in (*Role, *SubjectClass) if f"`{word}`" not in text] == []
