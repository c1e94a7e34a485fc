"""One pair: the variants that carriers, registers and alphabets make, each named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.matching.pair import ENGINE, THRESHOLD, compare
from gatehouse.screening.matching.weights import logistic
from gatehouse.terms.candidate import Subject
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import Handling, ListedDocument, ListedName, ListEntry, NameQuality

BORN = "1979-03-14"
FOUND = [
    ("exact", "Mohammed Al-Harbani", BORN, "Mohammed Al-Harbani", BORN),
    ("born-two-years-off", "Mohammed Al-Harbani", "1981-03-14", "Mohammed Al-Harbani", BORN),
    ("one-m", "Mohamed Al-Harbani", BORN, "Mohammed Al-Harbani", BORN),
    ("one-m-born-a-year-off", "Mohamed Al-Harbani", "1980-03-14", "Mohammed Al-Harbani", BORN),
    ("vowels", "Muhammad Al-Harbani", BORN, "Mohammed Al-Harbani", BORN),
    ("article-glued", "Karim Alsaid", BORN, "Karim Al-Said", BORN),
    ("article-el", "Karim El Said", BORN, "Karim Al-Said", BORN),
    ("title-glued", "Johnmr Smithers", BORN, "John Smithers", BORN),
    ("all-glued", "SMITHERSJOHN", BORN, "John Smithers", BORN),
    ("all-glued-with-title", "SMITHERSJOHNMR", BORN, "John Smithers", BORN),
    ("andersen-anderson", "Lars Andersen", BORN, "Lars Anderson", BORN),
    ("viktor-victor", "Viktor Drozdin", BORN, "Victor Drozdin", BORN),
    ("order", "Anderson Lars", BORN, "Lars Anderson", BORN),
    ("order-of-short-names", "Zhang Wei", BORN, "Wei Zhang", BORN),
    ("extra-given-name", "Lars Peter Anderson", BORN, "Lars Anderson", BORN),
    ("marks-dropped", "Bjorn Sorensen", BORN, "Björn Sørensen", BORN),
    ("umlaut-as-icao", "Hans MUELLER", BORN, "Hans Müller", BORN),
    ("cyrillic", "Дмитрий Скворцов", BORN, "Dmitry Skvortsov", BORN),
    ("iurii-yury", "Iurii Skvortsov", BORN, "Yury Skvortsov", BORN),
    ("arabic", "محمد الحرباني", BORN, "Mohammed Al-Harbani", BORN),
    ("han", "李雷雷", BORN, "Li Leilei", BORN),
    ("hangul-surname", "박민준", BORN, "Park Min-jun", BORN),
    ("greek", "Νίκος Λουκάς", BORN, "Nikos Loukas", BORN),
    ("filler", "FNU Hannibalo", BORN, "Hannibalo", BORN),
    ("day-month-swapped", "Lars Anderson", "1979-04-03", "Lars Anderson", "1979-03-04"),
    ("list-year-only", "Lars Anderson", BORN, "Lars Anderson", "1979"),
    ("list-without-date", "Lars Anderson", BORN, "Lars Anderson", None),
    ("born-four-years-off-same-day", "Lars Skjoldager", "1983-03-14", "Lars Skjoldager", BORN),
    ("one-digit-of-the-year", "Lars Anderson", "1989-03-14", "Lars Anderson", BORN),
    ("no-date-on-either-side", "Ilse Marta Skjoldager", None, "Ilse Marta Skjoldager", None),
    ("truncated", "Abdulrahman Almutair", BORN, "Abdul Rahman Al-Mutairi", BORN),
]
NOT_FOUND = [
    ("other-surname", "Lars Drozdin", BORN, "Lars Anderson", "1979"),
    ("other-given-name", "Sergei Drozdin", None, "Yevgeni Drozdin", None),
    ("clearly-other-birth-date", "Lars Peter Anderson", "1960-01-05", "Lars Peter Anderson", BORN),
    ("one-shared-common-name", "Ali Drozdin", None, "Ali Skjoldager", None),
    ("single-name-without-date", "Hannibalo", None, "Hannibalo Drozdin Skjoldager Varga", None),
    ("common-name-born-four-years-off", "Lars Anderson", "1983-03-14", "Lars Anderson", BORN),
    ("han-other-syllable", "李雷明", None, "李雷雷", None),
]


def pair(name, born, listed, listed_born):
    spans = (DateSpan.exact(listed_born),) if listed_born else ()
    return compare(Subject((name,), birth_date=born), ListEntry("TEST", "1", (ListedName(listed),), spans))


@pytest.mark.parametrize(("name", "born", "listed", "day"), [pytest.param(*row[1:], id=row[0]) for row in FOUND])
def test_variant_is_found(name, born, listed, day):
    assert pair(name, born, listed, day).above_threshold


@pytest.mark.parametrize(("name", "born", "listed", "day"), [pytest.param(*row[1:], id=row[0]) for row in NOT_FOUND])
def test_another_person_is_not(name, born, listed, day):
    assert not pair(name, born, listed, day).above_threshold


def test_a_clearly_other_birth_date_is_well_below():
    assert pair("Lars Peter Anderson", "1960-01-05", "Lars Peter Anderson", BORN).score < THRESHOLD / 2


def test_a_document_finds_whatever_the_name():
    entry = ListEntry("TEST", "1", (ListedName("Ilse Varga"),), documents=(ListedDocument("P0012345", None, "UTO"),))
    found = compare(Subject(("Tomas Drozd",), documents=(("P0012345", "UTO"),)), entry)
    assert found.above_threshold
    assert found.explanation[0].feature == "document"


def test_a_weak_alias_says_less():
    strong = ListEntry("TEST", "1", (ListedName("Ilse Varga", NameQuality.STRONG),))
    weak = ListEntry("TEST", "1", (ListedName("Ilse Varga", NameQuality.WEAK),))
    subject = Subject(("Ilse Varga",))
    assert compare(subject, weak).score < compare(subject, strong).score


@pytest.mark.parametrize("handling", [Handling.DOCUMENT_ONLY, Handling.EXACT_NAME])
def test_handling_withholds(handling):
    entry = ListEntry("TEST", "1", (ListedName("Mohammed Skjoldager"),), handling=handling)
    found = compare(Subject(("Muhammad Skjoldager",)), entry)
    assert found.score >= THRESHOLD
    assert not found.above_threshold
    assert any(reason.outcome == "withheld" for reason in found.explanation)


def test_exact_name_handling_lets_the_exact_name_pass():
    entry = ListEntry("TEST", "1", (ListedName("Ilse Skjoldager"),), handling=Handling.EXACT_NAME)
    assert compare(Subject(("ILSE SKJOLDAGER",)), entry).above_threshold


def test_the_engine_is_named():
    assert pair("Ilse", None, "Ilse", None).engine == ENGINE


HOSTILE = [
    "",
    "a",
    "a" * 10_000,
    "al " * 4_000,
    "😀😀",
    "\u202eIlse\u202c",
    "e" + "\u0301" * 5_000,
    "Ilsе Скvoрцов",
    "李" * 5_000,
]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_are_scored_like_any_other(name):
    for listed in ("Ilse Varga", name):
        assert 0.0 <= pair(name, None, listed, None).score <= 1.0


def test_an_entry_with_thousands_of_aliases_is_bounded():
    names = tuple(ListedName(f"Ilse Varga{chr(97 + n % 26)}") for n in range(5_000))
    assert compare(Subject(("Ilse Varga",)), ListEntry("TEST", "1", names)).score > 0.0


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_explanation_is_complete(left, right):
    found = pair(left, BORN, right, "1979")
    assert found.score == pytest.approx(logistic(sum(reason.weight for reason in found.explanation)))
    sizes = [abs(reason.weight) for reason in found.explanation]
    assert sizes == sorted(sizes, reverse=True)
