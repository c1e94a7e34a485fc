"""The side of a traveller that is screened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gatehouse.terms.candidate import Subject
from gatehouse.terms.traveller import Document, Traveller

PERSONAL = ("phone", "email")
"""Kinds of contact that belong to the person."""


def _holder(document: Document) -> str:
    return " ".join(part for part in (document.given_names, document.surname) if part)


def subject_of(traveller: Traveller) -> Subject:
    """What of `traveller` is compared with lists: every different name, the birth date and the documents.

    The name of the message comes first, then each document holder's where it is written differently.
    """
    written = [traveller.full_name, *(_holder(document) for document in traveller.documents)]
    names = tuple(dict.fromkeys(name for name in written if name))
    return Subject(
        names=names,
        surname=traveller.surname,
        given_names=traveller.given_names,
        birth_date=traveller.birth_date,
        sex=traveller.sex,
        nationalities=traveller.nationalities,
        birth_place=traveller.birth_place,
        # An agency's or an airline's number is many travellers' and nobody's.
        contacts=tuple(one.value for one in traveller.contacts if one.kind in PERSONAL),
        documents=tuple((document.number, document.issuer) for document in traveller.documents if document.number),
    )


def completed(own: Subject, others: Iterable[Subject]) -> Subject:
    """`own` with what only `others`, statements about the same person, say.

    A stated value is never replaced: where two statements disagree, each is compared as it stands. Names and documents
    add up, because people have several.
    """
    for other in others:
        own = replace(
            own,
            names=tuple(dict.fromkeys((*own.names, *other.names))),
            birth_date=own.birth_date or other.birth_date,
            sex=own.sex or other.sex,
            nationalities=own.nationalities or other.nationalities,
            birth_place=own.birth_place or other.birth_place,
            documents=tuple(dict.fromkeys((*own.documents, *other.documents))),
            contacts=tuple(dict.fromkeys((*own.contacts, *other.contacts))),
        )
    return own
