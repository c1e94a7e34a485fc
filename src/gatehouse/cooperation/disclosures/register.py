"""The register read: by redress, which tells recipients; by those who decide; by those who supervise."""

from __future__ import annotations

from collections.abc import Sequence

from gatehouse.cooperation.disclosures.disclosure import Row, State
from gatehouse.cooperation.disclosures.models import Disclosure
from gatehouse.records import Visit, opened
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.redress.disclosures import Disclosed

WAITING = Subject(SubjectClass.HIT, "store:disclosures")
REGISTER = Subject(SubjectClass.LOG, "store:disclosures")
SHOWN_MAX = 1_000


class Register:
    """What redress asks."""

    def about(self, travellers: Sequence[int]) -> list[Disclosed]:
        """What was given of any of these travellers, oldest first. To be called in an opened door."""
        made = Disclosure.objects.filter(traveller__in=list(travellers), state=State.MADE).order_by("pk")
        return [
            Disclosed(reference(one.pk), one.recipient, one.decided_at or one.asked_at, one.reference, tuple(one.parts))
            for one in made
        ]


def reference(number: int) -> str:
    """A disclosure as the log refers to it."""
    return f"disclosure:{number}"


def waiting(visit: Visit) -> list[Row]:
    """What waits for a second person, oldest first. Raises `RefusedError`."""
    with opened(visit, Act.LIST_WAITING, WAITING) as opening:
        found = [row_of(one) for one in Disclosure.objects.filter(state=State.ASKED).order_by("pk")[:SHOWN_MAX]]
        opening.note(Act.LIST_WAITING, WAITING, {"shown": len(found)})
        return found


def listed(visit: Visit, limit: int) -> list[Row]:
    """The register for those who supervise, newest first, with what was asked for and declined. Raises
    `RefusedError`.
    """
    with opened(visit, Act.READ_LOG, REGISTER) as opening:
        found = [row_of(one) for one in Disclosure.objects.order_by("-pk")[: min(limit, SHOWN_MAX)]]
        opening.note(Act.READ_LOG, REGISTER, {"shown": len(found)})
        return found


def row_of(one: Disclosure) -> Row:
    """The disclosure as it is shown."""
    told = (one.recipient, one.subject, tuple(one.parts), one.purpose, one.reference)
    return Row(one.pk, State(one.state), *told, one.asked_by, one.decided_by or "", one.decided_at or one.asked_at)
