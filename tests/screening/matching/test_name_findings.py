"""What is wrong with the text of a name is said as a finding, and quotes nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names import cleaning
from gatehouse.names.name import LOOK_ALIKES, WORDS_IGNORED, read_names
from gatehouse.screening.matching.name_findings import UNREADABLE, name_findings, remarks_of
from gatehouse.terms.finding import Severity

FAULTS = [
    ("cyrillic-a-in-a-latin-name", "V\u0430rga Ilse", "name-remark", Severity.WARNING, LOOK_ALIKES),
    ("invisible-character", "Var\u2060ga Ilse", "name-remark", Severity.WARNING, cleaning.INVISIBLE),
    ("bidi-override", "\u202eagraV eslI\u202c", "name-remark", Severity.WARNING, cleaning.DIRECTION),
    ("combining-bomb", "Varga\u0301" + "\u0301" * 50, "name-remark", Severity.INFO, cleaning.MARKS),
    ("ten-thousand-characters", "Varga " * 2_000, "name-remark", Severity.INFO, cleaning.CUT),
    ("many-words", " ".join("abcdefghijklmnop"), "name-remark", Severity.INFO, WORDS_IGNORED),
    ("digit-for-a-letter", "V4rga Dr0zd", "name-remark", Severity.INFO, cleaning.DIGITS),
    ("emoji", "😀😀", "name-unreadable", Severity.ERROR, UNREADABLE),
    ("digits-only", "12345", "name-unreadable", Severity.ERROR, UNREADABLE),
    ("control-characters-only", "\x00\x01\x1b", "name-unreadable", Severity.ERROR, UNREADABLE),
    ("empty", "", "name-unreadable", Severity.ERROR, UNREADABLE),
]


@pytest.mark.parametrize(("name", "code", "severity", "text"), [pytest.param(*row[1:], id=row[0]) for row in FAULTS])
def test_a_fault_is_said(name, code, severity, text):
    found = {finding.text: finding for finding in name_findings([name], 7)}
    assert (found[text].code, found[text].severity, found[text].segment) == (code, severity, 7)


@pytest.mark.parametrize(
    "name",
    ["Ilse Varga", "O'Brien, Mary-Jane", "María José", "Скворцов Дмитрий", "محمد الحرباني", "김철수", "王小明", "X"],
)
def test_an_honest_name_has_none(name):
    assert name_findings([name], 1) == ()


def test_each_fault_is_said_once():
    assert len(name_findings(["V\u0430rga", "Dr\u043ezd"], 1)) == 1


def test_a_reading_by_look_alikes_is_remarked_on():
    """A word that is all Cyrillic is no disguise by itself; taken for the Latin word it prints as, it is said."""
    readings = read_names("Соре")
    assert name_findings(["Соре"], 1) == ()
    assert [LOOK_ALIKES in remarks_of(name) for name in readings] == [name.reading == LOOK_ALIKES for name in readings]
    assert any(name.reading == LOOK_ALIKES for name in readings)


@given(st.lists(st.text(max_size=40), max_size=4))
def test_no_text_is_a_crash_and_no_finding_quotes_it(names):
    for finding in name_findings(names, None):
        assert finding.code in ("name-unreadable", "name-remark")
        assert not any(len(name) > 8 and name in finding.text for name in names)
