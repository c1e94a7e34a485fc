"""The check: one fault for each reason, by its code, on both sides of each day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening.criteria.checking import Weight, check, is_refused, same_person
from gatehouse.screening.criteria.criterion_file import read_criterion
from gatehouse.screening.criteria.protected import Permitted

NATIONAL = 'all = [{ field = "traveller.nationalities", operator = "any-of", value = ["UTO"] }, {'
CASH_TEST = '{ field = "payment.kinds", operator = "any-of", value = ["CA"] }'


def test_what_is_in_order_has_no_fault(criterion_of: Callable, today: dt.date) -> None:
    assert check(criterion_of(), Permitted(), today) == ()


def test_the_worked_example_passes(example: Path, today: dt.date) -> None:
    assert check(read_criterion(example), Permitted(), today) == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param([("Ada Approver", "OTTO  Áuthor")], "own-approval", id="one-person-written-twice"),
        pytest.param([("2027-04-30", "2027-05-04")], "review-too-late", id="a-day-too-late"),
        pytest.param([("2027-10-31", "2027-11-03")], "sunset-too-late", id="ends-too-late"),
        pytest.param([("2027-04-30", "2027-11-30")], "dates-out-of-order", id="reviewed-after-the-end"),
        pytest.param([("written = 2026-11-01", "written = 2026-11-22")], "written-ahead", id="written-tomorrow"),
        pytest.param([('["cards"]', '[" "]')], "no-known-gaps", id="blind-to-nothing"),
        pytest.param([("expect = true", "expect = false")], "case-failed", id="expected-otherwise"),
        pytest.param([(CASH_TEST, '{ field = "traveller.sex", operator = "is", value = "M" }')], "protected-attribute",
                     id="sex"),
        pytest.param([("all = [{", NATIONAL)], "protected-attribute", id="nationality"),
        pytest.param([('value = ["CA"] },', 'value = ["CA"] }, { field = "booking.services", operator = "any-of", '
                      'value = ["KSML"] },')], "protected-attribute", id="a-meal"),
        pytest.param([("version = 1", 'version = 1\nretired = { on = 2026-11-02, reason = "x" }')], "retired",
                     id="retired"),
    ],
)  # fmt: skip
def test_each_reason_has_its_code(changes: list, code: str, criterion_of: Callable, today: dt.date) -> None:
    faults = check(criterion_of(*changes), Permitted(), today)
    assert code in {fault.code for fault in faults}
    assert is_refused(faults)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (dt.date(2027, 4, 30), None),
        (dt.date(2027, 5, 1), "review-lapsed"),
        (dt.date(2027, 10, 31), "review-lapsed"),
        (dt.date(2027, 11, 1), "sunset-passed"),
    ],
)
def test_days_pass(day: dt.date, code: str | None, criterion_of: Callable) -> None:
    codes = [fault.code for fault in check(criterion_of(), Permitted(), day)]
    assert (code in codes) if code else codes == []


def test_nationality_is_let_pass_by_its_provision_but_never_alone(criterion_of: Callable, today: dt.date) -> None:
    permitted = Permitted(nationality="Border Act s. 12")
    beside = criterion_of(
        ("all = [{", NATIONAL), ("traveller = { bag_count", 'traveller = { nationalities = ["UTO"], bag_count')
    )
    assert check(beside, permitted, today) == ()
    alone = criterion_of(("all = [{", NATIONAL.replace("all", "any")))
    assert "protected-alone" in {fault.code for fault in check(alone, permitted, today)}


def test_an_exculpating_condition_may_not_single_out_either(criterion_of: Callable, today: dt.date) -> None:
    changed = criterion_of(
        ('field = "traveller.loyalty_count", operator = "at-least", value = 1',
         'field = "traveller.nationalities", operator = "any-of", value = ["UTO"]')
    )  # fmt: skip
    assert "protected-attribute" in {fault.code for fault in check(changed, Permitted(), today)}


def test_without_anything_exculpating_a_reason_is_wanted(body: str, criterion_of: Callable, today: dt.date) -> None:
    start, end = body.index("[[exculpating]]"), body.index("[[case]]")
    silenced = body[body.rindex("[[case]]") :]
    without = [(body[start:end], ""), (silenced, silenced.replace("bag_count = 0", "bag_count = 2"))]
    assert "nothing-exculpates" in {fault.code for fault in check(criterion_of(*without), Permitted(), today)}
    reasoned = [*without, ("version = 1", 'version = 1\nno_exculpating_reason = "cash is the whole of it"')]
    assert check(criterion_of(*reasoned), Permitted(), today) == ()


def test_too_few_cases_are_refused(body: str, criterion_of: Callable, today: dt.date) -> None:
    last = body[body.rindex("[[case]]") :]
    faults = check(criterion_of((last, "")), Permitted(), today)
    assert [fault.code for fault in faults] == ["too-few-cases", "exculpation-untried"]
    assert faults[1].weight is Weight.WARNING


def test_prose_about_a_protected_group_is_a_warning(criterion_of: Callable, today: dt.date) -> None:
    faults = check(criterion_of(("Look for a way back.", "Look at their religion first.")), Permitted(), today)
    assert [(fault.weight, fault.code) for fault in faults] == [(Weight.WARNING, "protected-prose")]
    assert not is_refused(faults)


def test_a_failed_case_is_explained_test_by_test(criterion_of: Callable, today: dt.date) -> None:
    faults = check(criterion_of(("expect = true", "expect = false")), Permitted(), today)
    assert "payment.kinds any-of CA: met, is CA" in next(str(f.text) for f in faults if f.code == "case-failed")


def test_two_people_are_two() -> None:
    assert same_person("Ada  Approver", "ada approver")
    assert not same_person("Ada Approver", "Ida Approver")
