"""Infants and the adults they travel with. An infant without a TIF of its own is a traveller all the same."""

from __future__ import annotations

from gatehouse.screening.messages.pnrgov.docs import Infant, read_infant
from gatehouse.screening.messages.pnrgov.drafts import BookingDraft, Person, Service
from gatehouse.screening.messages.pnrgov.naming import resembles, split_title
from gatehouse.screening.messages.pnrgov.party import entrust, infants_of, join, name_keys, namesakes, only_adult
from gatehouse.terms.finding import info, warning


def link_infants(booking: BookingDraft) -> None:
    """Give each infant with a TIF its adult: the one whose TIF names it, else who announces an infant before it."""
    if not booking.unguarded:
        return
    # An infant that carries another infant's mark is a carrier's mistake, and brings nobody.
    announcing = [person for person in booking.people if person.brings_infant and not person.infant]
    for adult in announcing:
        infant = booking.by_number.get(adult.brings_infant)
        if infant and infant.infant and infant.guardian is None:
            entrust(booking, infant, adult)
    free = (adult for adult in announcing if not adult.wards)
    # The guide's 1 is a mark and no reference: infants follow in the order of those who bring them.
    for infant, adult in zip(list(booking.unguarded.values()), free, strict=False):
        entrust(booking, infant, adult)


def settle_infant(booking: BookingDraft, service: Service, people: list[Person]) -> None:
    """An INFT: the infant it names is found among those known, or added."""
    stated = read_infant(service.text, booking.year)
    adult = next((person for person in people if not person.infant), None) or only_adult(booking)
    infant = _known(booking, stated, adult)
    if infant is None:
        infant = add_infant(booking, (stated.surname, stated.given_names), adult, service.segment)
    if adult and infant.guardian is None and adult is not infant:
        entrust(booking, infant, adult)
    # The first date stands; a DOCS that disagrees is seen on the document.
    infant.state("birth_date", stated.birth_date, service.segment)
    infant.touch(service.segment)


def _known(booking: BookingDraft, stated: Infant, adult: Person | None) -> Person | None:
    """The infant meant: by name, by birth date, or the adult's only one that no other INFT has described yet."""
    keys = name_keys(stated.surname, stated.given_names)
    for person in namesakes(booking, keys):
        if person.infant:
            return person
    own = infants_of(booking, adult)
    # A nameless INFT repeated at each flight is still one infant.
    if not any(keys):
        return own[0] if own else next((person for person in booking.unguarded.values()), None)
    for infant in own:
        same_birth = stated.birth_date is not None and infant.birth_date == stated.birth_date
        if same_birth and infant.keys[0] == keys[0] and resembles(infant.given_names, stated.given_names):
            return infant
    # Whoever was added from an INFT has no kind, and is described by that INFT already.
    undescribed = [infant for infant in own if infant.birth_date is None and infant.kind]
    return undescribed[0] if len(undescribed) == 1 else None


def add_infant(
    booking: BookingDraft, name: tuple[str | None, str | None], adult: Person | None, ordinal: int
) -> Person:
    """A traveller for an infant without TIF, travelling with `adult` where known. `name` is surname, given names."""
    surname, given = name
    given_names, title = split_title(given) if given else (None, None)
    infant = Person(
        ordinal,
        ordinal,
        surname=surname,
        given_names=given_names,
        title=title,
        keys=name_keys(surname, given),
        infant=True,
    )
    stated = {"surname": surname, "given_names": given_names, "title": title}
    infant.sources = {field: ordinal for field, value in stated.items() if value}
    join(booking, infant)
    if adult:
        entrust(booking, infant, adult)
    if surname or given_names:
        text = "an infant without a TIF of its own; a traveller was added"
        booking.findings.append(info("infant-added", ordinal, text))
    else:
        text = "an infant without name and TIF; a traveller without name was added"
        booking.findings.append(warning("infant-unnamed", ordinal, text))
    return infant
