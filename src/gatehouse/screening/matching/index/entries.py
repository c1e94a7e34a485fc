"""The entries of a compiled list as text, read one at a time: two million objects would not fit."""

from __future__ import annotations

import hashlib
import mmap
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from gatehouse.screening.matching.contacts import CONTACTS_MAX, read_contact
from gatehouse.screening.matching.documents import levelled, normalised, with_check_digit
from gatehouse.screening.matching.index.arrays import I32, U64, Entries, frozen
from gatehouse.screening.matching.index.sorting import by_key
from gatehouse.screening.watchlists.entry_json import from_json
from gatehouse.terms.dates import PartialDate
from gatehouse.terms.entry import ListEntry

ENTRIES_REMEMBERED_MAX = 20_000


def text_hash(*parts: str) -> int:
    """64 bits of texts, the same on every machine."""
    return int.from_bytes(hashlib.blake2b("\0".join(parts).encode(), digest_size=8).digest(), "little")


def document_keys(number: str) -> tuple[int, ...]:
    """The hashes under which a document number is found: as printed, and as an eye or a reader may take it."""
    whole = normalised(number)
    written = (whole, levelled(number), *(with_check_digit(whole) if whole else ()))
    return tuple(text_hash(key) for key in dict.fromkeys(written) if key)


def contact_keys(contact: str) -> tuple[int, ...]:
    """The hashes under which a telephone number or a mail address is found; none for any other text."""
    read = read_contact(contact)
    written = (read.whole, read.tail) if read else ()
    return tuple(text_hash(read.kind, key) for key in written if key) if read else ()


class EntryKeys(NamedTuple):
    """The keys of a batch of entries; `key_entries` counts entries within the batch."""

    keys: U64
    key_entries: I32
    names: U64
    expires: I32


def keys_of(batch: Sequence[Mapping[str, Any]]) -> EntryKeys:
    """The keys by which entries are found without a name, from the values of their JSON texts."""
    keys: list[int] = []
    owners: list[int] = []
    for number, said in enumerate(batch):
        if "documents" in said or "contacts" in said:
            own = [key for document in said.get("documents", ()) for key in document_keys(document["number"])]
            own.extend(key for contact in said.get("contacts", ())[:CONTACTS_MAX] for key in contact_keys(contact))
            keys.extend(own)
            owners.extend([number] * len(own))
    return EntryKeys(
        np.array(keys, dtype=np.uint64),
        np.array(owners, dtype=np.int32),
        np.array([text_hash(said["list"], said["entry_id"]) for said in batch], dtype=np.uint64),
        np.array([day_number(said["expires_on"]) if "expires_on" in said else 0 for said in batch], dtype=np.int32),
    )


class EntryWriter:
    """Writes the texts of entries one after the other to a stream, and files them."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lengths = array("q", [0])
        self._filed: list[EntryKeys] = []

    def write(self, texts: Sequence[bytes]) -> None:
        """Write the JSON texts of entries; the number of each is how many were written before."""
        self._stream.write(b"".join(texts))
        self._lengths.extend(map(len, texts))

    def file(self, batch: EntryKeys) -> None:
        """The keys of the next batch, in the order in which they were written."""
        self._filed.append(batch)

    def finished(self, text: bytes | mmap.mmap) -> Entries:
        """The arrays of what was written; `text` is the whole of it."""
        whole = np.frombuffer(text, dtype=np.uint8)
        starts = np.cumsum(np.frombuffer(self._lengths, dtype=np.int64))
        firsts = np.cumsum([0, *(len(batch.names) for batch in self._filed)]).tolist()
        nothing = keys_of([])
        owners = [batch.key_entries + np.int32(first) for batch, first in zip(self._filed, firsts, strict=False)]
        keys, _, names, expires = map(np.concatenate, zip(nothing, *self._filed, strict=True))
        filed, owned = by_key(keys, np.concatenate([nothing.key_entries, *owners]))
        named, numbers = by_key(names, np.arange(len(names), dtype=np.int32))
        arrays: tuple[NDArray[Any], ...] = (whole, starts, filed, owned, named, numbers, expires)
        return Entries._make(map(frozen, arrays))


def day_number(date: PartialDate) -> int:
    """`date` as year * 10000 + month * 100 + day; a part that is not stated is after all that could be."""
    return int((date.replace("-", "") + "9999")[:8])


def _filed(keys: U64, values: I32, key: int) -> list[int]:
    first, last = np.searchsorted(keys, np.uint64(key)), np.searchsorted(keys, np.uint64(key), side="right")
    return [int(value) for value in values[first:last]]


class EntryReader(Sequence[ListEntry]):
    """The entries of a compiled list by number, decoded when asked for."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._decoded = lru_cache(maxsize=ENTRIES_REMEMBERED_MAX)(self._decode)

    def __len__(self) -> int:
        return len(self._entries.text_starts) - 1

    def __getitem__(self, number: int) -> ListEntry:  # type: ignore[override]
        if not 0 <= number < len(self):
            raise IndexError(number)
        return self._decoded(number)

    def __iter__(self) -> Iterator[ListEntry]:
        # Past the memory, which one pass over a whole list would only empty.
        return map(self._decode, range(len(self)))

    def _decode(self, number: int) -> ListEntry:
        first, last = self._entries.text_starts[number : number + 2]
        return from_json(self._entries.text[first:last].tobytes())

    @property
    def expires(self) -> I32:
        """The last day of each entry; see `Entries.expires`."""
        return self._entries.expires

    def with_keys(self, keys: Sequence[int]) -> Iterator[list[int]]:
        """For each key the numbers of the entries with a document or a contact of it."""
        filed, owners = self._entries.keys, self._entries.key_entries
        sought = np.array(keys, dtype=np.uint64)
        first, last = filed.searchsorted(sought), filed.searchsorted(sought, side="right")
        return (owners[begin:end].tolist() if begin < end else [] for begin, end in zip(first, last, strict=True))

    def named(self, list_name: str, entry_id: str) -> list[int]:
        """The numbers of the entries of this list with this identifier; by a hash, so that each must be looked at."""
        return _filed(self._entries.names, self._entries.name_entries, text_hash(list_name, entry_id))
