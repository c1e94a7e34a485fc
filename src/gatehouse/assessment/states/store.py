"""States and cycles, added and read. Nothing is renamed or removed: what refers to them must stay true."""

from __future__ import annotations

import datetime as dt
import re

from django.db import IntegrityError

from gatehouse.assessment.acting import acting
from gatehouse.assessment.states.cycle_states import CycleState, after
from gatehouse.assessment.states.errors import StatesError
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.states.state_code import Names, checked_code, usual_names
from gatehouse.safeguards.decision import Actor
from gatehouse.terms.saying import Saying

NAME_CHARS_MAX = 80
REGION = re.compile(r"[a-z][a-z0-9-]{0,47}", re.ASCII)


def add_state(actor: Actor, code: str, region: str, names: Names | None = None) -> State:
    """Put a State under assessment; its usual names unless others are given. The same one again changes nothing.

    Raises `StatesError` for a code that is none, a fictitious State without names, and one that is known otherwise.
    """
    if not REGION.fullmatch(region):
        raise StatesError(Saying("a region has a short code of small letters, such as `eastern-africa`"))
    names = names or usual_names(checked_code(code))
    if names is None:
        raise StatesError(
            Saying("%(code)s is no State of ISO 3166-1; give its names in English and Chinese", code=code)
        )
    wanted = {"name_en": names.en, "name_zh": names.zh, "region": region}
    with acting(actor, "state.added", f"state:{checked_code(code)}") as acted:
        state, made = State.objects.get_or_create(code=code, defaults=wanted)
        acted.silent = not made
    if not made and any(getattr(state, field) != value for field, value in wanted.items()):
        raise StatesError(
            Saying("%(code)s is known with other names or in another region; nothing was changed", code=code)
        )
    return state


def add_cycle(actor: Actor, name: str, begins: dt.date, ends: dt.date) -> Cycle:
    """Plan a cycle. Raises `StatesError` for an empty, long or used name, and for an end before the beginning."""
    if not name.strip() or len(name) > NAME_CHARS_MAX:
        raise StatesError(
            Saying("a cycle has a name of at most %(most)s characters, such as its years", most=NAME_CHARS_MAX)
        )
    if ends < begins:
        raise StatesError(Saying("a cycle ends on the day it begins or later"))
    try:
        with acting(actor, "cycle.planned", "store:assessment") as acted:
            cycle = Cycle.objects.create(name=name, begins=begins, ends=ends)
            acted.subject = f"cycle:{cycle.pk}"
    except IntegrityError:
        raise StatesError(Saying("a cycle of this name is there already; give another name")) from None
    return cycle


def move_cycle(actor: Actor, cycle: Cycle, event: str) -> Cycle:
    """Open or close a cycle. Raises `StatesError` where its state has no such arrow."""
    with acting(actor, "cycle.moved", f"cycle:{cycle.pk}"):
        locked = Cycle.objects.select_for_update().get(pk=cycle.pk)
        locked.state = after(CycleState(locked.state), event).value
        locked.save(update_fields=["state"])
    return locked


def state_of(code: str) -> State:
    """The State of this code. Raises `StatesError` for one that is not assessed here."""
    try:
        return State.objects.get(code=code)
    except State.DoesNotExist:
        raise StatesError(
            Saying("that State is not assessed here; `gatehouse assess states` shows which are")
        ) from None


def cycle_named(name: str) -> Cycle:
    """The cycle of this name. Raises `StatesError` where there is none."""
    try:
        return Cycle.objects.get(name=name)
    except Cycle.DoesNotExist:
        raise StatesError(Saying("no cycle has this name; `gatehouse assess cycles` shows which there are")) from None


def cycle_before(cycle: Cycle) -> Cycle | None:
    """The last cycle that began before this one."""
    return Cycle.objects.filter(begins__lt=cycle.begins).order_by("-begins", "-id").first()
