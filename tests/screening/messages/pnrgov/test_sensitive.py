"""Sensitive service codes."""

from __future__ import annotations

from gatehouse.screening.messages.pnrgov.sensitive import is_sensitive, sensitive_codes


def test_a_meal_of_belief_is_sensitive_and_a_seat_is_not():
    assert is_sensitive("KSML")
    assert is_sensitive("WCHR")
    assert not is_sensitive("SEAT")
    assert len(sensitive_codes()) == 40


def test_the_finding_never_says_which(booking):
    reading = booking("SSR+KSML:HK:1:ZZ", "TIF+LINDQVIST+ODA:A:1")
    (finding,) = [finding for finding in reading.findings if finding.code == "sensitive-service"]
    assert "KSML" not in finding.text
    assert finding.segment == 8
