"""Documents to people: whose DOCS, DOCO and DOCA these are.

Evidence in this order: an infant's mark (FI, MI, I) means the infant of the person addressed; a name and birth date
that are those of one person; the traveller reference or the TIF it stands under; a name alone; the only adult; the only
one without a document who shares surname or given names. A name that is nobody's is one more traveller, with a warning:
somebody looked at twice is better than one whom nobody sees. A document without a name that is nobody's is evidence.
"""

from __future__ import annotations

from gatehouse.screening.messages.pnrgov.cards import masked_text
from gatehouse.screening.messages.pnrgov.contacts import give
from gatehouse.screening.messages.pnrgov.docs import Docs, read_doca, read_doco, read_docs
from gatehouse.screening.messages.pnrgov.drafts import BookingDraft, Person, Service
from gatehouse.screening.messages.pnrgov.infants import add_infant
from gatehouse.screening.messages.pnrgov.naming import agree, resembles, split_ms, split_title
from gatehouse.screening.messages.pnrgov.party import (
    NAMESAKES_MAX,
    infants_of,
    join,
    name_keys,
    named,
    namesakes,
    only_adult,
)
from gatehouse.terms.finding import error, info, warning
from gatehouse.terms.places import country_code
from gatehouse.terms.traveller import Contact, Document, Evidence, Role


def settle_docs(booking: BookingDraft, service: Service, people: list[Person]) -> bool:
    """Give a DOCS to its holder; false when its shape or its holder is not understood."""
    base = people[0] if people else None
    said = (service.text, id(base))
    # Said word for word before, of the same person: nothing new to read.
    if holder := booking.documented.get(said):
        # Carriers repeat each DOCS for every segment.
        holder.touch(service.segment)
        return True
    docs = read_docs(service.text, booking.year)
    if docs is None:
        booking.findings.append(error("docs-shape", service.segment, "SSR DOCS has not the shape of one"))
        _keep_evidence(booking, service, people)
        return False
    _report(booking, service, docs)
    holder = _holder(booking, docs, base, service.segment)
    if holder is None:
        text = "SSR DOCS names nobody of the booking; its data is kept as evidence"
        booking.findings.append(warning("docs-unassigned", service.segment, text))
        _keep_evidence(booking, service, people)
        return False
    if people and holder not in people and not docs.infant:
        text = "SSR DOCS stands under one traveller and names another; it was given to the one it names"
        booking.findings.append(info("docs-reassigned", service.segment, text))
    _fill(holder, docs, service.segment)
    booking.documented[said] = holder
    return True


def _keep_evidence(booking: BookingDraft, service: Service, people: list[Person]) -> None:
    evidence = Evidence(service.segment, f"{service.code} {masked_text(service.text)}")
    (people[0].evidence if people else booking.evidence).append(evidence)


def _report(booking: BookingDraft, service: Service, docs: Docs) -> None:
    if docs.realigned:
        text = "SSR DOCS has a field missing or too many before the birth date; it was read in line"
        booking.findings.append(warning("docs-offset", service.segment, text))
    for fault in docs.faults:
        code = "sex-unknown" if fault == "sex" else "date-unreadable"
        booking.findings.append(warning(code, service.segment, f"SSR DOCS: the {fault} cannot be read"))
    for country in (docs.issuer, docs.nationality):
        if country and country_code(country) is None:
            text = f"SSR DOCS: country code {country[:3]} is not known"
            booking.findings.append(warning("country-unknown", service.segment, text))


def _holder(booking: BookingDraft, docs: Docs, base: Person | None, ordinal: int) -> Person | None:
    """Whose document it is (see the module's first lines)."""
    if base is None and docs.association:
        base = named(booking, name_keys(*docs.association))
    # The mark FI, MI or I is stronger than any name: it was set for this person.
    if docs.infant:
        return _infant(booking, docs, base, ordinal)
    if base and _prints_name_of(docs, base) and not base.wards:
        return base
    keys = name_keys(docs.surname, docs.given_names)
    if base and base.role is not Role.GROUP and agree(base.keys, keys) and not base.wards:
        return base
    same = namesakes(booking, keys)
    # Father and son of one name are told apart by what INFT or CHLD said before.
    born = [person for person in same if docs.birth_date and person.birth_date == docs.birth_date]
    if len(born) == 1:
        return born[0]
    if base and base.role is not Role.GROUP and (base in same or len(same) != 1):
        if base not in same and docs.surname:
            text = "SSR DOCS prints another name than the traveller it stands under"
            booking.findings.append(warning("docs-name-differs", ordinal, text))
        return base
    # The reference may be wrong; a printed name that only one person has is not.
    if len(same) == 1:
        return same[0]
    return _otherwise(booking, docs, ordinal)


def _prints_name_of(docs: Docs, person: Person) -> bool:
    """Whether the printed name begins like the person's, letter by letter: most do, and need no comparing."""
    given = person.given_names
    same_surname = docs.surname == person.surname and person.surname is not None
    return same_surname and given is not None and (docs.given_names or "").startswith(given)


def _otherwise(booking: BookingDraft, docs: Docs, ordinal: int) -> Person | None:
    """Nobody of the booking has the name: one of the nameless places, the only adult, or one more."""
    if (docs.surname and any(person.role is Role.GROUP for person in booking.people[:1])) or not booking.people:
        return _add_named(booking, docs, ordinal)
    # Names differ by marriage or transliteration; a lone traveller's document is theirs.
    alone = only_adult(booking)
    if alone and alone.role is not Role.GROUP:
        return alone
    return _half_named(booking, docs) or _add_named(booking, docs, ordinal)


def _half_named(booking: BookingDraft, docs: Docs) -> Person | None:
    """The one adult without a document who has this surname or these given names: the other half was changed."""
    surname, given = name_keys(docs.surname, docs.given_names)
    # Looking through everybody for each document would grow with the square of a hostile message.
    if len(booking.adults) > NAMESAKES_MAX:
        return None
    free = [person for person in booking.adults if not person.documents and person.role is not Role.GROUP]
    alike = [
        person for person in free if (surname and person.keys[0] == surname) or (given and person.keys[1] == given)
    ]
    return alike[0] if len(alike) == 1 else None


def _add_named(booking: BookingDraft, docs: Docs, ordinal: int) -> Person | None:
    if not docs.surname:
        return None
    given_names, title = split_title(docs.given_names or "")
    person = Person(
        ordinal,
        ordinal,
        surname=docs.surname,
        given_names=given_names,
        title=title,
        keys=name_keys(docs.surname, docs.given_names),
    )
    person.sources = {"surname": ordinal} | ({"given_names": ordinal} if given_names else {})
    join(booking, person)
    text = "SSR DOCS names a traveller who has no TIF; a traveller was added"
    booking.findings.append(warning("docs-traveller-added", ordinal, text))
    return person


def _infant(booking: BookingDraft, docs: Docs, base: Person | None, ordinal: int) -> Person:
    """The infant who holds the document: by name, by birth date, one without documents yet, or one more."""
    keys = name_keys(docs.surname, docs.given_names)
    if base and base.infant:
        return base
    for person in namesakes(booking, keys):
        if person.infant:
            return person
    own = infants_of(booking, base)
    for infant in own:
        same_birth = docs.birth_date is not None and infant.birth_date == docs.birth_date
        if same_birth and resembles(infant.given_names, docs.given_names):
            return infant
    for infant in own:
        if not infant.documents and infant.birth_date is None:
            return infant
    # A document that names nobody goes to the first infant rather than to a new one.
    if own and not any(keys):
        return own[0]
    return add_infant(booking, (docs.surname, docs.given_names), base or only_adult(booking), ordinal)


def _fill(person: Person, docs: Docs, ordinal: int) -> None:
    """The person's data from their own DOCS, and the document, once however often it is repeated."""
    person.touch(ordinal)
    person.state("birth_date", docs.birth_date, ordinal)
    person.state("sex", docs.sex, ordinal)
    # Never from the issuer: a passport of one State may be held by another's national.
    person.state("nationality", country_code(docs.nationality) if docs.nationality else None, ordinal)
    if docs.sex == "F" and person.title is None:
        person.given_names, person.title = _without_ms(person, docs)
        if person.title:
            person.sources["title"] = ordinal
    if not docs.is_document and name_keys(docs.surname, docs.given_names) in (person.keys, ("", "")):
        return
    document = Document(
        docs.type,
        docs.number,
        country_code(docs.issuer) if docs.issuer else None,
        docs.expires,
        surname=docs.surname,
        given_names=docs.given_names,
        segment=ordinal,
    )
    file_document(person, document)


def _without_ms(person: Person, docs: Docs) -> tuple[str | None, str | None]:
    """A glued MS is a title when a woman's document does not print it as part of her name."""
    given, title = split_ms(person.given_names)
    if title is None or (docs.given_names or "").split(" ")[0] == (person.given_names or "").split(" ")[0]:
        return person.given_names, person.title
    return given, title


def file_document(person: Person, document: Document) -> None:
    """Add a document, or fill what its first mention left open."""
    # Without a number only the printed name tells one statement from another.
    same = (document.type, document.number) if document.number else (document.surname, document.given_names, None)
    known = person.documents.get(same)
    if known is None:
        person.documents[same] = document
        person.sources.setdefault("documents", document.segment or 0)
        return
    person.documents[same] = known._replace(
        issuer=known.issuer or document.issuer,
        expires=known.expires or document.expires,
        issued=known.issued or document.issued,
        place_of_issue=known.place_of_issue or document.place_of_issue,
        surname=known.surname or document.surname,
        given_names=known.given_names or document.given_names,
    )


def settle_doco(booking: BookingDraft, service: Service, people: list[Person]) -> bool:
    """A DOCO: a visa, redress or known-traveller number, and perhaps the birth place."""
    doco = read_doco(service.text, booking.year)
    person = _addressee(booking, people, doco.infant if doco else False)
    if doco is None or person is None:
        booking.findings.append(warning("doco-shape", service.segment, "SSR DOCO: shape or traveller is not clear"))
        _keep_evidence(booking, service, people)
        return False
    person.state("birth_place", doco.birth_place, service.segment)
    if doco.number:
        issuer = country_code(doco.country) if doco.country else None
        document = Document(
            doco.type,
            doco.number,
            issuer,
            issued=doco.issued,
            place_of_issue=doco.place_of_issue,
            segment=service.segment,
        )
        file_document(person, document)
    return True


def settle_doca(booking: BookingDraft, service: Service, people: list[Person]) -> bool:
    """A DOCA: country of residence (R only), and an address to reach the person at."""
    doca = read_doca(service.text)
    person = _addressee(booking, people, doca.infant if doca else False)
    if doca is None or person is None:
        booking.findings.append(warning("doca-shape", service.segment, "SSR DOCA: shape or traveller is not clear"))
        _keep_evidence(booking, service, people)
        return False
    # A destination address says nothing about where somebody lives.
    if doca.type == "R" and doca.country:
        person.state("residence", country_code(doca.country), service.segment)
    if doca.address:
        give(person, Contact("address", doca.address, service.segment))
    return True


def _addressee(booking: BookingDraft, people: list[Person], infant: bool) -> Person | None:
    person = people[0] if people else only_adult(booking)
    if infant and person and not person.infant:
        own = infants_of(booking, person)
        return own[0] if len(own) == 1 else None
    return person
