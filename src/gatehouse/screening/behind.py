"""How far stored travellers are behind the lists: who has still to be screened with a newer version. Counts only."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Count, Max, Sum

from gatehouse.screening.intake.models import StoredMessage
from gatehouse.screening.watchlists.models import ListVersion


class Behind(NamedTuple):
    """Messages screened with an older state of the lists, and how many travellers they told of."""

    messages: int
    travellers: int


def newest_state() -> int:
    """The newest version of all lists; 0 without lists."""
    return ListVersion.objects.aggregate(newest=Max("id"))["newest"] or 0


def behind() -> Behind:
    """What a rescreening (`rescreening.rescreen`) has still to do now."""
    waits = StoredMessage.objects.filter(list_state__lt=newest_state())
    found = waits.aggregate(messages=Count("id"), travellers=Sum("travellers"))
    return Behind(found["messages"], found["travellers"] or 0)
