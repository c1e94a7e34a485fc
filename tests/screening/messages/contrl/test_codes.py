"""The code lists of CONTRL."""

import csv
from importlib.resources import files

from gatehouse.screening.messages.contrl.codes import ACKNOWLEDGED, ACTIONS, ERRORS, REASONS, RECEIVED, REJECTED


def test_actions_are_the_standard_three():
    assert set(ACTIONS) == {REJECTED, ACKNOWLEDGED, RECEIVED}


def test_reasons_use_known_codes_only():
    for reason in REASONS.values():
        assert reason.action in (REJECTED, ACKNOWLEDGED)
        assert reason.error in ERRORS
        assert reason.level in ("interchange", "group", "message", "segment")


def test_reasons_are_findings_of_the_syntax():
    table = csv.DictReader(files("gatehouse.edifact").joinpath("findings.csv").read_text("utf-8").splitlines())
    assert set(REASONS) - {row["code"] for row in table} == {"message-type-unsupported"}
