"""Where one can go: the places of the workbench, of which a sitting sees those whose door is open to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.urls import NoReverseMatch, ResolverMatch, resolve, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.safeguards.decision import Allow
from gatehouse.web.door import Door, ask_at, door_of
from gatehouse.web.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Place:
    """A page that the navigation leads to: the name of its URL, its label, and its group."""

    url_name: str
    label: str | Promise
    group: str | Promise


WORK, WATCH, RUN, ASSESS = _("Work"), _("Watch over"), _("Run"), _("Assess")

PLACES = (
    Place("home", _("Start"), ""),
    Place("overview", _("Overview"), WATCH),
    Place("oversight", _("Oversight"), WATCH),
    Place("law", _("The law in force"), WATCH),
    Place("hits", _("Hits"), WORK),
    Place("lists", _("Lists"), WORK),
    Place("search", _("Search"), WORK),
    Place("border", _("Border check"), WORK),
    Place("waiting", _("At the border"), WORK),
    Place("flights", _("Flights"), WORK),
    Place("redress", _("Redress"), WORK),
    Place("unmasking", _("Unmasking"), WORK),
    Place("unmasking-decide", _("Unmasking to decide"), WORK),
    Place("inbox", _("Messages"), RUN),
    Place("accounts", _("Accounts"), RUN),
    Place("assessment", _("States"), ASSESS),
    Place("visits", _("Visits"), ASSESS),
    Place("recommendations", _("Recommendations"), ASSESS),
    Place("assistance", _("Help"), ASSESS),
    Place("obligations", _("Obligations"), ASSESS),
)
"""In the order in which they are shown. One line for each new page."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A place in the navigation of one request."""

    url: str
    label: str | Promise
    is_here: bool


def places_for(sitting: Sitting, match: ResolverMatch | None) -> list[tuple[str | Promise, list[Shown]]]:
    """The groups of places that this sitting may open, each with its places."""
    groups: dict[str | Promise, list[Shown]] = {}
    for place in PLACES:
        url = _url(place)
        if url and is_open(sitting, url):
            here = match is not None and _leads(place.url_name, match.url_name or "")
            groups.setdefault(place.group, []).append(Shown(url, place.label, here))
    return list(groups.items())


def is_open(sitting: Sitting, url: str) -> bool:
    """Whether the page at this URL lets the sitting in, as far as the class of its subject tells."""
    door = _door_at(url)
    if door is None:
        return False
    if door.act is None or door.kind is None:
        return True
    return isinstance(ask_at(sitting, door), Allow)


@lru_cache(maxsize=256)
def _door_at(url: str) -> Door | None:
    # Every page asks this of every place; to find the view takes longer than to ask the kernel.
    return door_of(resolve(url).func)


def _leads(place: str, page: str) -> bool:
    """Whether the page lies under the place: its name, or its name and more; a place of its own lies under none."""
    return page == place or (page.split("-")[0] == place and not any(one.url_name == page for one in PLACES))


def _url(place: Place) -> str | None:
    try:
        return reverse(place.url_name)
    except NoReverseMatch:
        return None
