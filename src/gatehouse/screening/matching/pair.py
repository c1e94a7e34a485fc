"""One traveller beside one list entry: the whole score and the whole explanation."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from gatehouse.names.name import Name, may_be_one, read_name, read_names
from gatehouse.screening.matching.alignment import Beside, beside
from gatehouse.screening.matching.birth import birth_reason
from gatehouse.screening.matching.circumstances import birth_place_reason, nationality_reason, sex_reason
from gatehouse.screening.matching.contacts import contact_reason
from gatehouse.screening.matching.documents import document_reason
from gatehouse.screening.matching.name_evidence import (
    NameEvidence,
    beside_log_odds,
    evidence_of,
    name_reasons,
    name_weights_of,
    remark_reason,
)
from gatehouse.screening.matching.population import about, is_long, left_of, population_reason
from gatehouse.screening.matching.weights import knowledge_hash, logistic, weights
from gatehouse.terms.candidate import Candidate, Reason, Subject
from gatehouse.terms.entry import Handling, ListedName, ListEntry, NameQuality

ENGINE = f"names-5+{knowledge_hash()[:8]}"
"""The version of the method, and the first digits of the hash of its weights; kept with every candidate."""
THRESHOLD: float = weights()["operating"]["threshold"]
"""The operating threshold: candidates at or above it become hits. docs/matching.md gives its measured evidence."""
LISTED_NAMES_MAX = 5_000
"""Names of an entry that are looked at; of an entry with more the reasons say that it was cut."""
COMPARED_NAMES_MAX = 100
"""Names of an entry that are compared in full; of more, those that share most with the traveller's in letters."""


def engine_for(population: int) -> str:
    """The engine of scores on a list of so many entries: where the length counts, it is named as well."""
    return f"{ENGINE}/{about(population)}" if is_long(population) else ENGINE


class BestNames(NamedTuple):
    """The pair of names that speaks most for one person, and how many of the entry's names were not looked at."""

    evidence: NameEvidence
    listed: ListedName
    ignored: int


def _alias_weight(name: ListedName) -> float:
    return weights()["name"]["weak_alias"] if name.quality is NameQuality.WEAK else 0.0


@lru_cache(maxsize=1 << 14)
def _pieces(name: Name) -> frozenset[str]:
    """Pairs of neighbouring consonants of the whole name: alike whatever the script, and glued or not."""
    letters = "".join(token.bones for token in name.tokens)
    return frozenset(map("".join, pairwise(letters))) | {token.fold for token in name.tokens}


def _share(ours: Name, theirs: Name) -> float:
    one, other = _pieces(ours), _pieces(theirs)
    return len(one & other) / (len(one) + len(other) or 1)


def _worth_comparing(ours: list[Name], names: tuple[ListedName, ...]) -> list[tuple[Name, ListedName]]:
    """Every reading of the names; of very many, the COMPARED_NAMES_MAX that share most pieces with the traveller's."""
    read = [(theirs, listed) for listed in names[:LISTED_NAMES_MAX] for theirs in read_names(listed.full)]
    read = [pair for pair in read if pair[0].tokens]
    if len(read) <= COMPARED_NAMES_MAX:
        return read
    # Stable, so that among equals the list's own order decides.
    return sorted(read, key=lambda pair: -max(_share(one, pair[0]) for one in ours))[:COMPARED_NAMES_MAX]


def _best(subject: Subject, names: tuple[ListedName, ...]) -> tuple[Beside, ListedName] | None:
    """The pair of names, in any reading, that speaks most for one person; `None` when a side has no readable name."""
    ours = [name for raw in subject.names for name in read_names(raw) if name.tokens]
    theirs = _worth_comparing(ours, names) if ours else []
    if len(ours) == len(theirs) == 1:
        # Nothing to choose from, and so nothing to weigh for choosing.
        return beside(ours[0], theirs[0][0]), theirs[0][1]
    best: tuple[float, Beside, ListedName] | None = None
    for one in ours:
        for other, listed in theirs:
            if not may_be_one(one, other):
                continue
            pair = beside(one, other)
            # A weak alias must not hide a primary name that fits nearly as well.
            strength = beside_log_odds(pair) + _alias_weight(listed)
            if best is None or strength > best[0]:
                best = (strength, pair, listed)
    return best[1:] if best else None


def best_names(subject: Subject, names: tuple[ListedName, ...]) -> BestNames | None:
    """The pair of names, in any reading, that speaks most for one person; `None` when a side has no readable name."""
    found = _best(subject, names)
    if found is None:
        return None
    return BestNames(evidence_of(found[0]), found[1], max(0, len(names) - LISTED_NAMES_MAX))


def _name_part(subject: Subject, entry: ListEntry, names: tuple[ListedName, ...]) -> list[Reason]:
    found = best_names(subject, names)
    if found is None:
        table = weights()["name"]
        start = table["starting_point"] + table["nothing"]
        return [Reason("name", None, entry.primary_name, "missing", start, "no readable name on both sides")]
    reasons = name_reasons(found.evidence)
    # Of all the traveller's names, because one in disguise counts even where another was compared.
    remark = remark_reason([*map(read_name, subject.names), found.evidence.left], found.evidence.right)
    if remark:
        reasons.append(remark)
    if _alias_weight(found.listed):
        reasons.append(
            Reason("alias-quality", None, found.listed.full, "weak", _alias_weight(found.listed), "weak alias")
        )
    if found.ignored:
        told = f"{found.ignored} names of the entry beyond {LISTED_NAMES_MAX} were not looked at"
        reasons.append(Reason("names-ignored", None, str(found.ignored), "cut", 0.0, told))
    return reasons


def reasons_for(subject: Subject, entry: ListEntry, names: tuple[ListedName, ...], population: int = 0) -> list[Reason]:
    """Every reason for and against, comparing the entry's given `names` only; its list has `population` entries."""
    found: list[Reason | None] = [
        document_reason(subject.documents, entry.documents),
        contact_reason(subject.contacts, entry.contacts),
        *_name_part(subject, entry, names),
        *_beside_names(subject, entry),
    ]
    reasons = [reason for reason in found if reason is not None]
    length = population_reason(reasons, population)
    return [*reasons, length] if length else reasons


def _beside_names(subject: Subject, entry: ListEntry) -> tuple[Reason | None, ...]:
    return (
        birth_reason(subject.birth_date, entry.birth_dates),
        sex_reason(subject, entry),
        nationality_reason(subject, entry),
        birth_place_reason(subject, entry),
    )


def weight_by_name(subject: Subject, entry: ListEntry, name: float, population: int) -> float:
    """The log-odds of an entry found by its name alone, given those of the name."""
    birth, *others = _beside_names(subject, entry)
    return left_of(name, birth, sum(reason.weight for reason in others if reason), population)


def weight_for(subject: Subject, entry: ListEntry, names: tuple[ListedName, ...], population: int = 0) -> float:
    """The sum of the weights of `reasons_for`, to the last digit, most often without a word of the reasons."""
    if is_long(population):
        return sum(reason.weight for reason in reasons_for(subject, entry, names, population))
    found = _best(subject, names)
    if found is None:
        named = [reason.weight for reason in _name_part(subject, entry, names)]
    else:
        named = [*name_weights_of(found[0]), _alias_weight(found[1])]
    document = document_reason(subject.documents, entry.documents)
    contact = contact_reason(subject.contacts, entry.contacts)
    others = _beside_names(subject, entry)
    # In the order of `reasons_for`: another order could differ in the last digit.
    first = [reason.weight for reason in (document, contact) if reason]
    return sum([*first, *named, *(reason.weight for reason in others if reason)])


def _withheld(entry: ListEntry, reasons: list[Reason]) -> Reason | None:
    """The entry's own handling instruction, when the evidence is not of the kind it asks for."""
    outcomes = {reason.feature: reason.outcome for reason in reasons}
    # A look-alike number is not enough here: such entries are listed by documents because their names mislead.
    by_document = outcomes.get("document") in ("same", "number")
    if entry.handling is Handling.DOCUMENT_ONLY and not by_document:
        return Reason("handling", None, entry.handling, "withheld", 0.0, "the entry is matched by document only")
    if entry.handling is Handling.EXACT_NAME and not by_document and outcomes.get("name") != "same":
        return Reason("handling", None, entry.handling, "withheld", 0.0, "the entry is matched by exact name only")
    return None


def candidate_of(entry: ListEntry, reasons: list[Reason], threshold: float, population: int = 0) -> Candidate:
    """The candidate that these reasons make. A withheld one keeps its score and stays below the threshold."""
    # The sum of what is shown, and of nothing else: whoever adds up the reasons gets the score.
    score = logistic(sum(reason.weight for reason in reasons))
    withheld = _withheld(entry, reasons)
    shown = [*reasons, withheld] if withheld else reasons
    return Candidate(
        list=entry.list,
        entry_id=entry.entry_id,
        entry_name=entry.primary_name,
        score=score,
        above_threshold=score >= threshold and withheld is None,
        explanation=tuple(sorted(shown, key=lambda reason: -abs(reason.weight))),
        engine=engine_for(population),
        threshold=threshold,
    )


def compare(left: Subject, entry: ListEntry, threshold: float = THRESHOLD, population: int = 0) -> Candidate:
    """One traveller and one entry, every name against every name, always with a candidate and its explanation.

    `population` is how many entries the list has; without it the list is taken to be of usual length.

    Refuses nothing: without any readable name or document the score says how little is known.
    """
    return candidate_of(entry, reasons_for(left, entry, entry.names, population), threshold, population)
