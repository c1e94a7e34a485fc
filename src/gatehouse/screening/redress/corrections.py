"""A wrong statement put right in every copy that is worked with, and what stood on it weighed anew.

Every statement about the traveller is corrected, the superseded ones too, and so is what is shown of them; hits are
weighed with what is now known; the names kept ready for changed lists are made anew. Of a masked traveller what lies in
the vault is corrected. What the carrier sent stays as it was sent, sealed until its day: the correction is noted on the
request beside it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import orjson
from django.conf import settings
from django.db import connection

from gatehouse.records import Visit, subject
from gatehouse.retention import vault
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.held_travellers import HeldTravellers
from gatehouse.screening.hits import store as hits
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.redress import clearances, finding, states, telling
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.masked import RECORD, is_masked_person
from gatehouse.screening.redress.store import person_of, reference, stepping, verified_of
from gatehouse.screening.travellers.models import Traveller
from gatehouse.screening.watchlists.entry_json import from_object
from gatehouse.screening.watchlists.models import EntryVersion
from gatehouse.screening.weighing import Scales, Told
from gatehouse.terms.dates import is_partial_date
from gatehouse.terms.saying import Saying

FIELDS = ("surname", "given_names", "birth_date", "sex", "nationalities")
"""What can be corrected."""
VALUE_MAX = 200
SHOWN = "travellers.Traveller"
"""The table of what is shown of a traveller."""
PUT_RIGHT = """
UPDATE travellers_travellerrecord SET payload = jsonb_set(payload, %s, %s::jsonb) WHERE traveller_id = %s
"""
LATEST = """
SELECT DISTINCT ON (source) leg_id, source, message_id FROM travellers_travellerrecord
WHERE traveller_id = %s AND NOT superseded ORDER BY source, id DESC LIMIT 1
"""


def correct(visit: Visit, case: str, traveller: int, field: str, value: str) -> int:
    """Put a field of a traveller right; how many of their hits stand no more. Raises `RedressError`, `RefusedError`."""
    _check(field, value)
    with stepping(visit, case, Act.CORRECT, states.CORRECTED) as step:
        ref = f"traveller:{traveller}"
        verified = verified_of(person_of(step.request))
        is_masked = traveller not in finding.travellers_of(verified).ids
        if is_masked and not is_masked_person(verified, traveller):
            raise RedressError(
                Saying("%(ref)s is not found to be the person who asks", ref=ref),
                Saying("see `gatehouse redress find`"),
            )
        step.details.update({"traveller": ref, "field": field})
        # Who asks was proved to this request, and the traveller is found to be that person.
        facts = replace(subject(SubjectClass.TRAVELLER, ref), identity_checked=bool(step.request.proved_by))
        step.opening.also(Act.CORRECT, facts, {"request": reference(step.request.id)})
        telling.tell_recipients(step.request, [traveller], telling.Told("corrected", {field: value}))
        if is_masked:
            _put_right_in_vault(traveller, field, value)
        else:
            _put_right(traveller, field, value)
        fallen = 0 if is_masked else _weigh_anew(traveller)
    forget_names()
    return fallen


def _put_right_in_vault(traveller: int, field: str, value: str) -> None:
    def change(model: str, cells: dict[str, Any]) -> dict[str, object]:
        if model == RECORD and isinstance(cells.get("payload"), dict):
            return {**cells, "payload": {**cells["payload"], field: _as_stored(field, value)}}
        return {**cells, field: value} if model == SHOWN and field in cells else cells

    vault.rewrite("traveller", traveller, change)


def _as_stored(field: str, value: str) -> str | list[str]:
    return value.split() if field == "nationalities" else value


def _put_right(traveller: int, field: str, value: str) -> None:
    said = orjson.dumps(_as_stored(field, value)).decode()
    with connection.cursor() as cursor:
        cursor.execute(PUT_RIGHT, [[field], said, traveller])
    if field in ("surname", "given_names", "birth_date"):
        Traveller.objects.filter(id=traveller).update(**{field: value})


def _weigh_anew(traveller: int) -> int:
    """Weigh the traveller's hits with what is now known; how many are weakened by it."""
    held = Hit.objects.filter(traveller_id=traveller)
    pairs = {(hit.list, hit.entry_id) for hit in held}
    current = EntryVersion.objects.filter(last_version__isnull=True, entry_id__in=[entry for _, entry in pairs])
    entries = {
        (one.watchlist.name, one.entry_id): from_object(one.payload) for one in current.select_related("watchlist")
    }
    with connection.cursor() as cursor:
        cursor.execute(LATEST, [traveller])
        row = cursor.fetchone()
    if row is None or not pairs:
        return 0
    before = held.filter(state=Hit.State.OPEN).count()
    said = finding.statements_of([traveller])
    scales = Scales(lambda one: said.get(one, []), entries, clear=clearances.in_force(entries))
    versions = {name: version for name, version in held.values_list("list", "list_version_id") if version}
    hits.record([], {traveller: Told(*row)}, scales, versions)
    return before - held.filter(state=Hit.State.OPEN).count()


def forget_names() -> None:
    """Erase the names kept ready; the next use reads them anew from what is stored."""
    folder = getattr(settings, "HELD_FOLDER", None)
    if folder:
        HeldTravellers(folder).forget()


def _check(field: str, value: str) -> None:
    if field not in FIELDS:
        raise RedressError(
            Saying("that field is not corrected here"), Saying("take one of %(offered)s", offered=", ".join(FIELDS))
        )
    if not value.strip() or len(value) > VALUE_MAX or "\x00" in value:
        raise RedressError(Saying("a value has 1 to %(most)s characters", most=VALUE_MAX), Saying("give what is right"))
    if field == "birth_date" and not is_partial_date(value):
        raise RedressError(Saying("a birth date is written 1976-05-17"), Saying("give what is right"))
    if field == "sex" and value not in ("F", "M", "X"):
        raise RedressError(Saying("sex is F, M or X, as travel documents have it"), Saying("give what is right"))
