"""Weak evidence: sex, nationality, place of birth. What is not stated is not a difference."""

from __future__ import annotations

from functools import lru_cache

from gatehouse.names.name import read_name
from gatehouse.screening.matching.weights import weights
from gatehouse.terms.candidate import Reason, Subject
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.places import present_codes

PLACE_LETTERS_MIN = 4
KINDS_OF_PLACE = frozenset(
    ("area", "city", "country", "county", "department", "district", "governorate", "kingdom", "municipality", "near",
     "oblast", "province", "region", "republic", "state", "territory", "town", "village")
)  # fmt: skip
"""Words that say what a place is and not which."""
UNSPECIFIED_SEX = "X"
UNSPECIFIED_NATIONALITIES = frozenset({"XXX", "XXA", "XXB", "XXC"})


def sex_reason(subject: Subject, entry: ListEntry) -> Reason:
    """Sex as both sides state it; unspecified (X) is compatible with both."""
    ours, theirs = subject.sex, entry.sex
    if not ours or not theirs or UNSPECIFIED_SEX in (ours, theirs):
        return Reason("sex", ours, theirs, "missing", 0.0, "not stated on both sides")
    found = "same" if ours == theirs else "different"
    return Reason("sex", ours, theirs, found, weights()["sex"][found], "as stated")


@lru_cache(maxsize=1 << 14)
def _codes(nationalities: tuple[str, ...]) -> frozenset[str]:
    found = {code for given in nationalities for code in (given, *present_codes(given))}
    return frozenset(found - UNSPECIFIED_NATIONALITIES)


def nationality_reason(subject: Subject, entry: ListEntry) -> Reason:
    """Nationalities; a former State and its successors agree, and so does an entry's country of birth, weakly."""
    ours, theirs = _codes(subject.nationalities), _codes(entry.nationalities)
    shown = ";".join(subject.nationalities) or None, ";".join(entry.nationalities) or None
    if ours & theirs:
        found, how = "same", "a nationality in common"
    # Lists often know where somebody was born and not whose passport they hold; it says less, and against nobody.
    elif ours & _codes(entry.birth_countries):
        found, how = "birth_country", "the traveller's nationality is the entry's country of birth"
    elif ours and theirs:
        found, how = "different", "no nationality in common"
    else:
        found, how = "missing", "not stated on both sides"
    return Reason("nationality", *shown, found.replace("_", " "), weights()["nationality"][found], how)


@lru_cache(maxsize=1 << 14)
def _sounds(place: str) -> frozenset[str]:
    """The sounds of a place's own words, in any script."""
    words = (token for token in read_name(place).tokens if len(token.text) >= PLACE_LETTERS_MIN)
    return frozenset(token.fold for token in words if token.text not in KINDS_OF_PLACE)


def birth_place_reason(subject: Subject, entry: ListEntry) -> Reason | None:
    """Place of birth, when a word of four letters or more sounds the same in both; `None` otherwise."""
    if not subject.birth_place or not entry.birth_places:
        return None
    ours = _sounds(subject.birth_place)
    # No reason rather than one against: places have too many spellings, languages and districts.
    if not any(ours & _sounds(place) for place in entry.birth_places):
        return None
    stated = "; ".join(entry.birth_places)
    weight = weights()["birth_place"]["same"]
    return Reason("birth-place", subject.birth_place, stated, "same", weight, "a word that sounds the same")
