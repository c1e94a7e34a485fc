"""What decisions say of pairs, kept as keyed hashes: remembered, found again, ended."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

import orjson
from django.conf import settings
from django.db import connection

from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review import evidence
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.models import Act, Memory, PairKey
from gatehouse.screening.review.silence import Now, Remembered
from gatehouse.terms.candidate import Reason
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.traveller import Traveller

Key = TypeVar("Key", str, int)
BY_KEY = """
SELECT k.key, m.act_id, m.answer, m.entry_evidence, m.evidence::text
FROM review_pairkey k JOIN review_memory m ON m.id = k.memory_id
WHERE k.key = ANY(%s) AND m.ended_at IS NULL ORDER BY m.id
"""
BY_HIT = """
SELECT a.review_id, m.act_id, m.answer, m.entry_evidence, m.evidence::text
FROM review_act a JOIN review_memory m ON m.act_id = a.id
WHERE a.review_id = ANY(%s) AND m.ended_at IS NULL ORDER BY m.id
"""
BY_ACT = """
SELECT m.act_id, m.act_id, m.answer, m.entry_evidence, m.evidence::text
FROM review_memory m WHERE m.act_id = ANY(%s) AND m.ended_at IS NULL ORDER BY m.id
"""


class Known(NamedTuple):
    """A pair as it is known now, with the keys by which it is found again on other flights."""

    keys: list[str]
    now: Now


def known(
    pair: tuple[str, str], statements: Iterable[Traveller], explanation: Iterable[Reason], entry: ListEntry | None
) -> Known:
    """What is known of a traveller (all current statements) beside an entry (`pair` is list and identifier)."""
    tokens = evidence.tokens_of(statements, explanation)
    key = _key()
    hashed = evidence.entry_evidence(entry) if entry else None
    return Known(evidence.pair_keys(*pair, tokens, key), Now(evidence.digests(tokens, key), hashed))


def remember(act: Act, answer: Answer, hit: Hit, statements: Iterable[Traveller], entry: ListEntry | None) -> None:
    """Keep what the decision `act` says of the hit's pair. Without an entry in force there is nothing to go by.

    The hit's explanation is the one that was looked at.
    """
    if entry is None:
        return
    tokens = evidence.tokens_of(statements, (Reason(**row) for row in hit.explanation))
    key = _key()
    kept = Memory.objects.create(
        act=act,
        answer=answer,
        list=hit.list,
        entry_id=hit.entry_id,
        entry_evidence=evidence.entry_evidence(entry),
        evidence=sorted(evidence.digests(evidence.compared(tokens), key)),
    )
    keys = evidence.pair_keys(hit.list, hit.entry_id, tokens, key)
    PairKey.objects.bulk_create(PairKey(memory=kept, key=one) for one in keys)


def by_key(keys: Sequence[str]) -> Mapping[str, list[Remembered]]:
    """The decisions in force by their pair's keys, oldest first."""
    return _found(BY_KEY, list(keys))


def by_hit(hits: Sequence[int]) -> Mapping[int, list[Remembered]]:
    """The decisions in force that were made on these hits themselves."""
    return _found(BY_HIT, list(hits))


def by_act(acts: Sequence[int]) -> Mapping[int, list[Remembered]]:
    """The decisions in force that these acts made."""
    return _found(BY_ACT, list(acts))


def _found(question: str, of: list[Key]) -> Mapping[Key, list[Remembered]]:
    found: dict[Key, list[Remembered]] = defaultdict(list)
    if of:
        with connection.cursor() as cursor:
            cursor.execute(question, [of])
            for key, act, answer, entry_evidence, hashes in cursor.fetchall():
                found[key].append(Remembered(act, answer, entry_evidence, frozenset(orjson.loads(hashes))))
    return found


def end(hit: int, now: dt.datetime, but: int | None = None) -> list[int]:
    """End what was remembered of the pair of this hit, on whichever flight; the acts whose memory ended.

    To be called when a decision is reopened, or the pair is confirmed: nothing is silent any longer because of it.
    `but` is the act whose own memory stays: the confirmation.
    """
    own = Memory.objects.filter(act__review_id=hit, ended_at=None)
    keys = PairKey.objects.filter(memory__act__review_id=hit).values("key")
    same_pair = Memory.objects.filter(ended_at=None, pairkey__key__in=keys)
    acts = {*own.values_list("act_id", flat=True), *same_pair.values_list("act_id", flat=True)} - {but}
    Memory.objects.filter(act_id__in=acts, ended_at=None).update(ended_at=now)
    return sorted(acts)


def _key() -> bytes:
    """The installation's secret: with another one nothing is known again, and everybody is looked at anew."""
    return str(settings.SECRET_KEY).encode()
