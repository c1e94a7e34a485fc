"""Bad input: never a crash, never a silent skip, always bounded, and a disguise is found and said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.names import cleaning
from gatehouse.names.name import LOOK_ALIKES, READINGS_MAX, TOKENS_MAX, read_names
from gatehouse.screening.matching.explanation import sentence
from gatehouse.screening.matching.pair import COMPARED_NAMES_MAX, compare
from gatehouse.screening.matching.screener import CANDIDATES_MAX, Screener
from gatehouse.terms.candidate import Subject
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry
from hostile_names import HOSTILE

EVERY = pytest.mark.parametrize("name", [pytest.param(name, id=fault) for fault, name in HOSTILE.items()])
LISTED = ListEntry(
    "TEST",
    "1",
    (ListedName("Ilse Varga"),),
    (DateSpan.exact("1979-03-14"),),
    documents=(ListedDocument("P0012345", None, "UTO"),),
)
SCREENER = Screener([LISTED])
LISTABLE = {fault: name for fault, name in HOSTILE.items() if fault != "lone-surrogate"}
"""Lists are read from UTF-8, in which no lone surrogate can be written."""
OF_HOSTILE_NAMES = ListEntry("TEST", "2", tuple(map(ListedName, LISTABLE.values())))


def found(*names, screener=SCREENER, **more):
    return {candidate.entry_id: candidate for candidate in screener.screen(Subject(names, **more))}


def told(candidate, feature):
    return [reason for reason in candidate.explanation if reason.feature == feature]


@EVERY
def test_it_is_read_within_limits(name):
    readings = read_names(name)
    assert 1 <= len(readings) <= READINGS_MAX
    assert all(len(reading.tokens) <= TOKENS_MAX for reading in readings)


@EVERY
def test_it_is_compared_like_any_other(name):
    for listed in ("Ilse Varga", name):
        candidate = compare(Subject((name,)), ListEntry("TEST", "1", (ListedName(listed),)))
        assert 0.0 <= candidate.score <= 1.0
        assert sentence(candidate).endswith(".")
        assert told(candidate, "name")


@EVERY
def test_it_hides_nobody_whose_document_is_listed(name):
    assert found(name, documents=(("P0012345", "UTO"),))["1"].above_threshold


@EVERY
def test_it_hides_nobody_who_has_another_name(name):
    assert found(name, "Ilse Varga", birth_date="1979-03-14")["1"].above_threshold
    assert found("Ilse Varga", name, birth_date="1979-03-14")["1"].above_threshold


@pytest.mark.parametrize("name", [pytest.param(name, id=fault) for fault, name in LISTABLE.items()])
def test_on_a_list_it_hides_nobody_else(name):
    screener = Screener([ListEntry("TEST", "3", (ListedName(name),)), LISTED])
    assert found("Ilse Varga", birth_date="1979-03-14", screener=screener)["1"].above_threshold


@EVERY
def test_the_search_says_what_the_pair_says(name):
    screener = Screener([LISTED, OF_HOSTILE_NAMES])
    for candidate in screener.screen(Subject((name,))):
        entry = next(entry for entry in screener.entries if entry.entry_id == candidate.entry_id)
        assert candidate.score <= compare(Subject((name,)), entry).score + 1e-4


FOUND = ("emoji-among-letters", "control-characters", "bidi-override", "combining-bomb-on-each-letter", "homoglyph",
         "zero-width", "brackets-unclosed", "lone-surrogate")  # fmt: skip


@pytest.mark.parametrize("fault", FOUND)
def test_a_name_that_can_be_read_is_found(fault):
    assert found(HOSTILE[fault], birth_date="1979-03-14")["1"].above_threshold


DISGUISES = [
    ("cyrillic-a-in-latin", "V\u0430rga Ilse", LOOK_ALIKES),
    ("greek-o-in-latin", "Ilse Varga Dr\u03bfzd", LOOK_ALIKES),
    ("a-whole-word-of-look-alikes", "Ilse V\u0430rga \u0421\u043e\u0440\u0435", LOOK_ALIKES),
    ("invisible-character", "Il\u2060se Varga", cleaning.INVISIBLE),
    ("bidi-override", "\u202eIlse\u202c Varga", cleaning.DIRECTION),
    ("combining-bomb", "Ilse Varga" + "\u0301" * 60, cleaning.MARKS),
    ("digit-for-letter", "1lse V4rga Dr0zd", cleaning.DIGITS),
]


@pytest.mark.parametrize(("name", "remark"), [pytest.param(*row[1:], id=row[0]) for row in DISGUISES])
def test_a_disguise_is_found_and_said(name, remark):
    plain = ListEntry("TEST", "1", (ListedName("Ilse Varga Drozd"),))
    candidate = compare(Subject((name,)), plain)
    (reason,) = told(candidate, "name-remark")
    assert (reason.traveller, reason.entry, reason.weight) == (name, None, 0.0)
    assert reason.how == f"traveller: {remark}"
    assert remark in sentence(candidate)


@pytest.mark.parametrize("fault", ["homoglyph", "zero-width", "bidi-override"])
def test_a_search_says_the_disguise_too(fault):
    (reason,) = told(found(HOSTILE[fault], birth_date="1979-03-14")["1"], "name-remark")
    assert reason.traveller == HOSTILE[fault]


def test_a_disguise_on_the_list_is_said_as_the_list_s():
    listed = ListEntry("TEST", "1", (ListedName("V\u0430rga Ilse"),))
    candidate = found("Ilse Varga", screener=Screener([listed]))["1"]
    (reason,) = told(candidate, "name-remark")
    assert (reason.traveller, reason.entry, reason.how) == (None, "V\u0430rga Ilse", f"entry: {LOOK_ALIKES}")


def test_a_disguise_in_another_name_than_the_compared_one_is_said():
    (reason,) = told(found("Ilse Varga", "T\u043emas Drozd")["1"], "name-remark")
    assert reason.traveller == "T\u043emas Drozd"


def test_a_name_all_of_look_alikes_is_found_and_said():
    """Every letter is Cyrillic and prints as Latin: read as both, and said when it is the Latin one that was met."""
    listed = ListEntry("TEST", "1", (ListedName("Pope Cayce"),))
    disguised = "\u0420\u043e\u0440\u0435 \u0421\u0430\u0443\u0441\u0435"
    candidate = found(disguised, screener=Screener([listed]))["1"]
    assert candidate.above_threshold
    (reason,) = told(candidate, "name-remark")
    assert LOOK_ALIKES in reason.how


def test_an_honest_name_has_no_remark():
    assert not told(found("Ilse Varga")["1"], "name-remark")


def test_a_remark_adds_nothing_to_the_score():
    assert found("V\u0430rga Ilse")["1"].score == pytest.approx(found("Varga Ilse")["1"].score)


DATES = ["9999-12-31", "9999", "0001-01-01", "0001", "1980-02-29", "1979-12"]


@pytest.mark.parametrize("date", DATES)
def test_dates_at_the_ends_of_the_calendar(date):
    entry = ListEntry("TEST", "1", (ListedName("Ilse Varga"),), (DateSpan.exact(date), DateSpan.exact(date, True)))
    subject = Subject(("Ilse Varga",), birth_date=date)
    assert compare(subject, entry).score == pytest.approx(
        found("Ilse Varga", birth_date=date, screener=Screener([entry]))["1"].score
    )
    for other in ("1979-03-14", None):
        assert 0.0 <= compare(Subject(("Ilse Varga",), birth_date=other), entry).score <= 1.0
        found("Ilse Varga", birth_date=other, screener=Screener([entry]))


def aliases(count):
    return [f"Tomas Drozd{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(count)]


@pytest.mark.parametrize("place", [0, 2_500, 4_999], ids=["first", "middle", "last"])
def test_any_of_five_thousand_aliases_is_found(place):
    names = aliases(5_000)
    names[place] = "Ilse Varga"
    entry = ListEntry("TEST", "1", tuple(map(ListedName, names)))
    alone = compare(Subject(("Ilse Varga",)), entry)
    assert alone.above_threshold
    assert told(alone, "name")[0].entry == "Ilse Varga"
    assert found("Ilse Varga", screener=Screener([entry]))["1"].score == pytest.approx(alone.score)
    assert len(names) > COMPARED_NAMES_MAX


def test_a_traveller_with_thousands_of_names_is_bounded():
    names = ["Ilse Varga", *aliases(3_000)]
    assert found(*names, birth_date="1979-03-14")["1"].above_threshold


def test_a_list_of_one_name_only_is_bounded():
    entries = [ListEntry("TEST", str(number), (ListedName("J"), ListedName("Ilse Varga"))) for number in range(300)]
    assert len(Screener(entries).screen(Subject(("Ilse Varga",)))) == CANDIDATES_MAX


PIECES = st.sampled_from(
    ["Ilse", "Varga", "V\u0430rga", "\u202e", "\u0301" * 30, "😀", "محمد", "李", "\x00", "-", "al", "J", "0"]
)


@given(st.lists(PIECES, max_size=30), st.sampled_from(["", " "]))
@settings(max_examples=120)
def test_whatever_is_put_together_is_screened(pieces, between):
    name = between.join(pieces)
    pair = compare(Subject((name,), birth_date="1979-03-14"), LISTED)
    searched = found(name, birth_date="1979-03-14")
    assert not pair.above_threshold or searched["1"].score == pytest.approx(pair.score, abs=1e-4)
