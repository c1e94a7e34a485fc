"""One reading onto its flight: who is new, who is known, who is no longer there.

Pure: works on a `Roster` in memory. `Ledger` collects what is to be written. The rules that decide in doubt: two people
of one message are two people, whatever they share; a statement sent earlier than the one held is stored and superseded
at once; a message that only names people replaces nothing that was said of them.
"""

from __future__ import annotations

from gatehouse.screening.travellers import keys, states
from gatehouse.screening.travellers.held import CREW_ROLES, HeldBooking, HeldPerson, HeldRecord, Roster
from gatehouse.screening.travellers.identity import identity_of, names_agree
from gatehouse.screening.travellers.joining import Join, compare
from gatehouse.screening.travellers.ledger import Ledger, Mark, NewJoin, NewRecord, NewVersion, Placed
from gatehouse.screening.travellers.pushing import held_booking, is_later, let_vanish, same_person
from gatehouse.terms.booking import Booking
from gatehouse.terms.finding import Finding, info, warning
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Role, Traveller

API, PNR = "api", "pnr"
STATEMENT, MENTION = "statement", "mention"


def place(reading: Reading, mark: Mark, roster: Roster, ledger: Ledger) -> tuple[list[Placed], list[Finding]]:
    """Put every traveller of the reading on the leg and let the message act on it.

    Returns one `Placed` for each of the reading's travellers, in order, and the findings of placing them.
    """
    return _Placing(reading, mark, roster, ledger).run()


class _Placing:
    """The work on one reading."""

    def __init__(self, reading: Reading, mark: Mark, roster: Roster, ledger: Ledger) -> None:
        self.reading, self.mark, self.roster, self.ledger = reading, mark, roster, ledger
        self.effect = states.effect_of(reading)
        self.source = PNR if reading.type == "PNRGOV" else API
        self.findings: list[Finding] = []
        self.placed: dict[int, Placed] = {}
        self.named: set[int] = set()

    def run(self) -> tuple[list[Placed], list[Finding]]:
        self._note_leg()
        for booking in self.reading.bookings:
            self._booking(booking)
        for position, said in enumerate(self.reading.travellers):
            if position not in self.placed:
                self._api(position, said)
        if self.effect.others:
            self.roster.all_undergo(self.effect.others, unless=self._is_apart)
        let_vanish(self.reading, self.mark, self.roster)
        return [self.placed[position] for position in range(len(self.reading.travellers))], self.findings

    def _note_leg(self) -> None:
        roster, event = self.roster, self.effect.leg
        if not roster.leg.identified and self.reading.travellers:
            self.findings.append(
                warning("flight-incomplete", None, "carrier, number, origin or date is missing: kept as a flight apart")
            )
        if event == states.FLIGHT_CHANGED:
            roster.move(keys.leg_key(self.reading.flights, self.mark.push))
        if event and not roster.persons and not self.reading.travellers:
            self.findings.append(
                warning("flight-without-travellers", None, "is about a flight of which no traveller has been told here")
            )
        if event:
            roster.undergo(event)
            self.ledger.events.append((roster.id, self.mark.id, event, roster.state))
        elif roster.state == states.CANCELLED and self.reading.travellers:
            self.findings.append(info("flight-cancelled-before", None, "lists travellers of a cancelled flight"))

    def _is_apart(self, person: HeldPerson) -> bool:
        """Whether a close message that does not name the person says nothing of them (crew have lists of their own)."""
        cancelled = self.effect.leg == "flight-cancelled"
        return person.id in self.named or (not cancelled and person.role in (*CREW_ROLES, Role.GROUP))

    def _api(self, position: int, said: Traveller) -> None:
        if not self.effect.states_travellers:
            self._mention(position, said)
            return
        key = self._free_key(self._api_key(said))
        held = self.roster.records.get(key)
        self._state(position, said, key, held, None)

    def _api_key(self, said: Traveller) -> str:
        """The person's key, unless it is a document that somebody else with another name and birth date holds."""
        key = keys.api_key(said)
        held = self.roster.records.get(key)
        if held is None or not key.startswith("doc:"):
            return key
        who = identity_of(said)
        if names_agree(who, held.identity) or (who.birth_date and who.birth_date == held.identity.birth_date):
            return key
        self.findings.append(
            warning("document-shared", said.segments[0], "the document is held by another person on the flight")
        )
        return keys.name_key(said)

    def _free_key(self, key: str) -> str:
        """`key`, or with `#2` and so on after it where this series has already used it for somebody."""
        free, turn = key, 1
        while (held := self.roster.records.get(free)) and held.push == self.mark.push:
            turn += 1
            free = f"{key}#{turn}"
        return free

    def _booking(self, booking: Booking) -> None:
        held = held_booking(booking, self.reading, self.mark, self.roster, self.ledger)
        is_stale = is_later(held.sent, self.reading.sent)
        self.ledger.versions.append(NewVersion(held, self.roster.id, self.mark.id, booking, is_stale))
        left = {record.key: record for record in self.roster.of_booking(held)}
        here = [position for position in booking.travellers if position not in self.placed]
        for position in here:
            said = self.reading.travellers[position]
            key = keys.pnr_key(said, held.key)
            known = same_person(said, left, key)
            if known:
                del left[known.key]
            self._state(position, said, known.key if known else self._free_key(key), known, held)
        if is_stale:
            return
        if booking.cancelled:
            held.undergo("reservation-cancelled")
            for record in self.roster.of_booking(held):
                record.person.undergo("reservation-cancelled")
            return
        for record in left.values():
            record.person.undergo("removed")

    def _state(
        self, position: int, said: Traveller, key: str, known: HeldRecord | None, booking: HeldBooking | None
    ) -> None:
        """Store a statement under `key`: the next one of the person `known`, or the first of a new or joined person."""
        record = HeldRecord(
            next(self.ledger.record_ids),
            key,
            self.source,
            known.person if known else self._nobody(said),
            booking,
            self.mark.push,
            self.reading.sent,
            said,
        )
        is_stale = known is not None and (is_later(known.sent, record.sent) or _is_past(booking, record))
        if not is_stale:
            self._take_over(record, known)
        if known is None and _is_past(booking, record):
            # A later push, which came before this one, held the booking without them.
            record.person.undergo("removed")
        self.ledger.records.append(NewRecord(record, self.roster.id, self.mark.id, position, STATEMENT, is_stale, said))
        self._settle(position, record.person, told_more=True)

    def _take_over(self, record: HeldRecord, known: HeldRecord | None) -> None:
        """Make the statement the current one, joined with the other source's of the same person if there is one."""
        joined = self._join(record, known)
        if known is None and joined:
            record.person = joined.person
        superseded = self.roster.hold(record)
        if superseded:
            self.ledger.superseded.append(superseded.id)
        if record.source == API or record.person.is_new or not self.roster.has_source(record.person, API):
            _describe(record.person, record.said)
        if self.effect is states.LISTED:
            record.person.undergo("listed")

    def _join(self, record: HeldRecord, known: HeldRecord | None) -> HeldRecord | None:
        """The best statement of the other source for the same person; of a known person only their own."""
        best: tuple[int, HeldRecord, Join] | None = None
        who = record.identity
        for other in self.roster.alike(who):
            if other.source == record.source or (known and other.person is not known.person):
                continue
            if known is None and self.roster.has_source(other.person, record.source):
                continue
            join = compare(who, other.identity)
            if join and (best is None or len(join.evidence) > best[0]):
                best = len(join.evidence), other, join
        if best is None:
            return None
        _, other, join = best
        self._note_join(record, other, join)
        return other

    def _note_join(self, record: HeldRecord, other: HeldRecord, join: Join) -> None:
        api, pnr = (record, other) if record.source == API else (other, record)
        self.ledger.joins.append(NewJoin(self.roster.id, other.person, self.mark.id, api.key, pnr.key, join))
        segment = record.said.segments[0] if record.said else 0
        self.findings.extend(join.findings(segment))

    def _mention(self, position: int, said: Traveller) -> None:
        """Somebody a close, cancel or reduce message names: known by key or evidence, else a traveller after all."""
        key = keys.api_key(said)
        known = self.roster.records.get(key) or self._alike(said)
        person = known.person if known else self._nobody(said)
        record = HeldRecord(
            next(self.ledger.record_ids), key, self.source, person, None, self.mark.push, self.reading.sent, said
        )
        if known is None:
            record.key = self._free_key(key)
            self.roster.hold(record)
            self.findings.append(
                warning(
                    "traveller-not-listed-before", said.segments[0], "names a person whom no list of this flight held"
                )
            )
        self.ledger.records.append(
            NewRecord(record, self.roster.id, self.mark.id, position, MENTION, known is not None, said)
        )
        self._settle(position, person, told_more=known is None)

    def _alike(self, said: Traveller) -> HeldRecord | None:
        who = identity_of(said)
        found = [
            (len(join.evidence), other) for other in self.roster.alike(who) if (join := compare(who, other.identity))
        ]
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def _nobody(self, said: Traveller) -> HeldPerson:
        """A new person, who has an id once they are held."""
        person = HeldPerson(next(self.ledger.person_ids), states.EXPECTED, str(said.role), is_new=True)
        _describe(person, said)
        return person

    def _settle(self, position: int, person: HeldPerson, *, told_more: bool) -> None:
        self.named.add(person.id)
        if self.effect is not states.LISTED:
            person.undergo(self.effect.named)
        self.placed[position] = Placed(person.id, self.roster.id, self.source, told_more)


def _is_past(booking: HeldBooking | None, record: HeldRecord) -> bool:
    """Whether the booking has been told of by a message that was sent later than this statement."""
    return booking is not None and is_later(booking.sent, record.sent)


def _describe(person: HeldPerson, said: Traveller | None) -> None:
    if said is None:
        return
    shown = said.surname, said.given_names, said.birth_date or person.birth_date, str(said.role)
    if shown != (person.surname, person.given_names, person.birth_date, person.role):
        person.surname, person.given_names, person.birth_date, person.role = shown
        person.is_changed = True
