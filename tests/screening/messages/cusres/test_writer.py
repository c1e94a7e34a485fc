"""Verdicts to CUSRES and back, and what no score can do."""

import datetime as dt
import io
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse import edifact
from gatehouse.edifact import Delimiters
from gatehouse.edifact.writer import segment
from gatehouse.safeguards.confirmed import ConfirmedMatch
from gatehouse.safeguards.confirming import confirm
from gatehouse.safeguards.decision import Actor, Allow, Asked, Subject
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass
from gatehouse.screening.messages.cusres.codes import Verdict
from gatehouse.screening.messages.cusres.reader import read
from gatehouse.screening.messages.cusres.writer import Basis, MessageVerdict, PersonVerdict, Response, write
from gatehouse.terms.flight import Flight, Leg

FLIGHT = Flight("ZZ", "339", legs=(Leg("ICN", "CAN", "2026-09-24T16:20", "2026-09-24T20:35"),))


def read_back(response, delimiters=None):
    delimiters = delimiters or Delimiters()
    opened = segment("UNB", ["UNOY", "4"], "GOV", "ZZ", ["260924", "1700"], "R1", delimiters=delimiters)
    lines = [opened, *write(response, "M1", delimiters), segment("UNZ", "1", "R1", delimiters=delimiters)]
    (message,) = edifact.read(io.BytesIO(edifact.write(lines, delimiters)))
    assert {finding.code for finding in message.findings} <= {"una-unusual"}
    return read(message)


def confirmed():
    """What review makes of two persons' decision."""
    asked = Asked(Actor("a-1", Role.ANALYST), Act.DECIDE, Subject(SubjectClass.HIT, "7"), "screening")
    return confirm(Allow(asked, "confirm-a-hit", "r", "p", "b-2"), dt.datetime(2026, 9, 24, tzinfo=dt.UTC), "same")


def verdict(code, **said):
    basis = confirmed() if code is Verdict.MUST_NOT_BOARD else None
    return PersonVerdict(code, basis=basis, **said)


printed = st.characters(min_codepoint=33, max_codepoint=0x24F, exclude_categories=["Cc", "Zs"])
clean = st.text(printed, min_size=1, max_size=20)
persons = st.builds(
    verdict, st.sampled_from(Verdict), reference=clean, locator=st.none() | clean, text=st.none() | clean
)


@given(st.lists(persons, max_size=4), st.sampled_from(["response", "status-change"]), clean)
@settings(max_examples=80, deadline=None)
def test_what_is_written_is_read(people, function, transaction):
    got = read_back(Response(function, people, flights=[FLIGHT], transaction=transaction))
    assert (got.function, got.transaction) == (function, transaction)
    assert [reply.codes for reply in got.replies] == [(person.verdict.value,) for person in people]
    assert [(r.reference, r.locator, r.text) for r in got.replies] == [(p.reference, p.locator, p.text) for p in people]
    assert [flight.legs for flight in got.flights] == [FLIGHT.legs]
    assert got.findings == ()


def test_other_delimiters():
    people = [PersonVerdict(Verdict.MAY_BOARD, "A+B*C'")]
    got = read_back(Response("response", people), Delimiters(";", "*", ",", "\\", " ", "#"))
    assert got.replies[0].reference == "A+B*C'"


@pytest.mark.parametrize(("accepted", "code"), [(True, "0"), (False, "1")])
def test_message_verdicts(accepted, code):
    (reply,) = read_back(Response("acknowledgement", overall=MessageVerdict(accepted, "as said"))).replies
    assert (reply.level, reply.codes, reply.text) == ("message", (code,), "as said")


def test_each_leg_is_a_group_of_its_own():
    flight = Flight("ZZ", "7", legs=(Leg("ICN", "CAN", "2026-09-24"), Leg("CAN", "PEK")))
    got = read_back(Response("response", flights=[flight]))
    assert [leg for f in got.flights for leg in f.legs] == list(flight.legs)


@pytest.mark.parametrize("score", [0.99, 1, "1Z", True, None])
def test_no_score_becomes_a_verdict(score):
    for basis in (None, confirmed(), *Basis):
        with pytest.raises(TypeError, match="Verdict"):
            PersonVerdict(score, "7", basis=basis)


def test_a_refusal_needs_its_basis_and_nothing_else_has_one():
    for code, basis in itertools.product(Verdict, [None, 0.99, "person-confirmed", confirmed(), *Basis]):
        allowed = isinstance(basis, ConfirmedMatch | Basis) if code is Verdict.MUST_NOT_BOARD else basis is None
        if allowed:
            assert PersonVerdict(code, "7", basis=basis).verdict is code
        elif code is Verdict.MUST_NOT_BOARD or isinstance(basis, ConfirmedMatch | Basis):
            with pytest.raises(ValueError, match="basis"):
                PersonVerdict(code, "7", basis=basis)


def test_a_verdict_without_a_person_and_an_unknown_function_are_refused():
    with pytest.raises(ValueError, match="ABO"):
        PersonVerdict(Verdict.MAY_BOARD)
    with pytest.raises(ValueError, match="status-change"):
        write(Response("pnr-push"), "M1")
