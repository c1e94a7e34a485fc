"""Which reader reads which segment, and the memory of what segments say that name nobody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from gatehouse.edifact import Delimiters
from gatehouse.edifact.segment import split
from gatehouse.screening.messages.paxlst import particulars
from gatehouse.screening.messages.paxlst.documents import document
from gatehouse.screening.messages.paxlst.header import beginning, count
from gatehouse.screening.messages.paxlst.parties import communication, contact_us, party
from gatehouse.screening.messages.paxlst.places import place
from gatehouse.screening.messages.paxlst.routes import transport
from gatehouse.screening.messages.paxlst.said import MESSAGE, UNREAD, Elements, Fault, Said, shown
from gatehouse.screening.messages.paxlst.times import time
from gatehouse.screening.messages.paxlst.us_profile import person

PLAIN: Mapping[str, Callable[[Elements], Said]] = {
    "ATT": particulars.attribute,
    "BGM": beginning,
    "CNT": count,
    "EMP": particulars.employment,
    "GEI": particulars.verification,
    "LOC": place,
    "MEA": particulars.measurement,
    "NAT": particulars.nationality,
    "TDT": transport,
}
"""Segments that say the same wherever they stand."""
DATED: Mapping[str, Callable[[Elements, int], Said]] = {"DTM": time}
"""Segments that say the same in one reference year."""
MARKED: Mapping[str, Callable[[Elements, int], Said]] = {
    "COM": communication,
    "CTA": contact_us,
    "DOC": document,
    "FTX": particulars.free_text,
    "NAD": party,
    "RFF": particulars.reference,
}
"""Segments that name or identify somebody: what they make is marked with the segment's ordinal and never remembered."""
US_PERSON = "PDT"
SILENT = frozenset({"UNH", "UNT", "UNS"})
"""Service segments: the envelope has read them, or they only part header from detail."""
REMEMBERED = frozenset((*PLAIN, *DATED))

NEVER_REMEMBERED = frozenset({"birth_date", "birth_place"})
"""Fields that help to tell who somebody is; nor would their many texts come back often."""
MEMO_MAX = 20_000
"""Texts remembered for one set of delimiters and one year; a full memory begins anew."""
MEMO_TEXT_MAX = 64
"""Longer texts are read again each time: they would not come back."""
MEMOS_MAX = 8
"""Sets of delimiters and years remembered at once."""

_NOTHING = Said(MESSAGE)


class Memory:
    """Reads the segments of messages with one set of delimiters and one reference year.

    `known` holds what segments that name nobody were found to say, by their text.
    """

    def __init__(self, delimiters: Delimiters, year: int) -> None:
        self.known: dict[str, Said] = {}
        self._delimiters = delimiters
        self._year = year

    def read(self, text: str, ordinal: int) -> Said:
        """What a segment says that is not among the `known`. A tag without reader is evidence."""
        tag = text[:3]
        # First what is never remembered: known texts do not come here, so these are most of the calls.
        marked = MARKED.get(tag)
        if marked is not None:
            return marked(split(text, self._delimiters), ordinal)
        if tag in REMEMBERED:
            return self._learn(tag, text)
        if tag == US_PERSON:
            return person(split(text, self._delimiters), ordinal, self._year)
        # UNS parts header from detail; every fact already knows what it is about.
        if tag in SILENT:
            return _NOTHING
        return Said(UNREAD, (), (Fault("segment-unknown", shown(tag)),), True)

    def _learn(self, tag: str, text: str) -> Said:
        elements, plain = split(text, self._delimiters), PLAIN.get(tag)
        said = plain(elements) if plain else DATED[tag](elements, self._year)
        if len(text) <= MEMO_TEXT_MAX and not (said.facts and said.facts[0][0] in NEVER_REMEMBERED):
            if len(self.known) >= MEMO_MAX:
                # Clearing costs one manifest's texts; keeping track of age would cost every look-up.
                self.known.clear()
            self.known[text] = said
        return said


@lru_cache(maxsize=MEMOS_MAX)
def recall(delimiters: Delimiters, year: int) -> Memory:
    """The memory of messages of one kind: most texts of `REMEMBERED` come back for person after person."""
    return Memory(delimiters, year)
