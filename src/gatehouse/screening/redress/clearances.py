"""Clearances made, ended and looked up; and the open hits of a cleared pair made silent."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection
from django.utils import timezone

from gatehouse.screening.hits.merging import CLEARED, CLEARED_BY_REDRESS, SILENT
from gatehouse.screening.hits.models import Hit, HitVersion
from gatehouse.screening.redress import clearing, finding
from gatehouse.screening.redress.clearing import Clearance, Clearing, Entries
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.identity import Identity, digest, identity_of, presented
from gatehouse.screening.redress.models import Clearance as ClearanceRow
from gatehouse.screening.redress.models import RedressRequest, RequestPerson
from gatehouse.screening.redress.number import new_number
from gatehouse.screening.redress.store import verified_of
from gatehouse.screening.review.models import Review
from gatehouse.screening.watchlists.entry_json import from_object
from gatehouse.screening.watchlists.models import EntryVersion
from gatehouse.terms.entry import ListEntry
from gatehouse.terms.saying import Saying

ANY_CLEARANCE = "SELECT EXISTS (SELECT 1 FROM redress_clearance WHERE ended_at IS NULL)"
TRIES_MAX = 5


def in_force(entries: Entries) -> Clearing | None:
    """What marks cleared pairs in the flow; None while no clearance is in force, so that nothing is asked then."""
    with connection.cursor() as cursor:
        cursor.execute(ANY_CLEARANCE)
        if not cursor.fetchone()[0]:
            return None
    return Clearing(of_pair, entries, finding.key())


def of_pair(list_name: str, entry_id: str) -> list[Clearance]:
    """The clearances in force of a list entry."""
    rows = ClearanceRow.objects.filter(list=list_name, entry_id=entry_id, ended_at__isnull=True)
    return [_value(row) for row in rows.select_related("request").order_by("id")]


def _value(row: ClearanceRow) -> Clearance:
    identity = Identity(frozenset(row.names), row.birth, frozenset(row.documents))
    case = row.request.case
    return Clearance(case, row.number, row.list, row.entry_id, row.entry_evidence, row.birth_distinguishes, identity)


def clear(request: RedressRequest, person: RequestPerson, hits: Sequence[int]) -> str:
    """Clear the person from the entries of these hits, and make the hits silent; the redress number.

    Raises `RedressError` for a hit that is not of the person, or that rests on a document of the entry, or whose entry
    is not in force: the message names the hit and nobody.
    """
    number = person.number or _fresh_number(person)
    for hit in Hit.objects.filter(id__in=hits).select_for_update().order_by("id"):
        clearance = _made(request, person, hit, number)
        _silence(hit, clearance)
    known = set(Hit.objects.filter(id__in=hits).values_list("id", flat=True))
    if missing := set(hits) - known:
        raise RedressError(
            Saying("there is no hit %(number)s", number=min(missing)), Saying("see `gatehouse redress find`")
        )
    return number


def _made(request: RedressRequest, person: RequestPerson, hit: Hit, number: str) -> Clearance:
    entry = _entry(hit)
    key = finding.key()
    identity = identity_of(verified_of(person), key)
    row = ClearanceRow(
        request=request,
        list=hit.list,
        entry_id=hit.entry_id,
        entry_evidence=clearing.entry_evidence(entry),
        birth_distinguishes=clearing.birth_distinguishes(entry, person.birth_date),
        number=digest("number", number, key),
        names=sorted(identity.names),
        birth=identity.birth,
        documents=sorted(identity.documents),
    )
    statements = finding.statements_of([hit.traveller_id]).get(hit.traveller_id, [])
    if not finding.is_the_person(identity, presented(statements, key)):
        raise RedressError(
            Saying("hit %(number)s is about somebody whose data does not agree with who asks", number=hit.pk),
            Saying("leave it out"),
        )
    if any(reason["feature"] == clearing.DOCUMENT_FEATURE and reason["weight"] > 0 for reason in hit.explanation):
        raise RedressError(
            Saying("hit %(number)s rests on a document of the list entry", number=hit.pk),
            Saying("the list has to be corrected"),
        )
    if not ClearanceRow.objects.filter(request=request, list=hit.list, entry_id=hit.entry_id, ended_at=None).exists():
        row.save()
    return _value(row)


def _silence(hit: Hit, clearance: Clearance) -> None:
    """The hit says that it is silent and why, in a version of its own."""
    why = f"found to be another person; {clearance.case}"
    told = {"feature": CLEARED_BY_REDRESS, "traveller": None, "entry": None, "outcome": CLEARED}
    hit.explanation = [*hit.explanation, {**told, "weight": 0.0, "how": why}]
    hit.state, hit.version = SILENT, hit.version + 1
    hit.save(update_fields=["explanation", "state", "version", "updated_at"])
    Review.objects.filter(hit=hit).update(waiting=False)
    HitVersion.objects.create(
        hit=hit,
        version=hit.version,
        state=hit.state,
        score=hit.score,
        explanation=hit.explanation,
        engine=hit.engine,
        list_version_id=hit.list_version_id,
        message_id=hit.last_message_id,
        threshold=hit.threshold,
        left_out=hit.left_out,
    )


def end(request: RedressRequest, by: str) -> int:
    """End the clearances of a request; how many. The next statement about the person makes hits again."""
    standing = ClearanceRow.objects.filter(request=request, ended_at__isnull=True)
    return standing.update(ended_at=timezone.now(), ended_by=by)


def _entry(hit: Hit) -> ListEntry:
    current = EntryVersion.objects.filter(
        watchlist__name=hit.list, entry_id=hit.entry_id, last_version__isnull=True
    ).first()
    if current is None:
        raise RedressError(
            Saying("the entry of hit %(number)s is on its list no more", number=hit.pk),
            Saying("there is nobody to be told apart from"),
        )
    return from_object(current.payload)


def _fresh_number(person: RequestPerson) -> str:
    for _ in range(TRIES_MAX):
        number = new_number()
        if not RequestPerson.objects.filter(number=number).exists():
            person.number = number
            person.save(update_fields=["number"])
            return number
    raise RedressError(Saying("no unused redress number was drawn"), Saying("try again"))
