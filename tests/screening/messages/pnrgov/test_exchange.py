"""ACKRES and GOVREQ."""

from __future__ import annotations

import pytest

from gatehouse.screening.messages.pnrgov.exchange import acknowledgement, error_meanings, request


@pytest.mark.parametrize(
    ("segments", "error_codes", "text"),
    [
        (["MSG+:23"], (), None),
        (["MSG+:23", "ERC+103"], ("103",), "invalid departure time"),
        (["MSG+:23", "ERC+114", "ERC+999"], ("114", "999"), "invalid flight number"),
    ],
)
def test_acknowledgement(message, segments, error_codes, text):
    reading = acknowledgement(message(*segments, kind="ACKRES:11:1:IA"))
    assert (reading.type, reading.function, reading.function_code) == ("ACKRES", "acknowledgement", "23")
    assert reading.common_reference == "ZZ611/150625"
    (reply,) = reading.replies
    assert (reply.level, reply.codes, reply.text) == ("message", error_codes, text)
    assert not reading.findings


def test_request_for_a_flight(message):
    reading = request(message("MSG+:43", "ORG+GOV", "TVL+150625:0930+OSL+ATH+ZZ+611", kind="GOVREQ:11:1:IA"))
    assert (reading.function, reading.function_code) == ("request", "43")
    assert [flight.designator for flight in reading.flights] == ["ZZ611"]
    assert reading.bookings == ()


def test_request_for_bookings(message):
    reading = request(message("MSG+:77", "ORG+GOV", "RCI+1A:QX7PLM", "RCI+1A:QX7PLN", kind="GOVREQ:11:1:IA"))
    assert [booking.locator for booking in reading.bookings] == ["QX7PLM", "QX7PLN"]
    assert reading.travellers == ()


@pytest.mark.parametrize(("reader", "kind"), [(acknowledgement, "ACKRES:11:1:IA"), (request, "GOVREQ:11:1:IA")])
def test_unknown_segment_is_evidence(message, reader, kind):
    reading = reader(message("QQQ+1", kind=kind))
    assert reading.function_code is None
    assert [finding.code for finding in reading.findings] == ["segment-unknown"]
    assert reading.evidence == ((2, "QQQ+1"),)


def test_meanings_are_words():
    assert all(code.isdigit() and meaning for code, meaning in error_meanings().items())


def test_an_acknowledgement_names_its_flight(message):
    flight = "TVL+150625:0930:150625:1340+OSL+ATH+ZZ+611"
    (named,) = acknowledgement(message("MSG+:23", flight, kind="ACKRES:11:1:IA")).flights
    assert (named.designator, named.legs[0].departs) == ("ZZ611", "2025-06-15T09:30")
