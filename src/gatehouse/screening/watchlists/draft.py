"""An entry being put together from what a list says of one person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from gatehouse.screening.watchlists.limits import NAMES_PER_ENTRY_MAX
from gatehouse.screening.watchlists.list_reading import Item, Skipped
from gatehouse.screening.watchlists.listed_dates import date_span, partial_date
from gatehouse.screening.watchlists.listed_names import distinct, listed_name, name_parts, tidy
from gatehouse.terms.dates import DateSpan, PartialDate
from gatehouse.terms.entry import Handling, ListedDocument, ListedName, ListEntry, NameQuality
from gatehouse.terms.finding import Finding, error, warning
from gatehouse.terms.places import country_code

SEXES = {"male": "M", "m": "M", "female": "F", "f": "F", "x": "X", "other": "X"}


Texts = list[str]
Names = list[ListedName]
Documents = list[ListedDocument]
Spans = list[DateSpan]
Findings = list[Finding]
"""What a draft gathers. Said here, for a draft has a field `list`: the list that it is of."""


@dataclass(slots=True)
class EntryDraft:
    """What is known so far; `ordinal` is the place of the entry in the file, from 1.

    The `say_…` methods take the list's own text: what they cannot understand becomes a remark (so that a person can
    still read it) and a finding, never a guess.
    """

    list: str
    ordinal: int
    entry_id: str = ""
    names: Names = field(default_factory=Names)
    birth_dates: Spans = field(default_factory=Spans)
    birth_places: Texts = field(default_factory=Texts)
    birth_countries: Texts = field(default_factory=Texts)
    sex: str | None = None
    nationalities: Texts = field(default_factory=Texts)
    documents: Documents = field(default_factory=Documents)
    contacts: Texts = field(default_factory=Texts)
    programmes: Texts = field(default_factory=Texts)
    legal_bases: Texts = field(default_factory=Texts)
    handling: Handling = Handling.ANY
    instruction: str | None = None
    listed_on: PartialDate | None = None
    updated_on: PartialDate | None = None
    expires_on: PartialDate | None = None
    source_reference: str | None = None
    remarks: Texts = field(default_factory=Texts)
    findings: Findings = field(default_factory=Findings)

    def remark(self, label: str, text: str | None) -> None:
        """Keep a text that has no field of its own."""
        if text := tidy(text):
            self.remarks.append(f"{label}: {text}" if label else text)

    def say_names(self, cell: str | None, quality: NameQuality) -> None:
        """Add the names of one cell."""
        self.names.extend(listed_name(name, quality) for name in name_parts(cell or ""))

    def country(self, text: str | None, what: str) -> str | None:
        """The code of a country as printed; an unknown one becomes a remark and a finding."""
        text = tidy(text)
        code = country_code(text) if text else None
        if text and not code:
            self.remark(what, text)
            self.findings.append(warning("list-country-unknown", self.ordinal, f"{what}: not a known country"))
        return code

    def say_nationality(self, text: str | None) -> None:
        """Add a nationality."""
        if code := self.country(text, "Nationality"):
            self.nationalities.append(code)

    def say_birth_date(self, text: str | None) -> None:
        """Add a birth date or a range of them."""
        if not (text := tidy(text)):
            return
        if found := date_span(text):
            self.birth_dates.append(found)
        else:
            self.unread_birth_date(text)

    def unread_birth_date(self, text: str) -> None:
        """Keep a birth date that is no date of ours as a remark, with a finding."""
        self.remark("Date of birth", text)
        self.findings.append(warning("list-birth-date-unread", self.ordinal, "a birth date was kept as a remark"))

    def say_birth_place(self, parts: Texts, country: str | None) -> None:
        """Add a birth place from its parts, and its country."""
        if place := ", ".join(dict.fromkeys(filter(None, map(tidy, [*parts, country or ""])))):
            self.birth_places.append(place)
        if code := self.country(country, "Country of birth"):
            self.birth_countries.append(code)

    def say_sex(self, text: str | None) -> None:
        """Set the sex from a word or letter."""
        if not (word := tidy(text).lower()):
            return
        if found := SEXES.get(word):
            self.sex = found
        else:
            self.remark("Sex", text)
            self.findings.append(warning("list-sex-unknown", self.ordinal, "the stated sex is not a known word"))

    def date(self, text: str | None, what: str) -> PartialDate | None:
        """A date about the entry (not of birth); an unreadable one becomes a finding."""
        text = tidy(text)
        date = partial_date(text) if text else None
        if text and not date:
            self.remark(what, text)
            self.findings.append(warning("list-date-unread", self.ordinal, f"{what}: not a date"))
        return date

    def finish(self) -> Iterator[Item]:
        """The entry and its findings, or the reason why it is skipped."""
        if not self.entry_id:
            yield Skipped(error("entry-without-identifier", self.ordinal, "an entry has no identifier"))
        elif not self.names:
            yield Skipped(error("entry-without-name", self.ordinal, "an entry has no name"))
        elif len(self.names) > NAMES_PER_ENTRY_MAX:
            yield Skipped(error("entry-too-large", self.ordinal, f"an entry has more than {NAMES_PER_ENTRY_MAX} names"))
        else:
            yield self._entry()
            yield from self.findings

    def _entry(self) -> ListEntry:
        return ListEntry(
            list=self.list,
            entry_id=self.entry_id,
            names=distinct(self.names),
            birth_dates=tuple(dict.fromkeys(self.birth_dates)),
            birth_places=tuple(dict.fromkeys(self.birth_places)),
            birth_countries=tuple(dict.fromkeys(self.birth_countries)),
            sex=self.sex,
            nationalities=tuple(dict.fromkeys(self.nationalities)),
            documents=tuple(dict.fromkeys(self.documents)),
            contacts=tuple(dict.fromkeys(map(tidy, self.contacts))),
            programme="; ".join(dict.fromkeys(self.programmes)) or None,
            legal_basis="; ".join(dict.fromkeys(self.legal_bases)) or None,
            handling=self.handling,
            instruction=self.instruction,
            listed_on=self.listed_on,
            updated_on=self.updated_on,
            expires_on=self.expires_on,
            source_reference=self.source_reference,
            remarks="; ".join(dict.fromkeys(self.remarks)) or None,
        )
