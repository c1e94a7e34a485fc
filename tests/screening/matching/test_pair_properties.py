"""The score of a pair over generated people: what raises it, what lowers it, and what must not matter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.screening.matching.pair import LISTED_NAMES_MAX, THRESHOLD, candidate_of, compare, reasons_for
from gatehouse.screening.matching.weights import log_odds, logistic, weights
from gatehouse.terms.candidate import Subject
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import Handling, ListedDocument, ListedName, ListEntry, NameQuality

WORDS = st.text("abdegiklmnorstuvz", min_size=4, max_size=10)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
DATES = st.dates().map(lambda day: day.replace(year=1940 + day.year % 70, day=min(day.day, 28)).isoformat())
SEXES = st.sampled_from(["F", "M", "X", None])
COUNTRIES = st.sampled_from([(), ("DEU",), ("YEM",), ("DEU", "YEM"), ("XXA",)])
QUICK = settings(max_examples=80, deadline=None)


def entry_of(*names, **more):
    return ListEntry("TEST", "T-1", tuple(map(ListedName, names)), **more)


def score(subject, entry):
    return compare(subject, entry).score


@given(NAMES, NAMES)
@QUICK
def test_a_stated_sex_that_differs_never_helps(ours, theirs):
    same = score(Subject((ours,), sex="F"), entry_of(theirs, sex="F"))
    unknown = score(Subject((ours,)), entry_of(theirs, sex="F"))
    other = score(Subject((ours,), sex="M"), entry_of(theirs, sex="F"))
    assert other < unknown < same


@given(NAMES, NAMES, DATES)
@QUICK
def test_the_same_birth_date_never_hurts_and_a_far_one_never_helps(ours, theirs, born):
    """Not known lies between agreement and contradiction."""
    entry = entry_of(theirs, birth_dates=(DateSpan.exact(born),))
    # On another day: the same day with one digit of the year another may be a slip.
    far = f"{int(born[:4]) - 37}-{int(born[5:7]) % 12 + 1:02d}-{int(born[8:]) % 28 + 1:02d}"
    assert score(Subject((ours,), birth_date=far), entry) < score(Subject((ours,)), entry)
    if not born.endswith("01-01"):
        assert score(Subject((ours,)), entry) < score(Subject((ours,), birth_date=born), entry)


@given(NAMES, NAMES, SEXES, COUNTRIES, st.sampled_from([None, "1999-11-30", "1930"]))
@QUICK
def test_a_listed_document_in_hand_is_above_the_threshold_by_itself(ours, theirs, sex, countries, born):
    """Number and issuer outweigh any name, sex and birth date, or a forged name would be a pass."""
    entry = entry_of(
        theirs,
        sex="F",
        nationalities=("YEM",),
        birth_dates=(DateSpan.exact("1960-01-02"),),
        documents=(ListedDocument("P0012345", None, "UTO"),),
    )
    carried = Subject((ours,), sex=sex, nationalities=countries, birth_date=born, documents=(("P0012345", "UTO"),))
    assert compare(carried, entry).above_threshold


@given(NAMES, st.lists(NAMES, min_size=1, max_size=4))
@QUICK
def test_another_alias_never_lowers_the_score(ours, listed):
    fewer = score(Subject((ours,)), entry_of(*listed))
    assert score(Subject((ours,)), entry_of(*listed, "zoltan skjoldager")) >= fewer


@given(st.lists(NAMES, min_size=1, max_size=4), NAMES)
@QUICK
def test_another_name_of_the_traveller_never_lowers_the_score(ours, listed):
    fewer = score(Subject(tuple(ours)), entry_of(listed))
    assert score(Subject((*ours, "zoltan skjoldager")), entry_of(listed)) >= fewer


@given(st.permutations(["ilse varga", "zoltan skjoldager", "marta drozd"]), NAMES)
@QUICK
def test_the_order_of_aliases_does_not_matter(listed, ours):
    assert score(Subject((ours,)), entry_of(*listed)) == pytest.approx(
        score(Subject((ours,)), entry_of(*sorted(listed)))
    )


@given(NAMES, NAMES, st.lists(DATES, min_size=1, max_size=4))
@QUICK
def test_more_alternatives_of_a_birth_date_never_lower_the_score(ours, theirs, dates):
    spans = tuple(map(DateSpan.exact, dates))
    subject = Subject((ours,), birth_date=dates[0])
    assert score(subject, entry_of(theirs, birth_dates=spans)) >= score(
        subject, entry_of(theirs, birth_dates=spans[:1])
    )


@given(NAMES, NAMES, DATES, SEXES, COUNTRIES)
@QUICK
def test_the_reasons_are_the_score(ours, theirs, born, sex, countries):
    """Every log-odd of the score is told: nothing counts that nobody can read."""
    entry = entry_of(theirs, birth_dates=(DateSpan.exact("1979"),), sex="M", nationalities=("DEU",))
    subject = Subject((ours,), birth_date=born, sex=sex, nationalities=countries)
    found = compare(subject, entry)
    assert log_odds(found.score) == pytest.approx(sum(reason.weight for reason in found.explanation), abs=1e-6)
    features = [reason.feature for reason in found.explanation]
    assert len(features) == len(set(features))
    assert {"name", "birth-date", "sex", "nationality"} <= set(features)


@given(NAMES, NAMES)
@QUICK
def test_a_name_compares_alike_in_both_directions(one, other):
    """Who is the traveller and who is listed is no evidence."""
    assert score(Subject((one,)), entry_of(other)) == pytest.approx(score(Subject((other,)), entry_of(one)), abs=1e-9)


@given(NAMES)
@QUICK
def test_nothing_scores_higher_than_the_name_itself(name):
    itself = score(Subject((name,)), entry_of(name))
    assert score(Subject((name,)), entry_of(f"{name} skjoldager")) <= itself + 1e-9
    assert score(Subject((name,)), entry_of("skjoldager")) <= itself + 1e-9


@pytest.mark.parametrize("handling", list(Handling))
@given(NAMES, st.booleans())
@QUICK
def test_handling_changes_what_is_done_and_never_the_score(handling, name, carries):
    documents = (("P0012345", "UTO"),) if carries else ()
    listed = {"documents": (ListedDocument("P0012345", None, "UTO"),)}
    plain = compare(Subject((name,), documents=documents), entry_of(name, **listed))
    bound = compare(Subject((name,), documents=documents), entry_of(name, **listed, handling=handling))
    assert bound.score == plain.score
    assert not bound.above_threshold or plain.above_threshold
    if carries:
        assert bound.above_threshold


@pytest.mark.parametrize("place", [LISTED_NAMES_MAX - 1, LISTED_NAMES_MAX], ids=["last-compared", "first-ignored"])
def test_the_most_names_of_an_entry(place):
    names = [f"drozd{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(LISTED_NAMES_MAX + 1)]
    names[place] = "ilse skjoldager"
    found = compare(Subject(("ilse skjoldager",)), entry_of(*names))
    assert (found.score > score(Subject(("ilse skjoldager",)), entry_of("drozdaa"))) == (place < LISTED_NAMES_MAX)


@pytest.mark.parametrize("above", [True, False])
def test_a_score_at_the_threshold_is_above_it(above):
    entry = entry_of("ilse skjoldager")
    reasons = reasons_for(Subject(("ilse skjoldager",)), entry, entry.names)
    exact = logistic(sum(reason.weight for reason in reasons))
    assert candidate_of(entry, reasons, exact if above else exact + 1e-9).above_threshold is above


@pytest.mark.parametrize(
    ("subject", "features"),
    [
        (Subject(()), {"name"}),
        (Subject(("",)), {"name"}),
        (Subject(("123",)), {"name"}),
        (Subject((), documents=(("", None),)), {"name"}),
        (Subject((), documents=(("P0012345", "UTO"),)), {"name", "document"}),
    ],
    ids=["no-name", "empty-name", "digits", "empty-number", "document-only"],
)
def test_what_cannot_be_compared_is_said_and_not_refused(subject, features):
    entry = entry_of("ilse skjoldager", documents=(ListedDocument("P0012345", None, "UTO"),))
    found = compare(subject, entry)
    assert {r.feature for r in found.explanation if r.outcome == "missing" or r.feature == "document"} >= features
    assert found.above_threshold == ("document" in features)


@pytest.mark.parametrize("quality", list(NameQuality))
def test_only_a_weak_alias_costs(quality):
    listed = ListEntry("TEST", "1", (ListedName("ilse skjoldager", quality),))
    found = compare(Subject(("ilse skjoldager",)), listed)
    told = [reason.weight for reason in found.explanation if reason.feature == "alias-quality"]
    assert told == ([weights()["name"]["weak_alias"]] if quality is NameQuality.WEAK else [])


def test_the_threshold_is_the_published_one():
    assert weights()["operating"]["threshold"] == THRESHOLD
