"""A mark holds in reading, searching, counting and in what goes out."""

from __future__ import annotations

import pytest

from gatehouse.assessment.access.facts import Stage, facts
from gatehouse.assessment.confidentiality import marks
from gatehouse.assessment.confidentiality.errors import LeakError
from gatehouse.assessment.confidentiality.reading import Piece, countable, let_out, read, search
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor, KeptTo, Subject
from gatehouse.safeguards.vocabulary import SubjectClass

SECRET = "Two posts at the northern crossing are not staffed at night."
OPEN = "The law of 2024 is in force."
SHARED = Stage(with_the_state=True, adopted=True, shareable=True, published=True)


@pytest.fixture
def report(altona: State, cycle: Cycle, lead: Actor) -> Subject:
    assert lead.id, "the team is read when the facts are"
    return facts(SubjectClass.ASSESSMENT_REPORT, "report:3", altona, cycle, SHARED)


@pytest.fixture
def piece(report: Subject, focal: Actor) -> Piece:
    piece = Piece(report, f"{OPEN}\n\n{SECRET}")
    marks.keep(focal, report, "security", SECRET, KeptTo.COMMITTEE)
    return piece


def test_who_has_no_right_reads_the_rest(
    piece: Piece, lead: Actor, focal: Actor, member: Actor, donor: Actor, anybody: Actor
) -> None:
    for reader in (lead, focal, member):
        assert read(reader, [piece])[0].whole
    for reader in (donor, anybody):
        (got,) = read(reader, [piece])
        assert got.text == OPEN
        assert not got.whole


def test_what_is_kept_is_not_searched(piece: Piece, lead: Actor, anybody: Actor) -> None:
    assert [one.text for one in search(lead, [piece], "northern crossing")] == [SECRET]
    assert search(anybody, [piece], "northern crossing") == []
    assert search(anybody, [piece], "law of 2024")[0].text == OPEN
    assert search(lead, [piece], "  ") == []


def test_a_whole_piece_that_is_kept_is_not_there(report: Subject, focal: Actor, lead: Actor, donor: Actor) -> None:
    marks.keep(focal, report, "all of it", to=KeptTo.TEAM)
    assert read(donor, [Piece(report, OPEN)]) == []
    assert read(lead, [Piece(report, OPEN)])[0].whole


def test_what_is_kept_is_not_counted(piece: Piece, altona: State) -> None:
    other = facts(SubjectClass.ANSWER, "answer:9", altona)
    assert countable([piece.subject, other]) == [other]


def test_a_copy_elsewhere_stops_what_goes_out(piece: Piece, lead: Actor, donor: Actor) -> None:
    copied = f"Summary. {SECRET.upper()}"
    with pytest.raises(LeakError):
        let_out(donor, copied, piece.subject)
    assert let_out(lead, copied, piece.subject) == copied
    overview = Subject(SubjectClass.ASSESSMENT_REPORT, "report:4", adopted=True, shareable=True, published=True)
    with pytest.raises(LeakError):
        let_out(donor, copied, overview)
