"""A recommendation from its draft to its closing, by commands."""

from __future__ import annotations

from collections.abc import Callable

from gatehouse.assessment.findings.models import Finding


def test_a_recommendation_goes_its_way(found_in_altona: Finding, run: Callable) -> None:
    assert found_in_altona.number == 1
    drafted = run("assess", "recommend", "X-AL/2026", "2396-11a", "Staff the posts.", "--finding", "1")
    assert drafted.out.startswith("X-AL/2026/1: draft")
    assert "no finding" in run("assess", "recommend", "X-AL/2026", "2396-11a", "x", "--finding", "9").err
    for step, said in (
        (("propose",), "proposed"),
        (("reply", "--says", "accepted: by 2027"), "replied"),
        (("adopt", "--first", "20", "--second", "21", "--on", "2026-02-01"), "open"),
    ):
        assert run("assess", "bring", "X-AL/2026/1", *step).out == f"X-AL/2026/1: {said}\n"
    seen = run("assess", "told", "X-AL/2026", "observation", "Both posts work.", "--title", "Posts")
    number = seen.out.split(":")[0].removeprefix("evidence ")
    missing = run("assess", "progress", "X-AL/2026/1", "done", "Staffed.", "--evidence", "999999")
    assert "none of this State" in missing.err
    done = ("--evidence", number, "--on", "2026-08-01")
    assert run("assess", "progress", "X-AL/2026/1", "done", "Staffed.", *done).out == "X-AL/2026/1: done\n"
    closed = run("assess", "verify", "X-AL/2026/1", "close", "Seen.", "--second", "21", *done)
    assert closed.out == "X-AL/2026/1: closed\n"
    shown = run("assess", "recommendations", "X-AL", "2026").out
    assert "carried-out: Staff the posts." in shown
    assert "2026-08-01  close: Seen." in shown
    assert "no such recommendation" in run("assess", "progress", "X-AL/2026/7", "done", "x").err
