"""What a decision on a pair rests on, and whether it has changed so that a person should look again. Pure.

Two sides, and two rules (`material.csv` says it field by field):

- The **traveller** is who the documents say. Their evidence is a set of tokens: names, birth date, sex, nationalities,
  documents with issuers, and contacts or birth places that agree with the entry. A token that was not there when the
  person was cleared is material; one that is missing now is not, because the same document still says who it is.
- The **entry** is what the list says of its person. Any change of what identifies is material, in both directions: the
  list may have taken away the very birth date by which the traveller was cleared.

A seat, a bag, a booking or a remark is never material. Across flights a pair is only known again by a document with
the same number: name and birth date alone are what a namesake shares with the listed person.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

import orjson

from gatehouse.screening.travellers.identity import folded_name, folded_number
from gatehouse.terms.candidate import Reason
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.traveller import Document, Traveller

Tokens = frozenset[str]

AGREEING_FEATURES = frozenset({"contact", "birth-place"})
"""Features of an explanation of which only the agreement is evidence."""
VISA = "V"
DIGEST_BYTES = 16


@lru_cache(maxsize=1)
def material() -> dict[tuple[str, str], str]:
    """Whether a field is material (`yes`, `no`, or `agreeing` with the entry), by side and name."""
    text = resources.files(__package__).joinpath("material.csv").read_text(encoding="utf-8")
    return {(row["side"], row["field"]): row["material"] for row in csv.DictReader(text.splitlines())}


def tokens_of(statements: Iterable[Traveller], explanation: Iterable[Reason]) -> Tokens:
    """The evidence of a traveller, from all current statements about them and the explanation of the hit."""
    found: set[str] = set()
    for said in statements:
        found |= _stated(said)
    found |= {
        f"agrees:{reason.feature}|{reason.entry}"
        for reason in explanation
        if reason.feature in AGREEING_FEATURES and reason.weight > 0 and reason.entry
    }
    return frozenset(found)


def _stated(said: Traveller) -> set[str]:
    documents = [one for one in said.documents if one.type != VISA]
    names = [(said.surname, said.given_names), *((one.surname, one.given_names) for one in documents)]
    found = {f"name:{folded_name(last)}/{folded_name(first)}" for last, first in names if last or first}
    found |= {f"nationality:{code}" for code in said.nationalities}
    found |= {token for one in documents for token in _document(one)}
    if said.birth_date:
        found.add(f"birth:{said.birth_date}")
    if said.sex:
        found.add(f"sex:{said.sex}")
    return found


def _document(document: Document) -> set[str]:
    number = folded_number(document.number)
    if not number:
        return set()
    return {f"document:{number}", f"document:{number}@{document.issuer}"} if document.issuer else {f"document:{number}"}


def compared(tokens: Tokens) -> Tokens:
    """What a decision on this evidence covers: the same, and each birth date also less exactly."""
    dates = [token.removeprefix("birth:") for token in tokens if token.startswith("birth:")]
    return tokens | {f"birth:{date[:end]}" for date in dates for end in (4, 7) if len(date) > end}


def is_covered(now: Tokens, decided: Tokens) -> bool:
    """Whether a decision on the evidence `decided` (already `compared`) still speaks of all that is known now."""
    return now <= decided


def numbers_of(tokens: Tokens) -> list[str]:
    """The document numbers, by which a person is known again on another flight."""
    return sorted(token.removeprefix("document:") for token in tokens if _is_number(token))


def _is_number(token: str) -> bool:
    return token.startswith("document:") and "@" not in token


def digest(text: str, key: bytes) -> str:
    """A keyed hash: what is remembered of a cleared person is no name and no number in clear."""
    return hashlib.blake2b(text.encode(), key=key[:64], digest_size=DIGEST_BYTES, person=b"gate-review").hexdigest()


def pair_keys(list_name: str, entry_id: str, tokens: Tokens, key: bytes) -> list[str]:
    """What the pair is known again by: one keyed hash for each document number; none without documents."""
    return [digest(orjson.dumps([list_name, entry_id, number]).decode(), key) for number in numbers_of(tokens)]


def digests(tokens: Tokens, key: bytes) -> Tokens:
    """The evidence as it is kept and compared."""
    return frozenset(digest(token, key) for token in tokens)


def entry_evidence(entry: ListEntry) -> str:
    """A hash of what identifies on the entry's side, whatever order the list prints it in."""
    said = [
        sorted(name.full for name in entry.names),
        sorted(f"{span.earliest}/{span.latest}/{span.circa}" for span in entry.birth_dates),
        sorted(entry.birth_places),
        sorted(entry.birth_countries),
        entry.sex,
        sorted(entry.nationalities),
        sorted([one.number, one.issuer or "", one.type or ""] for one in entry.documents),
        sorted(entry.contacts),
    ]
    return hashlib.sha256(orjson.dumps(said)).hexdigest()
