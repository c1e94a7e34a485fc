# ruff: noqa: E501  (sentences of resolutions are long)
"""One paragraph, several clauses, each with its force; Chapter VII binds decisions and nothing else."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.clauses import clauses_of


def _clauses(text: str, language: str = "en", chapter_vii: bool = False) -> list[tuple[str, str, list[str]]]:
    return [
        (clause.verb.form, str(clause.force), [who.name for who in clause.addressees])
        for clause in clauses_of(text, text, language, chapter_vii)
    ]


@pytest.mark.parametrize(
    ("text", "chapter_vii", "force"),
    [
        ("Decides that all States shall keep lists;", True, "binding"),
        ("Decides that all States shall keep lists;", False, "mandate"),
        ("Urges Member States to consider lists;", True, "urge"),
        ("Decides to remain actively seized of the matter.", True, "declare"),
        ("Demands that all parties stop;", True, "binding"),
        ("Requests CTED to report;", True, "mandate"),
        ("Requests Member States to report;", True, "call"),
    ],
)
def test_the_force_of_a_clause(text: str, chapter_vii: bool, force: str) -> None:
    assert [found for _, found, _ in _clauses(text, chapter_vii=chapter_vii)] == [force]


def test_several_clauses() -> None:
    text = "Welcomes the report, and urges States to act, calls upon CTED to help and requests the Secretary-General to report;"
    assert [(verb, force) for verb, force, _ in _clauses(text)] == [
        ("welcomes", "declare"), ("urges", "urge"), ("calls upon", "call"), ("requests", "mandate"),
    ]  # fmt: skip


def test_nouns_begin_no_clause() -> None:
    assert len(_clauses("Encourages States to answer requests, calls and orders, and to keep notes;")) == 1


def test_chinese_clauses() -> None:
    text = "欢迎报告获得通过，并通过适当渠道分享，还促请会员国采取行动，请秘书长提出报告；"
    assert _clauses(text, "zh") == [
        ("欢迎", "declare", []), ("促请", "call", ["Member States"]), ("请", "mandate", ["Secretary-General"]),
    ]  # fmt: skip


def test_reservations_are_kept() -> None:
    clause = clauses_of(
        "Urges States to consider lists, as appropriate;", "Urges States to consider lists, as appropriate;", "en", True
    )[0]
    assert clause.qualifiers == ["as appropriate", "to consider"]
