"""The door of a page: which act to which subject it is, for which purposes, asked of the kernel before it is made.

A view says it with one decorator, `page`, `own` or `public`; a URL whose view says nothing is refused by a test. A page
about one record states the recorded facts of it with `facts`, or asks again with `ask` once it knows them.

Trust: whoever writes a view states what it does. The golden file `tests/golden/pages.txt` shows what each one states,
and who may come in, to whoever reviews it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Protocol, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.utils import timezone

from gatehouse.safeguards.decision import Decision, NeedsSecondPerson, Refuse, Subject
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.vocabulary import MATERIAL, Act, PurposeClass, SubjectClass, Topic
from gatehouse.web.law import law
from gatehouse.web.sitting import SeatedRequest, Sitting

READING = ("GET", "HEAD")
FORM = ("GET", "HEAD", "POST")
ACTING = ("POST",)

OTHER_PURPOSE = "page-of-another-purpose"
"""The rule cited where a page is not for the purpose in force."""

PAGES = "store:pages"
"""What the log names where a page was asked for and no record yet."""

ANOTHER = "account:another"
"""Stands for whoever asked for what is to be decided, as long as no one thing is looked at."""

IN_THE_FORM = "in the form"
"""Stands for the reason that a form asks for, before it is read."""

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Door:
    """What a view states. Without an act it is `open_to` everybody, or to whoever signed in, for the reason in `why`.

    A view that `begins` an act keeps it until a second person has looked; one that `decides` is about what another
    person asked for. One that is `reasoned` has the reason that the kernel wants in its own form: whoever sends none
    gets the form back, and what does the act asks the kernel again, with the reason.
    """

    methods: tuple[str, ...]
    act: Act | None = None
    kind: SubjectClass | None = None
    purposes: frozenset[PurposeClass] = frozenset()
    begins: bool = False
    decides: bool = False
    reasoned: bool = False
    open_to: str = ""
    why: str = ""


class WithDoor(Protocol):
    """A view that says what it is."""

    door: Door

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """The page."""


class PageRefusedError(PermissionDenied):
    """The kernel said no, or not alone. `decision` is its answer; the refusal page shows it."""

    def __init__(self, decision: Refuse | NeedsSecondPerson) -> None:
        super().__init__(decision.reason)
        self.decision = decision


class SignInNeededError(PermissionDenied):
    """Nobody sits here yet."""


Facts = Callable[..., Subject]


def page(
    act: Act,
    kind: SubjectClass,
    *purposes: PurposeClass,
    methods: tuple[str, ...] = READING,
    facts: Facts | None = None,
    begins: bool = False,
    reasoned: bool = False,
) -> Callable[[View], WithDoor]:
    """Let a view be reached by whoever the kernel allows this act, for one of these purposes (none named: for any).

    `facts(request, **kwargs)` gives the subject of one record; without it the kernel is asked of the class, as of a
    record of nobody's yet. A view that only `begins` an act, and has a second person finish it, is also reached by
    whom the kernel allows it together with one; whoever finishes it asks the kernel again. `reasoned`: its form asks
    for the reason.
    """
    return _asking(Door(methods, act, kind, frozenset(purposes), begins, reasoned=reasoned), facts)


def decides(
    act: Act,
    kind: SubjectClass,
    *purposes: PurposeClass,
    methods: tuple[str, ...] = READING,
    facts: Facts | None = None,
    begins: bool = False,
    reasoned: bool = False,
) -> Callable[[View], WithDoor]:
    """Let a view be reached by whoever the kernel allows this act on what somebody else asked for.

    Who it was is not known before one thing is looked at: whoever decides it asks the kernel again, of that one. The
    rest is as of `page`.
    """
    return _asking(Door(methods, act, kind, frozenset(purposes), begins, decides=True, reasoned=reasoned), facts)


def _asking(door: Door, facts: Facts | None) -> Callable[[View], WithDoor]:
    def decorated(view: View) -> WithDoor:
        def through(request: SeatedRequest, **kwargs: object) -> HttpResponseBase:
            answer = ask_at(seated(request), door, facts(request, **kwargs) if facts else None)
            if isinstance(answer, Refuse) or (isinstance(answer, NeedsSecondPerson) and not door.begins):
                raise PageRefusedError(answer)
            return view(request, **kwargs)

        return _behind(door, view, through)

    return decorated


def of_the_class(sitting: Sitting, kind: SubjectClass) -> Subject:
    """What a page without one record is asked with. A page of States' material lists pieces of which each is asked
    of again; the page itself is open to whoever could see one, so that every recorded fact speaks for them.
    """
    if kind not in MATERIAL:
        return Subject(kind, PAGES)
    actor = sitting.actor
    team = frozenset({actor.id})
    return Subject(
        kind, PAGES, state=actor.state, team=team, with_the_state=True, adopted=True, shareable=True, published=True
    )


def ask_at(sitting: Sitting, door: Door, subject: Subject | None = None) -> Decision:
    """The kernel's answer at a door that has an act: of this subject, or of the class, as of a record of nobody's."""
    assert door.act is not None and door.kind is not None, "a door without an act asks nobody"  # noqa: PT018, S101
    if door.reasoned:
        sitting = replace(sitting, reference=sitting.reference or IN_THE_FORM)
    return ask(sitting, door.act, subject or of_the_class(sitting, door.kind), door.purposes, another=door.decides)


def own(why: str, methods: tuple[str, ...] = READING) -> Callable[[View], WithDoor]:
    """Let a view be reached by whoever signed in: it shows nothing but what is theirs. `why` is for the reviewer."""
    door = Door(methods, open_to="whoever signed in", why=why)

    def decorated(view: View) -> WithDoor:
        def through(request: HttpRequest, **kwargs: object) -> HttpResponseBase:
            if not request.user.is_authenticated:
                raise SignInNeededError
            return view(request, **kwargs)

        return _behind(door, view, through)

    return decorated


def public(why: str, methods: tuple[str, ...] = READING) -> Callable[[View], WithDoor]:
    """Let a view be reached by everybody. `why` is for the reviewer."""
    door = Door(methods, open_to="everybody", why=why)

    def decorated(view: View) -> WithDoor:
        return _behind(door, view, view)

    return decorated


def _behind(door: Door, view: View, through: View) -> WithDoor:
    @wraps(view)
    def answered(request: HttpRequest, **kwargs: object) -> HttpResponseBase:
        if request.method not in door.methods:
            return HttpResponseNotAllowed(door.methods)
        return through(request, **kwargs)

    named = cast(WithDoor, answered)
    named.door = door
    return named


def seated(request: HttpRequest) -> Sitting:
    """Who sits there. SignInNeededError where nobody does."""
    sitting: Sitting | None = getattr(request, "sitting", None)
    if sitting is None:
        raise SignInNeededError
    return sitting


def ask(
    sitting: Sitting,
    act: Act,
    subject: Subject,
    purposes: frozenset[PurposeClass] = frozenset(),
    *,
    another: bool = False,
) -> Decision:
    """The kernel's answer to this sitting. Nobody's data is opened by it: that is for `records.opened`.

    `another`: the question is of something that another person asked for.
    """
    visit = sitting.visit(requester=ANOTHER) if another else sitting.visit()
    answer = may(visit.actor, act, subject, visit.purpose, visit.context(timezone.now()))
    fits = not purposes or (sitting.purpose is not None and sitting.purpose.kind in purposes)
    if fits or isinstance(answer, Refuse):
        return answer
    cited = law().profile.provisions[Topic.PURPOSE_LIMITATION]
    return Refuse(answer.asked, OTHER_PURPOSE, "this page serves another purpose than the one you work for", cited)


def door_of(view: object) -> Door | None:
    """What a view states; None where it says nothing."""
    found = getattr(view, "door", None)
    return found if isinstance(found, Door) else None
