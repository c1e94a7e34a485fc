"""A PAXLST message becomes a reading."""

from __future__ import annotations

from dataclasses import replace

from gatehouse.edifact import Message
from gatehouse.screening.messages.envelope import envelope, reference_year
from gatehouse.screening.messages.paxlst.header import OTHER
from gatehouse.screening.messages.paxlst.machine import Machine
from gatehouse.screening.messages.paxlst.quality import quality
from gatehouse.screening.messages.paxlst.routes import flights
from gatehouse.screening.messages.paxlst.said import finding
from gatehouse.terms.finding import Finding
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Role

US_PROFILE_TAG = "PDT"


def read(message: Message) -> Reading:
    """Everything a PAXLST message says. Refuses nothing: what cannot be read is a finding, with evidence.

    Two-digit years are read against the year the message was prepared in. Findings come in the order of their segments.
    """
    machine = Machine(message, reference_year(message))
    machine.run()
    if "function" not in machine.facts:
        _state_function(message, machine)
    # Without a flight nobody can be put on one, however well they are described.
    if not machine.runs:
        machine.findings.append(finding("flight-missing", 1))
    reading = Reading(
        **envelope(message),
        **machine.facts,
        flights=flights(machine.runs),
        travellers=tuple(machine.travellers),
        contacts=tuple(machine.heads["contacts"]),
        counted=tuple(machine.heads["counted"]),
        evidence=tuple(machine.evidence),
    )
    found = [*machine.findings, *machine.unplaced_times(), *quality(reading)]
    return replace(reading, findings=tuple(sorted(found, key=_position))) if found else reading


def _position(found: Finding) -> int:
    return found.segment or 0


def _state_function(message: Message, machine: Machine) -> None:
    """The function of a message without BGM: the US profile has none and tells crew from passengers by status."""
    if any(segment.tag == US_PROFILE_TAG for segment in message.segments):
        crew_only = all(traveller.role is Role.CREW for traveller in machine.travellers)
        machine.facts["function"] = "crew-list" if crew_only and machine.travellers else "passenger-list"
    else:
        machine.facts["function"] = OTHER
        machine.findings.append(finding("list-type-missing", 1))
