"""Views of the queue that somebody named, to come back to."""

from __future__ import annotations

from django.db import transaction

from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.models import SavedView
from gatehouse.screening.review.wanted import Wanted
from gatehouse.terms.saying import Saying

VIEWS_MAX = 30
"""Views that one person may have."""
NAME_CHARS_MAX = 40


def views_of(owner: str) -> list[tuple[str, str]]:
    """Name and query of each view of somebody (`account:12`), by name."""
    return list(SavedView.objects.filter(owner=owner).order_by("name").values_list("name", "query"))


def save(owner: str, name: str, wanted: Wanted) -> None:
    """Keep a view from its first page; one of the same name is replaced. ReviewError for too many, and a bad name."""
    name = " ".join(name.split())
    if not name or len(name) > NAME_CHARS_MAX or not name.isprintable():
        raise ReviewError(
            Saying("a view needs a name"),
            Saying("write 1 to %(most)s characters", most=NAME_CHARS_MAX),
        )
    with transaction.atomic():
        others = SavedView.objects.filter(owner=owner).exclude(name=name).count()
        if others >= VIEWS_MAX:
            raise ReviewError(
                Saying("%(most)s views are kept already", most=VIEWS_MAX), Saying("forget one of them first")
            )
        query = wanted.first_page().query()
        SavedView.objects.update_or_create(owner=owner, name=name, defaults={"query": query})


def forget(owner: str, name: str) -> None:
    """Forget a view; one that is not there is forgotten already."""
    SavedView.objects.filter(owner=owner, name=name).delete()
