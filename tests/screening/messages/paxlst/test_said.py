import pytest

from gatehouse.screening.messages.paxlst import said
from gatehouse.terms.finding import Severity


def test_a_finding_takes_its_severity_and_words_from_the_table() -> None:
    found = said.finding("date-unreadable", 7, "expiry")
    assert found.severity is Severity.ERROR
    assert found.segment == 7
    assert found.text == said.FINDING_KINDS["date-unreadable"].meaning + ": expiry"


def test_a_finding_that_the_table_does_not_know_cannot_be_made() -> None:
    with pytest.raises(KeyError):
        said.finding("no-such-code", 1)


def test_every_row_says_what_it_means_and_names_a_rule_of_the_quality_rules_or_none() -> None:
    for code, kind in said.FINDING_KINDS.items():
        assert kind.meaning, code
        assert not kind.rule or (kind.rule[0] == "Q" and kind.rule[1:].isdigit()), code
        assert code == code.lower().replace("_", "-"), code


@pytest.mark.parametrize(
    ("value", "quoted"),
    [("VW", "VW"), ("", ""), ("A PERSON'S NAME", ""), ("X" * (said.CODE_SHOWN_MAX + 1), ""), ("A:B", "")],
)
def test_only_what_looks_like_a_code_is_quoted(value: str, quoted: str) -> None:
    assert said.shown(value) == quoted


def test_an_unread_segment_is_kept_with_its_reason() -> None:
    unread = said.unread("reference-unknown", "ZZ9")
    assert (unread.about, unread.kept, unread.faults) == (said.UNREAD, True, (said.Fault("reference-unknown", "ZZ9"),))
