"""Where one can go: the places of the workbench, of which a sitting sees those whose door is open to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlencode

from django.urls import NoReverseMatch, ResolverMatch, resolve, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.safeguards.decision import Allow, NeedsSecondPerson
from gatehouse.web.door import Door, ask_at, door_of
from gatehouse.web.sitting import Sitting
from gatehouse.web.ways import SUPPOSED


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
    Place("carriers", _("Carriers"), WATCH),
    Place("oversight", _("Oversight"), WATCH),
    Place("law", _("The law in force"), WATCH),
    Place("hits", _("Hits"), WORK),
    Place("lists", _("Lists"), WORK),
    Place("criteria", _("Criteria"), WORK),
    Place("search", _("Search"), WORK),
    Place("border", _("Border check"), WORK),
    Place("waiting", _("At the border"), WORK),
    Place("flights", _("Flights"), WORK),
    Place("redress", _("Redress"), WORK),
    Place("holds", _("Holds"), WORK),
    Place("cases", _("Cases"), WORK),
    Place("disclosures", _("Disclosures"), WORK),
    Place("unmasking", _("Unmasking"), WORK),
    Place("unmasking-decide", _("Unmasking to decide"), WORK),
    Place("inbox", _("Messages"), RUN),
    Place("jobs", _("Jobs"), RUN),
    Place("accounts", _("Accounts"), RUN),
    Place("assessment", _("States"), ASSESS),
    Place("assessment-waiting", _("What waits for you"), ASSESS),
    Place("visits", _("Visits"), ASSESS),
    Place("recommendations", _("Recommendations"), ASSESS),
    Place("assessment-search", _("Search in material"), ASSESS),
    Place("assistance", _("Help"), ASSESS),
    Place("assessment-reports", _("Reports"), ASSESS),
    Place("obligations", _("Obligations"), ASSESS),
)
"""In the order in which they are shown in their group. One line for each new page."""
GROUPS = ("", WORK, WATCH, RUN, ASSESS)
"""In the order in which they are shown."""
SAYS: dict[str, str | Promise] = {
    "overview": _("Counts and times, without persons"),
    "oversight": _("Who did what with whose data, and the proofs"),
    "law": _("What may be done here, and under which provision"),
    "carriers": _("How good each carrier's messages are, over time"),
    "criteria": _("Written rules: tried, approved, retired"),
    "hits": _("What needs a decision, and before which departure"),
    "lists": _("Sources, versions and entries, and what changed"),
    "search": _("A traveller by name, document, booking or flight"),
    "border": _("One question at the border, one answer"),
    "waiting": _("Checks of which the border waits for an answer"),
    "flights": _("The day's flights, and the messages that are due"),
    "redress": _("People who asked about their own data"),
    "unmasking": _("See again what was masked, for a named case"),
    "unmasking-decide": _("Requests to see masked data"),
    "holds": _("Whose data a named case keeps beyond the clocks"),
    "cases": _("What was made of confirmed hits"),
    "disclosures": _("What is given to other authorities, by two"),
    "jobs": _("What the machine has to do, and what it gave up"),
    "assessment-search": _("Words in answers, findings, evidence and visits"),
    "inbox": _("Files that came in, and what became of them"),
    "accounts": _("Who may come in, and in which roles"),
    "assessment": _("Where each State's assessment stands"),
    "visits": _("Which States are visited, and why those"),
    "recommendations": _("What was recommended, and its twelve months"),
    "assessment-reports": _("Freeze, adopt, share and publish what was found"),
    "assistance": _("Needs, offers and projects side by side"),
    "obligations": _("What the resolutions ask, and what answers it"),
}
"""What each place is for, in one line."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A place in the navigation of one request."""

    url: str
    label: str | Promise
    is_here: bool
    says: str | Promise = ""
    wants_reference: bool = False


def places_for(sitting: Sitting, match: ResolverMatch | None) -> list[tuple[str | Promise, list[Shown]]]:
    """The groups of places that this sitting may open, each with its places.

    A place that only wants a reference is shown as well, and leads to where one is stated: nobody has to know of it.
    """
    groups: dict[str | Promise, list[Shown]] = {group: [] for group in GROUPS}
    with_reference = sitting if sitting.reference else replace(sitting, reference=SUPPOSED)
    for place in PLACES:
        url = _url(place)
        if not url or not is_open(with_reference, url):
            continue
        wants = with_reference is not sitting and not is_open(sitting, url)
        here = match is not None and place.url_name == _place_of(match.url_name or "")
        to = f"{reverse('sitting')}?{urlencode({'next': url})}" if wants else url
        groups.setdefault(place.group, []).append(Shown(to, place.label, here, SAYS.get(place.url_name, ""), wants))
    return [(group, shown) for group, shown in groups.items() if shown]


def is_open(sitting: Sitting, url: str) -> bool:
    """Whether the page at this URL lets the sitting in, as far as the class of its subject tells."""
    door = _door_at(url)
    if door is None:
        return False
    if door.act is None or door.kind is None:
        return True
    answer = ask_at(sitting, door)
    return isinstance(answer, Allow) or (door.begins and isinstance(answer, NeedsSecondPerson))


@lru_cache(maxsize=256)
def _door_at(url: str) -> Door | None:
    # Every page asks this of every place; to find the view takes longer than to ask the kernel.
    return door_of(resolve(url).func)


@lru_cache(maxsize=512)
def _place_of(page: str) -> str:
    """The place that a page lies under: that of its name, or of the longest beginning of it, also as one of many
    (`visit` under `visits`, `assessment-report-page` under `assessment-reports`); none under no place.
    """
    fits = [one.url_name for one in PLACES if page == one.url_name or _begins(page, one.url_name)]
    return max(fits, key=len, default="")


def _begins(page: str, place: str) -> bool:
    return any(page == one or page.startswith(f"{one}-") for one in (place, place.removesuffix("s")))


def _url(place: Place) -> str | None:
    try:
        return reverse(place.url_name)
    except NoReverseMatch:
        return None
