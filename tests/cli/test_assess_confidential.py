"""A State keeps and releases by commands."""

from __future__ import annotations

from collections.abc import Callable

from gatehouse.assessment.findings import assessments
from gatehouse.assessment.findings.models import Finding

WORDS = "Two posts at the northern crossing are empty at night."


def test_what_a_state_keeps_is_searched_by_its_own_only(found_in_altona: Finding, run: Callable) -> None:
    assessments.Assessment.objects.update(stand="replied")
    assert WORDS in run("assess", "search", "X-AL", "northern crossing", "--as", "committee-member").out
    piece = f"finding:{found_in_altona.pk}"
    kept = run("assess", "keep", "X-AL", piece, "--reason", "posts", "--paragraphs", WORDS, "--to", "team")
    assert "a paragraph of" in kept.out
    assert run("assess", "search", "X-AL", "northern crossing", "--as", "committee-member").out == "nothing\n"
    assert WORDS in run("assess", "search", "X-AL", "northern crossing").out
    listed = run("assess", "marks", "X-AL").out
    assert "in force: posts" in listed
    assert WORDS not in listed
    mark = listed.split()[0]
    assert "say why" in run("assess", "keep", "X-AL", piece, "--reason", " ").err
    assert "no such piece" in run("assess", "keep", "X-AL", "finding:999999", "--reason", "x").err
    assert "not answered" in run("assess", "keep", "X-AL", "answer:2026/api-stage", "--reason", "x").err
    assert run("assess", "release", "X-AL", mark, "--reason", "staffed").out == f"mark {mark}: released\n"
    assert WORDS in run("assess", "search", "X-AL", "northern crossing", "--as", "committee-member").out
    assert "3 to 200" in run("assess", "search", "X-AL", "no").err
