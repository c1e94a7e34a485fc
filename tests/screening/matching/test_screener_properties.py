"""The search beside the pair: it may leave out what is below the floor, and never scores otherwise."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.screening.matching import screener
from gatehouse.screening.matching.operating import Thresholds
from gatehouse.screening.matching.pair import THRESHOLD, compare, reasons_for, weight_for
from gatehouse.screening.matching.screener import Screener
from gatehouse.terms.candidate import Subject
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import Handling, ListedDocument, ListedName, ListEntry, NameQuality

LISTED = [
    ("Mohammed Al-Harbani", "1979-03-14"),
    ("Abd al-Rahman Drozd", "1981"),
    ("Lars Peter Anderson", "1979-06"),
    ("Dmitry Skvortsov", "1968-11-02"),
    ("Skjoldager Ilse Varga", None),
    ("María José García Lluch", "1990-12-31"),
    ("李雷雷", "1985-05-05"),
    ("박민준", None),
    ("سليم الحرباني", "1970"),
    ("Νίκος Λουκάς", "1962-02-28"),
    ("Hannibalo", "1980-05-05"),
    ("Jean-Claude de la Varga", "1955"),
]
ENTRIES = [
    ListEntry(
        "TEST",
        f"T-{number}",
        (ListedName(name),),
        (DateSpan.exact(born),) if born else (),
        documents=(ListedDocument(f"P00{number:05}", "passport", "UTO"),),
    )
    for number, (name, born) in enumerate(LISTED)
]
SCREENER = Screener(ENTRIES)
EVERY = pytest.mark.parametrize("number", range(len(LISTED)), ids=[name for name, _ in LISTED])
DATES = st.sampled_from([None, "1979-03-14", "1981", "1962-02", "2001-01-01"])
WORDS = st.sampled_from([word for name, _ in LISTED for word in name.split()] + ["Tomas", "Quist", "bin", "Mr"])


SUBJECTS = st.builds(
    lambda words, born, documents: Subject((" ".join(words), "".join(words)), birth_date=born, documents=documents),
    st.lists(WORDS, max_size=5),
    DATES,
    st.sampled_from([(), (("P0000003", "UTO"),)]),
)


@settings(max_examples=40)
@given(st.lists(SUBJECTS, max_size=6), st.integers(1, 3))
def test_many_at_once_are_answered_as_one_by_one(subjects, at_once):
    one_by_one = [Screener(ENTRIES[:6]).changed(ENTRIES[6:], []).find(subject) for subject in subjects[:1]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(screener, "AT_ONCE", at_once)
        together = SCREENER.find_many(subjects)
    assert together == [SCREENER.find(subject) for subject in subjects]
    assert together[:1] == one_by_one


def _found(subject):
    return {candidate.entry_id: candidate for candidate in SCREENER.screen(subject)}


@EVERY
def test_an_entry_is_found_by_its_own_name_and_date(number):
    name, born = LISTED[number]
    assert SCREENER.screen(Subject((name,), birth_date=born))[0].entry_id == f"T-{number}"


@EVERY
def test_an_entry_is_found_in_capitals_and_in_the_other_order(number):
    name, born = LISTED[number]
    for text in (name.upper(), " ".join(reversed(name.split()))):
        assert f"T-{number}" in _found(Subject((text,), birth_date=born))


@EVERY
def test_an_entry_is_found_by_its_document_under_any_name(number):
    document = ((f"P00{number:05}", "UTO"),)
    assert _found(Subject(("Tomas Quist",), documents=document))[f"T-{number}"].above_threshold


@EVERY
@pytest.mark.parametrize("handling", [Handling.DOCUMENT_ONLY, Handling.EXACT_NAME])
def test_handling_is_kept_in_the_search(number, handling):
    name, born = LISTED[number]
    entry = ListEntry("TEST", "T", (ListedName(name),), handling=handling)
    for candidate in Screener([entry]).screen(Subject((name + " Quist",), birth_date=born)):
        assert not candidate.above_threshold


@given(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), DATES)
@settings(max_examples=150, deadline=None)
def test_what_the_search_tells_is_what_the_pair_tells(name, born):
    """One entry, one score: whoever asks for the pair alone must see the same reasons."""
    subject = Subject((name,), birth_date=born)
    for candidate in SCREENER.screen(subject):
        (entry,) = [entry for entry in ENTRIES if entry.entry_id == candidate.entry_id]
        alone = compare(subject, entry)
        assert candidate.score == pytest.approx(alone.score)
        assert candidate.above_threshold == alone.above_threshold


@given(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), DATES)
@settings(max_examples=150, deadline=None)
def test_nothing_above_the_threshold_is_left_out(name, born):
    """The indexes only set aside what the whole comparison would set aside too."""
    subject = Subject((name,), birth_date=born)
    above = {entry.entry_id for entry in ENTRIES if compare(subject, entry).above_threshold}
    assert above <= set(_found(subject))


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), max_size=6))
@settings(max_examples=60, deadline=None)
def test_many_at_once_are_each_alone(names):
    subjects = [Subject((name,)) for name in names]
    assert list(SCREENER.screen_many(subjects)) == [SCREENER.screen(subject) for subject in subjects]


ALIASED = Screener(
    [
        *ENTRIES,
        ListEntry("TEST", "A-1", (*(entry.names[0] for entry in ENTRIES), ListedName("Ilse Q", NameQuality.WEAK))),
        ListEntry("TEST", "A-2", ENTRIES[0].names, ENTRIES[0].birth_dates, handling=Handling.EXACT_NAME),
        ListEntry("TEST", "A-3", ENTRIES[2].names, documents=ENTRIES[2].documents, handling=Handling.DOCUMENT_ONLY),
        ListEntry("OTHER", "A-4", ENTRIES[4].names, birth_places=("Varga Town",), sex="F", nationalities=("UTO",)),
    ]
).with_thresholds(Thresholds(0.3, {"OTHER": 0.95}))
TOLD = st.builds(
    Subject,
    names=st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=3).map(tuple),
    birth_date=DATES,
    sex=st.sampled_from([None, "F", "M"]),
    nationalities=st.sampled_from([(), ("UTO",), ("YEM", "UTO")]),
    birth_place=st.sampled_from([None, "Varga"]),
    documents=st.sampled_from([(), (("P0000002", "UTO"),), (("P0000002", None),)]),
)


@given(TOLD)
@settings(max_examples=200, deadline=None)
def test_scores_alone_are_those_of_the_explained(subject):
    (scores,) = ALIASED.search_many([subject])
    explained = ALIASED.screen(subject)
    assert [score[:2] for score in scores] == [(one.list, one.entry_id) for one in explained]
    assert [score.score for score in scores] == [one.score for one in explained], "to the last digit"
    assert [score.above_threshold for score in scores] == [one.above_threshold for one in explained]


@given(TOLD)
@settings(max_examples=200, deadline=None)
def test_the_weight_alone_is_the_sum_of_the_reasons(subject):
    for entry in ALIASED.entries:
        assert weight_for(subject, entry, entry.names) == sum(
            reason.weight for reason in reasons_for(subject, entry, entry.names)
        )


@given(st.permutations(ENTRIES))
@settings(max_examples=20, deadline=None)
def test_the_order_of_a_list_is_no_evidence(entries):
    subject = Subject(("Muhammad Harbani",), birth_date="1979-03-14")
    scores = {candidate.entry_id: candidate.score for candidate in Screener(entries).screen(subject)}
    assert scores == pytest.approx({key: candidate.score for key, candidate in _found(subject).items()})


@pytest.mark.parametrize("threshold", [0.0, THRESHOLD, 1.0])
def test_the_threshold_decides_what_is_above_it_and_nothing_else(threshold):
    for candidate in Screener(ENTRIES, threshold).screen(Subject(("Lars Anderson",), birth_date="1979")):
        assert candidate.above_threshold == (candidate.score >= threshold)
