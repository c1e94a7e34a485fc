"""A whole list searched: what is found, in which order, and that nobody breaks it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.screening.matching.operating import Thresholds, reporting_floor
from gatehouse.screening.matching.pair import THRESHOLD, compare
from gatehouse.screening.matching.screener import CANDIDATES_MAX, EXPLAINED_MAX, REPORTING_FLOOR, Screener
from gatehouse.screening.matching.weights import logistic
from gatehouse.terms.candidate import LeftOut, Subject
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


def test_the_threshold_marks_what_is_reported(people):
    subject = Subject(("Ilse Varga Skjoldager",))
    usual = Screener(people).screen(subject)
    strict = Screener(people, usual[0].score + 0.001).screen(subject)
    assert [candidate.score for candidate in strict] == [candidate.score for candidate in usual]
    assert usual[0].above_threshold
    assert not strict[0].above_threshold


@pytest.mark.parametrize("threshold", [0.3, 0.5, 0.6, 0.9, 0.99])
def test_what_is_reported_follows_the_threshold(people, threshold):
    subject = Subject(("Muhammad Harbany",), birth_date="1979")
    all_of_them = Screener(people, 1e-9).screen(subject)
    reported = Screener(people, threshold).screen(subject)
    floor = logistic(reporting_floor(threshold))
    assert [c.score for c in reported] == [c.score for c in all_of_them if c.score >= floor]


def test_a_list_reports_down_to_its_own_floor(people):
    strict = [replace(person, list="STRICT") for person in people]
    subject = Subject(("Muhammad Harbani",))
    (score,) = [c.score for c in Screener(people).screen(subject)]
    both = Screener([*people, *strict]).with_thresholds(
        Thresholds(0.5, {"STRICT": (score + 1) / 2 + 0.4 * (1 - score)})
    )
    assert {c.list for c in both.screen(subject)} == {"TEST"}
    assert {c.list for c in Screener([*people, *strict]).screen(subject)} == {"TEST", "STRICT"}


def test_lists_that_are_not_there_do_not_lower_the_floor(people):
    chosen = Thresholds(0.9, {"ELSEWHERE": 0.1})
    knowing = Screener(people).with_thresholds(chosen, {"TEST"})
    assert knowing._floor == reporting_floor(0.9)
    assert Screener(people).with_thresholds(chosen)._floor == reporting_floor(0.1)
    assert knowing.changed([replace(people[0], list="ELSEWHERE")], [])._floor == reporting_floor(0.1)


def test_what_a_search_leaves_out_is_said(make_entry):
    many = [make_entry(number, "Ilse Skjoldager") for number in range(EXPLAINED_MAX + 1)]
    assert Screener(many[:3]).find(Subject(("Ilse Skjoldager",))).left_out == ()
    found = Screener(many).find(Subject(("Ilse Skjoldager",)))
    assert found.left_out == (LeftOut.NOT_COMPARED, LeftOut.NOT_REPORTED)
    assert len(found.candidates) == CANDIDATES_MAX


def test_names_that_are_not_searched_are_said(people):
    names = ("Lars Anderson", *(f"Nobody Q{letter}uist" for letter in "abcdefgh"))
    assert Screener(people).find(Subject(names[:8])).left_out == ()
    assert Screener(people).find(Subject(names)).left_out == (LeftOut.NAMES,)


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
