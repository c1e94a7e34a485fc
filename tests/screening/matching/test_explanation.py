"""The sentence says what an analyst needs, and nothing twice."""

import re
from pathlib import Path

import pytest

from gatehouse.screening import matching
from gatehouse.screening.matching.explanation import code_of, messages, sentence
from gatehouse.screening.matching.name_evidence import REASONS
from gatehouse.screening.matching.pair import LISTED_NAMES_MAX, compare
from gatehouse.screening.matching.weights import weights
from gatehouse.terms.candidate import Candidate, Reason, Subject
from gatehouse.terms.entry import Handling, ListedName, ListEntry, NameQuality


def test_the_sentence_names_the_entry_the_side_of_the_threshold_and_the_reasons(people):
    said = sentence(compare(Subject(("Muhammad Al Harbani",), birth_date="1979-03-14"), people[0]))
    assert "Mohammed Al-Harbani (TEST)" in said
    assert "at or above the threshold" in said
    assert "the same day" in said
    assert "not known on both sides: " in said


def test_what_speaks_against_is_said(people):
    said = sentence(compare(Subject(("Lars Anderson",), birth_date="1950-03-14"), people[1]))
    assert "below the threshold" in said
    assert "strongly against" in said


def test_nothing_to_compare_is_said_too(people):
    said = sentence(compare(Subject(()), people[1]))
    assert "no readable name" in said
    assert said.endswith(".")


def test_every_reason_has_its_words(people):
    """A code without text would stop an explanation."""
    born, others = (
        "1979-03-14",
        ("Muhammad Al Harbani", "M Harbani", "Harbani", "Lars Varga", "LarsAnderson", "Larz Andrsn"),
    )
    for name in others:
        for person in people:
            for reason in compare(
                Subject((name,), birth_date=born, sex="M", nationalities=("DEU",)), person
            ).explanation:
                assert reason.feature == "starting-point" or code_of(reason) in messages()


OUTCOMES = {
    "name": ("missing", "different", "partly different", "partial", "same", "equivalent", "close"),
    "alias-quality": ("weak",),
    "names-ignored": ("cut",),
    "name-remark": ("remark",),
    "handling": ("withheld",),
    "list-length": ("strangers",),
    "starting-point": ("before any comparison",),
    **{code: (outcome,) for code, _, outcome, _ in REASONS},
    **{
        section.replace("_", "-"): tuple(outcome.replace("_", " ") for outcome in table)
        for section, table in weights().items()
        if section not in ("name", "operating", "population", "agreeing_days")
    },
}
"""Every code of a reason and what it may say."""
SAID = [(code, outcome) for code, outcomes in OUTCOMES.items() for outcome in outcomes]


def test_no_reason_is_made_that_is_not_told_of_here():
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(matching.__file__).parent.glob("*.py"))
    made = set(re.findall(r'\bReason\(\s*"([a-z-]+)"', sources))
    assert "birth-date" in made
    assert made <= OUTCOMES.keys()


@pytest.mark.parametrize("weight", [2.0, 0.0, -2.0], ids=["for", "nothing", "against"])
@pytest.mark.parametrize(("code", "outcome"), SAID)
def test_every_reason_can_be_said(code, outcome, weight):
    reason = Reason(code, "Ilse {x}", "Varga", outcome, weight, "told how")
    said = sentence(Candidate("TEST", "1", "Ilse Varga", 0.5, True, (reason,)))
    assert re.fullmatch(r"Ilse Varga \(TEST\): 0\.50, at or above the threshold, because .+\.", said)
    assert "{" not in said.replace("{x}", "")
    if code != "starting-point":
        assert code_of(reason) in messages()


def test_every_text_is_used():
    """A text that no code leads to would be translated for nothing."""
    frame = {"sentence", "lacking", "noted", "note", "said", "said.plain", "because.nothing"}
    frame |= {code for code in messages() if code.startswith(("place.", "degree.", "side."))}
    led_to = {code_of(Reason(code, None, None, outcome, 0.0)) for code, outcome in SAID}
    missing = {f"feature.{code}" for code in OUTCOMES}
    assert messages().keys() <= frame | led_to | missing


def compared(name, *listed, **more):
    return compare(Subject((name,)), ListEntry("TEST", "1", tuple(map(ListedName, listed)), **more))


MADE = [
    ("name-conflict", "Ilse Drozd", "Ilse Varga", "different names left over: drozd / varga"),
    ("name-resemblance", "Ilse Skjelgard", "Ilse Skjoldager", "the names left over resemble each other"),
    ("name-letters", "kim use gon", "Kim Yusegon", "few letters apart, wherever words begin and end"),
    ("name-surplus", "Ilse Anne Varga", "Ilse Varga", "names on one side only: anne"),
    ("name-alone", "Ilse Drozd", "Ilse Varga", "one name in common, and the others contradict"),
    ("single-name", "Hannibalo", "Hannibalo", "thin: only one name agrees"),
    ("name-remark", "V\u0430rga Ilse", "Ilse Varga", "is not as it should be written"),
]


@pytest.mark.parametrize(("code", "name", "listed", "said"), [pytest.param(*row, id=row[0]) for row in MADE])
def test_the_reason_is_given_and_said(code, name, listed, said):
    candidate = compared(name, listed)
    assert code in [reason.feature for reason in candidate.explanation]
    assert said in sentence(candidate)


@pytest.mark.parametrize("name", ["RISONGHYOK", "Ris Onghyok"])
def test_names_run_together_are_not_said_to_share_nothing(name):
    candidate = compared(name, "Ri Song Hyok")
    (reason,) = [reason for reason in candidate.explanation if reason.feature == "name"]
    assert reason.weight > 0
    assert reason.outcome in ("equivalent", "close", "same")
    assert "no token in common" not in reason.how
    assert not [reason for reason in candidate.explanation if reason.feature == "name-surplus"]


def test_what_withholds_an_entry_is_said():
    said = sentence(compared("Ilse Skjoldager", "Ilse Skjoldager", handling=Handling.DOCUMENT_ONLY))
    assert "noted: the entry's own handling withholds it (the entry is matched by document only)" in said


def test_names_that_were_not_looked_at_are_said():
    names = ["Ilse Skjoldager"] * (LISTED_NAMES_MAX + 7)
    assert "noted: 7 further names of the entry were not looked at" in sentence(compared("Ilse Skjoldager", *names))


def test_a_weak_alias_is_said():
    entry = ListEntry("TEST", "1", (ListedName("Ilse Skjoldager", NameQuality.WEAK),))
    assert "the list calls Ilse Skjoldager a weak alias" in sentence(compare(Subject(("Ilse Skjoldager",)), entry))


def test_the_same_words_are_not_said_twice():
    said = sentence(compared("kim use gon", "Kim Yusegon"))
    assert said.count("few letters apart") == 1
    assert said.count("one name in common") == 1
