"""A whole list searched: what is found, in which order, and that nobody breaks it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.screening.matching.pair import THRESHOLD, compare
from gatehouse.screening.matching.screener import CANDIDATES_MAX, REPORTING_FLOOR, Screener
from gatehouse.terms.candidate import Subject
from gatehouse.terms.entry import ListedName, ListEntry

SHARED_LIST = Path(__file__).parents[3] / "../shared/data/lists/un_consolidated_2025-11-18.xml"
FOUND = [
    ("spelling", Subject(("Muhammad Harbani",), birth_date="1979-03-14"), "T-1"),
    ("arabic", Subject(("محمد الحربانى",)), "T-1"),
    ("order-and-year-only", Subject(("ANDERSEN LARS",), birth_date="1979-06-01"), "T-2"),
    ("cyrillic", Subject(("Скворцов Дмитрий",)), "T-3"),
    ("latin-of-another-system", Subject(("Dmitrij Skvorcov",), birth_date="1968-11-02"), "T-3"),
    ("glued", Subject(("VARGAILSEMRS",), birth_date=None), "T-4"),
    ("document-only", Subject((), documents=(("P0012345", "UTO"),)), "T-4"),
    ("document-by-eye", Subject(("I Varga",), documents=(("POO12345", "UTO"),)), "T-4"),
    ("single-name-with-date", Subject(("FNU Hannibalo",), birth_date="1980-05-05"), "T-6"),
    ("second-name-of-the-traveller", Subject(("Tomas X", "Karim Drozdhan")), "T-5"),
]


@pytest.fixture
def screener(people):
    return Screener(people)


@pytest.mark.parametrize(("subject", "entry_id"), [pytest.param(*row[1:], id=row[0]) for row in FOUND])
def test_found_first(screener, subject, entry_id):
    found = screener.screen(subject)
    assert found
    assert found[0].entry_id == entry_id


@pytest.mark.parametrize(
    "subject", [Subject(("Tomas Quist",)), Subject(()), Subject(("Lars Drozd",), birth_date="1950")]
)
def test_unlisted_travellers_have_no_candidate(screener, subject):
    assert screener.screen(subject) == []


def test_a_clearly_other_birth_date_is_not_reported(screener):
    assert screener.screen(Subject(("Mohammed Al-Harbani",), birth_date="1950-07-01")) == []


def test_the_search_scores_as_the_pair_does(screener, people):
    subject = Subject(("Muhammad Al Harbani",), birth_date="1979-03-14", nationalities=("YEM",))
    assert screener.screen(subject)[0].score == pytest.approx(compare(subject, people[0]).score)


def test_the_threshold_marks_and_does_not_search(people):
    subject = Subject(("Ilse Varga Skjoldager",))
    strict, usual = Screener(people, 0.9999).screen(subject), Screener(people).screen(subject)
    assert [candidate.score for candidate in strict] == [candidate.score for candidate in usual]
    assert usual[0].above_threshold
    assert not strict[0].above_threshold


def test_best_first_and_bounded(make_entry):
    entries = [make_entry(number, "Ilse Skjoldager") for number in range(CANDIDATES_MAX + 5)]
    found = Screener(entries).screen(Subject(("Ilse Skjoldager",)))
    assert len(found) == CANDIDATES_MAX
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)


def test_many_are_answered_in_order(screener):
    subjects = [
        Subject(("Lars Anderson",), birth_date="1979"),
        Subject(("Nobody Here",)),
        Subject(("Dmitry Skvortsov",)),
    ]
    first, second, third = screener.screen_many(subjects)
    assert (first[0].entry_id, second, third[0].entry_id) == ("T-2", [], "T-3")


def test_asking_twice_gives_the_same(screener):
    subject = Subject(("Muhammad Harbani",), birth_date="1979-03-14")
    assert screener.screen(subject) == screener.screen(subject)


@pytest.mark.parametrize("entries", [[], [ListEntry("TEST", "1", (ListedName("😀"),))]], ids=["empty", "unreadable"])
def test_a_list_without_names(entries):
    assert Screener(entries).screen(Subject(("Ilse Varga",))) == []


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=80), st.text("اعبدلمحن", max_size=30), st.text("李雷박민바ラ", max_size=12)))
def test_no_name_breaks_the_search(name):
    screener = Screener([ListEntry("TEST", "1", (ListedName("Ilse Varga"), ListedName(name or "x")))])
    for candidate in screener.screen(Subject((name, name * 50), birth_date="1979")):
        assert candidate.score >= min(REPORTING_FLOOR, THRESHOLD)


@pytest.mark.shared
def test_every_primary_name_of_a_real_list_finds_its_entry():
    reader = pytest.importorskip("gatehouse.screening.watchlists.reader", reason="the list readers are absent")
    if not SHARED_LIST.exists():
        pytest.skip("the shared lists are absent")
    entries = reader.read_list(SHARED_LIST).entries
    screener = Screener(entries)
    missed = 0
    for entry in entries:
        subject = Subject((entry.primary_name,))
        missed += entry.entry_id not in {c.entry_id for c in screener.screen(subject)}
    assert missed <= len(entries) // 100
