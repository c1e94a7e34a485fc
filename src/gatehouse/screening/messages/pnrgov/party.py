"""The people of one booking, and finding one of them by number or by name."""

from __future__ import annotations

from itertools import islice

from gatehouse.screening.messages.pnrgov.drafts import BookingDraft, Person
from gatehouse.screening.messages.pnrgov.naming import agree, key, split_title

NAMESAKES_MAX = 64
"""People of one surname compared by given name; a booking with more is compared by exact name only."""


def join(booking: BookingDraft, person: Person) -> None:
    """Add a person to the booking. A number that is taken already keeps its first bearer."""
    booking.people.append(person)
    if person.number:
        booking.by_number.setdefault(person.number, person)
        # A padded number never displaces one that stands so in a TIF: it is only asked for after that.
        if "0" in person.number:
            booking.by_plain_number.setdefault(_plain(person.number), person)
    booking.by_name.setdefault(person.keys, []).append(person)
    booking.by_surname.setdefault(person.keys[0], []).append(person)
    if not person.infant:
        booking.adults.append(person)
    elif person.guardian is None:
        booking.unguarded[id(person)] = person


def numbered(booking: BookingDraft, reference: str) -> Person | None:
    """The person with TIF 9944 `reference`: `002` finds `2`, `01.02` finds `1.2`, and both ways; `1` finds `1.1`."""
    if not reference:
        return None
    found = booking.by_number.get(reference)
    if found is not None:
        return found
    # Hosts pad 9944 in SSRs (002, 01.02) or in TIF only, or number by line and passenger (1.1) in TIF only.
    plain = _plain(reference)
    found = booking.by_number.get(plain) or booking.by_plain_number.get(plain)
    return found or (booking.by_number.get(f"{plain}.1") if plain.isdigit() else None)


def _plain(number: str) -> str:
    """A traveller's number without the zeros that pad its parts."""
    return ".".join([part.lstrip("0") for part in number.split(".")])


def name_keys(surname: str | None, given_names: str | None) -> tuple[str, str]:
    """The (surname, given names) key of a name as printed, its title removed."""
    return key(surname), key(split_title(given_names.upper())[0] if given_names else None)


def namesakes(booking: BookingDraft, keys: tuple[str, str]) -> list[Person]:
    """Everybody whose name agrees with `keys`, those of the very same name before those of a similar one."""
    if not any(keys):
        return []
    # Most lookups end here: the same name, letter by letter.
    exact = booking.by_name.get(keys)
    if exact:
        return exact[:NAMESAKES_MAX]
    same = booking.by_surname.get(keys[0], ())
    # Comparing everybody with everybody would grow with the square of a hostile message.
    if len(same) > NAMESAKES_MAX:
        return []
    similar = [person for person in same if agree(person.keys, keys)]
    if similar or len(booking.people) > NAMESAKES_MAX:
        return similar
    return [person for person in booking.people if agree(person.keys, keys)]


def named(booking: BookingDraft, keys: tuple[str, str]) -> Person | None:
    """The one person whose name agrees with `keys`; None when there is none, or more than one."""
    found = namesakes(booking, keys)
    return found[0] if len(found) == 1 else None


def meant(booking: BookingDraft, reference: str, keys: tuple[str, str]) -> Person | None:
    """The person with that TIF 9944, unless a name beside it is certainly somebody else's.

    Where SRC was lost, or a host counts anew, a number is used twice; names cut or spelt otherwise are still theirs.
    """
    person = numbered(booking, reference)
    return None if person and _is_somebody_else(person, keys) else person


def _is_somebody_else(person: Person, keys: tuple[str, str]) -> bool:
    """Whether neither surname nor given names have anything in common, the other way round either."""
    names = [name for name in (*keys, *person.keys) if name]
    return len(names) == 4 and not any(
        one.startswith(other) or other.startswith(one) for one in keys for other in person.keys
    )


def only_adult(booking: BookingDraft) -> Person | None:
    """The booking's only person who is not an infant, if there is exactly one."""
    return booking.adults[0] if len(booking.adults) == 1 else None


def infants_of(booking: BookingDraft, guardian: Person | None) -> list[Person]:
    """The infants that travel with `guardian`; where none is known to, those that travel with nobody known."""
    found = guardian.wards if guardian and guardian.wards else booking.unguarded.values()
    return list(islice(found, NAMESAKES_MAX))


def entrust(booking: BookingDraft, infant: Person, guardian: Person) -> None:
    """The infant travels with `guardian`."""
    infant.guardian = guardian
    guardian.wards.append(infant)
    booking.unguarded.pop(id(infant), None)
