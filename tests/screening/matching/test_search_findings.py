"""What a search left out, told as findings."""

from __future__ import annotations

import csv

from gatehouse.screening.matching.search_findings import TABLE, code_of, meaning_of, search_findings
from gatehouse.terms.candidate import LeftOut
from gatehouse.terms.finding import Severity


def test_everything_that_can_be_left_out_has_its_words() -> None:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        assert [row["code"] for row in csv.DictReader(stream)] == [code_of(one) for one in LeftOut]
    assert len({meaning_of(one) for one in LeftOut}) == len(LeftOut)


def test_each_is_a_finding_where_the_traveller_stands() -> None:
    narrowed, names = search_findings((LeftOut.NARROWED, LeftOut.NAMES), 7)
    assert (narrowed.code, narrowed.segment, narrowed.severity) == ("search-narrowed", 7, Severity.WARNING)
    assert names.text == meaning_of(LeftOut.NAMES)


def test_a_whole_search_has_no_finding() -> None:
    assert search_findings((), 7) == ()
