"""The context machine: puts what each segment says on the message, a flight, a person or a document.

Context is what was opened last (PAXLST guide, structure of the message): LOC and DTM before any NAD are the flight's,
after NAD the person's, after DOC the document's. Because each fact knows what it is about, order inside a group
does not matter; only what belongs to whom is read from the order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from gatehouse.edifact import Message, Segment
from gatehouse.screening.messages.paxlst import said as words
from gatehouse.screening.messages.paxlst.drafts import Draft
from gatehouse.screening.messages.paxlst.grammar import recall
from gatehouse.screening.messages.paxlst.routes import EITHER, Run
from gatehouse.screening.messages.paxlst.said import Said, finding
from gatehouse.terms.finding import Finding
from gatehouse.terms.traveller import Evidence, Traveller

ONCE_PER_MESSAGE = frozenset({"airport-unknown", "flight-detail-in-person"})
"""Faults of the flight that every person's segments repeat: said once for each detail."""

Placer = Callable[[Said, int], str | None]
"""Puts what a segment says where it belongs; answers with the code of a fault when it has no place."""


class Machine:
    """Reads the segments of one message. Afterwards its public attributes hold what was read."""

    def __init__(self, message: Message, year: int) -> None:
        self.facts: dict[str, Any] = {}
        self.runs: list[Run] = []
        self.travellers: list[Traveller] = []
        self.heads: dict[str, list[Any]] = {"contacts": [], "counted": []}
        self.findings: list[Finding] = []
        self.evidence: list[Evidence] = []
        self._message = message
        self._year = year
        self._person: Draft | None = None
        self._said_once: set[tuple[str, str]] = set()
        self._no_person: dict[str, Placer] = dict.fromkeys(
            (words.PERSON, words.ITEMS, words.DOCUMENT, words.OPENS_DOCUMENT), self._unplaced
        )
        self._placers: dict[str, Placer] = self._no_person | {
            words.FLIGHT: self._of_flight,
            words.MESSAGE: self._of_message,
            words.CONTACT: self._contact,
            words.UNREAD: self._unread,
            words.OPENS_PERSON: self._open_person,
            words.OPENS_PARTY: self._open_person,
            words.OPENS_FLIGHT: self._open_flight,
            words.OPENS_NOTHING: self._open_nothing,
        }

    def run(self) -> None:
        """Reads every segment, in order."""
        memory = recall(self._message.delimiters, self._year)
        known, read, placers = memory.known.get, memory.read, self._placers
        for segment in self._message.segments:
            text, ordinal = segment.text, segment.ordinal
            said = known(text) or read(text, ordinal)
            # A bound method per subject, rebound when a person opens: no question is asked twice.
            misplaced = placers[said.about](said, ordinal)
            if misplaced or said.faults or said.kept:
                self._note(said, misplaced, segment)
        self._close_person()

    def _note(self, said: Said, misplaced: str | None, segment: Segment) -> None:
        """The faults of a segment as findings, and its text as evidence where it is not to be lost."""
        if misplaced:
            self._report(misplaced, segment.ordinal)
        for code, detail in said.faults:
            self._report(code, segment.ordinal, detail)
        if said.kept or misplaced:
            self._keep(segment.ordinal, segment.text)

    def _report(self, code: str, ordinal: int, detail: str = "") -> None:
        # An airport that no table knows would otherwise be told for each of three hundred travellers.
        if code in ONCE_PER_MESSAGE:
            if (code, detail) in self._said_once:
                return
            self._said_once.add((code, detail))
        self.findings.append(finding(code, ordinal, detail))

    def _keep(self, ordinal: int, text: str) -> None:
        keeper = self.evidence if self._person is None else self._person.evidence
        keeper.append(Evidence(ordinal, text))

    def _unplaced(self, said: Said, _ordinal: int) -> str | None:
        """What is about a person or document where there is none, unless it says nothing."""
        (kind, value), *_ = said.facts or ((None, None),)
        if kind == "clearance" and self.runs and not self.runs[-1].stops:
            # Some senders mark the place of departure as that of clearance.
            self.runs[-1].add_stop(EITHER, value)
            return "place-as-departure"
        return "detail-unplaced" if any(value for _, value in said.facts) else None

    def _of_flight(self, said: Said, ordinal: int) -> str | None:
        run = self.runs[-1] if self.runs else self._unnamed_run()
        (kind, value), *_ = said.facts
        if self._person is not None:
            self._person.last = ordinal
            self._report("flight-detail-in-person", ordinal)
            # Some senders repeat the flight's places for every person.
            if run.knows(value):
                return None
        if kind.startswith(("departs", "arrives")):
            run.add_time(kind, value, ordinal)
        else:
            run.add_stop(kind, value)
        return None

    def _unnamed_run(self) -> Run:
        self.runs.append(Run())
        return self.runs[-1]

    def _of_message(self, said: Said, _ordinal: int) -> str | None:
        for field, value in said.facts:
            # A second BGM or RFF+TN does not change what the message began as.
            self.facts.setdefault(field, value)
        return None

    def _contact(self, said: Said, ordinal: int) -> str | None:
        if self._person is not None:
            # Before any person COM is the sender's, inside one it is the person's.
            return self._person.take(said._replace(about=words.ITEMS), ordinal)
        self.heads["contacts"].extend(said.facts[0][1])
        return None

    def _unread(self, _said: Said, ordinal: int) -> str | None:
        if self._person is not None:
            self._person.last = ordinal
        return None

    def _open_person(self, said: Said, ordinal: int) -> str | None:
        self._finish_person()
        person = self._person = Draft(said, ordinal)
        placers = self._placers
        placers[words.PERSON] = placers[words.ITEMS] = person.take
        placers[words.DOCUMENT] = person.take_of_document
        placers[words.OPENS_DOCUMENT] = person.open_document
        return None

    def _open_flight(self, said: Said, ordinal: int) -> str | None:
        if self._person is not None:
            self._close_person()
            self._report("flight-after-persons", ordinal)
        self.runs.append(Run(**dict(said.facts), segment=ordinal))
        return None

    def _open_nothing(self, said: Said, _ordinal: int) -> str | None:
        self._close_person()
        for field, value in said.facts:
            self.heads[field].extend(value)
        return None

    def _close_person(self) -> None:
        """The person is complete and none follows yet."""
        self._finish_person()
        self._placers |= self._no_person

    def _finish_person(self) -> None:
        """The person is complete; a party that shows no sign of being one leaves its segments as evidence."""
        person, self._person = self._person, None
        if person is None:
            return
        if person.is_person:
            self.travellers.append(person.traveller())
            return
        kept = {item.segment for item in person.evidence}
        self._report("party-unread", person.first)
        # Segments between may have been understood: without a person they still must not be lost.
        for segment in self._message.segments[person.first - 1 : person.last]:
            if segment.ordinal not in kept:
                self.evidence.append(Evidence(segment.ordinal, segment.text))
        self.evidence.extend(person.evidence)

    def unplaced_times(self) -> Iterator[Finding]:
        """A finding for each time that found no place in a flight with places."""
        for run in self.runs:
            for _, _, ordinal in run.waiting if run.stops else ():
                yield finding("time-unplaced", ordinal)
