"""A list entry: one person as a list describes them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from gatehouse.terms.dates import DateSpan, PartialDate


class NameQuality(StrEnum):
    """How far the list itself trusts a name."""

    PRIMARY = "primary"
    STRONG = "strong"
    WEAK = "weak"


class Handling(StrEnum):
    """What may make a candidate of the entry."""

    ANY = "any"
    EXACT_NAME = "exact-name"
    DOCUMENT_ONLY = "document-only"


class ListedName(NamedTuple):
    """A name of the entry as the list prints it. `script` is an ISO 15924 code (`Latn`, `Arab`, `Hani` …).

    `surname` and `given_names` are filled only where the list itself tells them apart.
    """

    full: str
    quality: NameQuality = NameQuality.PRIMARY
    script: str = "Latn"
    surname: str | None = None
    given_names: str | None = None


class ListedDocument(NamedTuple):
    """A document of the entry. `type` in the list's own words, `issuer` ISO alpha-3 or ICAO code where known."""

    number: str
    type: str | None = None
    issuer: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One person on one list.

    `list` is the list's short name (`UN-SC`, `OFAC-SDN` …), `entry_id` the list's own stable identifier,
    `source_reference` its public reference. `birth_dates` are alternatives. `nationalities` and `birth_countries` are
    alpha-3 or ICAO codes.
    """

    list: str
    entry_id: str
    names: tuple[ListedName, ...]
    birth_dates: tuple[DateSpan, ...] = ()
    birth_places: tuple[str, ...] = ()
    birth_countries: tuple[str, ...] = ()
    sex: str | None = None
    nationalities: tuple[str, ...] = ()
    documents: tuple[ListedDocument, ...] = ()
    contacts: tuple[str, ...] = ()
    programme: str | None = None
    legal_basis: str | None = None
    handling: Handling = Handling.ANY
    instruction: str | None = None
    listed_on: PartialDate | None = None
    updated_on: PartialDate | None = None
    expires_on: PartialDate | None = None
    source_reference: str | None = None
    remarks: str | None = None

    def is_expired(self, day: PartialDate) -> bool:
        """Whether the list's own expiry date has passed on `day`; a partial expiry lasts to its end."""
        return self.expires_on is not None and self.expires_on < day[: len(self.expires_on)]

    @property
    def primary_name(self) -> str:
        """The name to show: the first primary one, else the first."""
        for name in self.names:
            if name.quality is NameQuality.PRIMARY:
                return name.full
        return self.names[0].full
