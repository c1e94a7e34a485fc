"""The shipped catalogue is whole, consistent and honest."""

from __future__ import annotations

import csv
import importlib
import re
from operator import attrgetter
from pathlib import Path

import pytest

from gatehouse.assessment.obligations.catalogue import Obligation, catalogue
from gatehouse.assessment.obligations.catalogue.loading import FOLDER
from gatehouse.assessment.obligations.catalogue.thread import State
from gatehouse.assessment.obligations.texts.comparison import CHANGES
from gatehouse.assessment.obligations.texts.verbs import Force

ROOT = Path(__file__).parents[3]
COUNTS = {"GCTS-2014": (43, 21), "GCTS-2016": (72, 34), "2395-2017": (33, 33), "2396-draft": (51, 36)}
ALL = catalogue().obligations


def test_codes_are_unique_and_placings_resolve() -> None:
    codes = [found.code for found in ALL]
    names = [name for found in ALL for name in (found.code, *found.numbers)]
    assert len(set(names)) == len(names)
    assert {name for name in names if name.startswith("R")} == {f"R{number:03}" for number in range(1, 280)}
    placed = (FOLDER / "placings.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert {row.split(",")[0] for row in placed} == set(codes), "each stands somewhere, and nothing else does"
    assert len(set(placed)) == len(placed)


def test_every_operative_paragraph_has_an_obligation() -> None:
    assert {v.code: (v.operative, v.preambular) for v in catalogue().versions} == COUNTS
    empty = [
        (v.code, n)
        for v in catalogue().versions
        for n in range(1, v.operative + 1)
        if not catalogue().at(v.code, str(n))
    ]
    assert empty == []
    assert sum(version.operative for version in catalogue().versions) == 199


def test_placings_are_paragraphs_that_there_are() -> None:
    for found in ALL:
        for placing in found.placings:
            version = catalogue().version(placing.version)
            last = version.preambular if placing.paragraph.startswith("PP") else version.operative
            assert 1 <= int(placing.paragraph.removeprefix("PP")) <= last, found.code


def test_forces_fit_their_versions() -> None:
    assert {found.force for found in ALL} <= set(Force)
    binding = [found for found in ALL if found.force == Force.BINDING]
    assert binding
    assert all(catalogue().version(p.version).chapter_vii for found in binding for p in found.placings)


def test_a_draft_is_never_said_to_be_adopted() -> None:
    for version in catalogue().versions:
        assert version.status in ("draft", "adopted")
        if version.status == "draft":
            assert (version.symbol, version.date) == (None, None)
            assert "have not compared" in version.remark


def test_changes_speak_of_paragraphs_and_every_paragraph_of_both_versions() -> None:
    changes = catalogue().changes
    assert {change.kind for change in changes} <= set(CHANGES)
    before = [p for change in changes for p in change.before_paragraphs]
    after = [p for change in changes for p in change.after_paragraphs]
    assert sorted(map(int, before)) == list(range(1, 44))
    assert sorted(map(int, after)) == list(range(1, 73))


@pytest.mark.parametrize("found", ALL, ids=lambda found: found.code)
def test_what_is_claimed_is_there(found: Obligation) -> None:
    assert re.fullmatch(r"(?:GCTS|2395|2396)-(?:PP)?\d{1,2}[a-f]?", found.code)
    assert found.duty[0].isupper()
    assert found.duty.endswith(".")
    assert all(found.addressees)
    assert (found.state in (State.SERVES, State.PARTLY)) == (found.evidence is not None)
    assert (found.state is State.PARTLY) == (found.missing is not None)
    assert all(re.fullmatch(r"undefined|P\d+[DMY]|\d{4}(-\d\d){1,2}", deadline) for deadline in found.deadlines)
    if found.evidence and not found.evidence.startswith("gatehouse "):
        assert (ROOT / found.evidence).exists()


def test_every_question_asks_about_an_obligation_that_there_is() -> None:
    from gatehouse.assessment.questions.bank import bank

    for question in bank().values():
        for name in question.obligations:
            assert catalogue().obligation(name)


def test_commands_that_are_claimed_exist() -> None:
    from gatehouse.cli import app

    known = {(command.name,) for command in app.registered_commands}
    for group in app.registered_groups:
        known |= {(group.name, c.name or c.callback.__name__) for c in group.typer_instance.registered_commands}
    claimed = {tuple(o.evidence.split()[1:]) for o in ALL if o.evidence and o.evidence.startswith("gatehouse ")}
    assert claimed - known == set()


def test_what_serves_is_tied_to_a_function_and_to_the_test_that_shows_it() -> None:
    with (Path(__file__).parent / "serves.csv").open(encoding="utf-8", newline="") as stream:
        tied = {row["code"]: (row["function"], row["shown_by"]) for row in csv.DictReader(stream)}
    assert set(tied) == {found.code for found in ALL if found.state is State.SERVES}
    for function, shown_by in tied.values():
        module, _, name = function.partition(":")
        assert callable(attrgetter(name)(importlib.import_module(module)))
        file, _, test = shown_by.partition("::")
        assert f"def {test}(" in (ROOT / file).read_text(encoding="utf-8"), shown_by


def test_every_duty_stands_in_chinese_of_our_own() -> None:
    for one in catalogue().obligations:
        assert one.duty_zh is not None, one.code
        assert re.search("[\u4e00-\u9fff]", one.duty_zh), one.code
        assert one.duty_in("zh-hans") == (one.duty_zh, "zh")
        assert one.duty_in("fr") == (one.duty, "en")
