"""A search finds whatever the comparison of every pair would put above the floor, and scores it the same."""

import random

import pytest

from gatehouse.screening.matching.pair import compare
from gatehouse.screening.matching.screener import CANDIDATES_MAX, REPORTING_FLOOR, Screener
from gatehouse.terms.candidate import Subject
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry, NameQuality

# fmt: off
GIVEN = (
    "Ilse", "Tomas", "Karim", "Fatima", "Dmitry", "Oksana", "Wei", "Lars", "Amina", "Johan", "Abdulrahman", "Priya",
    "Chidi", "Yusuf", "Marta", "Henk",
)
FAMILY = (
    "Varga", "Skjoldager", "Harbani", "Drozdhan", "Skvortsov", "Quillfeather", "Anderson", "Brandsma", "Okonkwo",
    "Tahmasebi", "Petrosyan", "Lindqvist", "Marchetti", "Ozdemir", "Nakagawa", "Vandermeer", "Castellanos",
    "Dumitrescu", "Haraldsson", "Bielawski",
)
# fmt: on
OTHER_SCRIPTS = ("Дмитрий Скворцов", "محمد الحرباني", "김철수", "王小明", "Γιώργος Παπαδόπουλος")
DAMAGES = ("none", "one-typo", "two-typos", "reordered", "glued", "no-date", "year-only", "swapped", "initial", "short")


def _people(dice: random.Random, count: int) -> list[ListEntry]:
    people = []
    for number in range(count):
        names = [" ".join((dice.choice(GIVEN), *dice.sample(FAMILY, dice.choice((1, 1, 2)))))]
        if dice.random() < 0.3:
            names.append(f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}")
        if dice.random() < 0.1:
            names.append(dice.choice(OTHER_SCRIPTS))
        listed = tuple(ListedName(name, dice.choice(list(NameQuality))) for name in names)
        people.append(ListEntry("TEST", str(number), listed, _births(dice)))
    return people


def _births(dice: random.Random) -> tuple[DateSpan, ...]:
    full = f"{dice.randint(1950, 1999)}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}"
    kinds = (
        (),
        (DateSpan.exact(full),),
        (DateSpan.exact(full[:4]),),
        (DateSpan.exact(full[:7]),),
        (DateSpan.exact(full[:4], True),),
        (DateSpan(full[:4], str(int(full[:4]) + 3)),),
        (DateSpan.exact(full), DateSpan.exact(str(int(full[:4]) + 5))),
        (DateSpan("1950", "1980"),),
    )
    return dice.choice(kinds + ((DateSpan.exact(full),),) * 5)


def _mistyped(dice: random.Random, name: str) -> str:
    at = dice.randrange(1, len(name) - 1)
    # Of another script a letter is lost; a Latin one among its letters would be another fault.
    other = dice.choice("aeiklmnorst") if name.isascii() else ""
    return name[:at] + other + name[at + 1 :]


def _told(dice: random.Random, entry: ListEntry, damage: str) -> Subject:
    name = dice.choice(entry.names).full
    date = entry.birth_dates[0].earliest if entry.birth_dates else "1971-05-17"
    words = name.split()
    if damage == "swapped" and len(date) == 10:
        date = f"{date[:4]}-{date[8:]}-{date[5:7]}" if date[8:] <= "12" else date
    told = {
        "one-typo": _mistyped(dice, name) if len(name) > 3 else name,
        "two-typos": _mistyped(dice, _mistyped(dice, name)) if len(name) > 4 else name,
        "reordered": " ".join(reversed(words)),
        "glued": "".join(words[-2:]),
        "initial": " ".join((words[0][0], *words[1:])),
        "short": " ".join(words[:-1]) or name,
    }.get(damage, name)
    return Subject((told,), birth_date=None if damage == "no-date" else date[:4] if damage == "year-only" else date)


@pytest.fixture(scope="module")
def listed():
    people = _people(random.Random(3), 160)
    return people, Screener(people)


@pytest.mark.parametrize("damage", DAMAGES)
def test_nothing_above_the_floor_is_missed(listed, damage):
    people, screener = listed
    dice = random.Random(damage)
    missed, expected = [], 0
    for entry in dice.sample(people, 12):
        subject = _told(dice, entry, damage)
        found = {candidate.entry_id: candidate.score for candidate in screener.screen(subject)}
        wanted = {other.entry_id: compare(subject, other).score for other in people}
        wanted = {number: score for number, score in wanted.items() if score >= REPORTING_FLOOR}
        if len(wanted) > CANDIDATES_MAX:
            continue
        expected += len(wanted)
        missed += [(subject, people[int(number)], score) for number, score in wanted.items() if number not in found]
        assert all(found[number] == pytest.approx(wanted[number], abs=1e-4) for number in found.keys() & wanted)
    # Keys find spellings one error apart; what two errors leave of a token is found by the other tokens or the day.
    assert len(missed) <= expected * (0.05 if damage in ("two-typos", "glued") else 0.0), missed


def test_a_birth_day_finds_what_no_key_would():
    people = [ListEntry("TEST", "1", (ListedName("Ilse Skjoldager"),), (DateSpan.exact("1979-03-14"),))]
    (found,) = Screener(people).screen(Subject(("Ilze Skjulddager",), birth_date="1979-03-14"))
    assert found.entry_id == "1"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        pytest.param("VARGAILSEMRS", "Ilse Varga", id="title-run-on"),
        pytest.param("SKJOLDAGERILSEVARGA", "Skjoldager Ilse Varga", id="three-parts"),
        pytest.param("Skjol Dager", "Skjoldager", id="apart-here-and-together-there"),
        pytest.param("SKJOLDAGERILZSE", "Ilse Skjoldager", id="mistyped-and-glued"),
        pytest.param("Hannibalo", "Hannibalo", id="one-name"),
        pytest.param("I Skjoldager", "Ilse Skjoldager", id="initial-of-the-traveller"),
        pytest.param("Ilse Skjoldager", "I. Skjoldager", id="initial-of-the-list"),
    ],
)
def test_tokens_that_are_not_words_of_the_list(told, name):
    entry = ListEntry("TEST", "1", (ListedName(name),), (DateSpan.exact("1979"),))
    others = _people(random.Random(5), 40)
    subject = Subject((told,), birth_date="1979-03-14")
    found = {candidate.entry_id for candidate in Screener([*others, entry]).screen(subject)}
    assert ("1" in found) == (compare(subject, entry).score >= REPORTING_FLOOR)


@pytest.mark.parametrize(
    ("told", "name"), [("PORPAHNETH VICTORIN", "Popaneth Victorin"), ("ABDULHXAQMI WASSERIN", "Wasserin Abdulhaqim")]
)
def test_a_rare_word_leads_to_another_that_no_key_does(told, name):
    entry = ListEntry("TEST", "1", (ListedName(name),))
    (found,) = Screener([*_people(random.Random(5), 40), entry]).screen(Subject((told,)))
    assert found.entry_id == "1"
    assert found.score == pytest.approx(compare(Subject((told,)), entry).score, abs=1e-4)


def test_five_thousand_aliases_are_all_searched():
    names = tuple(
        ListedName(f"{given} {family} {letter}yn") for letter in "abc" for given in GIVEN for family in FAMILY
    )
    aliases = (names * 6)[:4999]
    entry = ListEntry("TEST", "1", (*aliases, ListedName("Wilhelmina Zzyzx")))
    (found,) = Screener([entry]).screen(Subject(("Wilhelmina Zzyzx",)))
    assert found.entry_id == "1"


def test_the_same_name_many_times_is_cut_and_said_so():
    people = [ListEntry("TEST", str(number), (ListedName("Ilse Varga"),)) for number in range(7000)]
    found = Screener(people).find(Subject(("Ilse Varga",)))
    assert found.cut
    assert len(found.candidates) == CANDIDATES_MAX
