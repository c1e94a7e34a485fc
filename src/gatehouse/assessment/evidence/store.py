"""Evidence added, handed over, checked and read; each by somebody who may, and told in the log."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from django.utils import timezone

from gatehouse.assessment.access.facts import Stage, facts
from gatehouse.assessment.acting import acting
from gatehouse.assessment.confidentiality.reading import cut_rows, narrowest
from gatehouse.assessment.evidence.custody import Deed, Event, Fault, event_after, faults
from gatehouse.assessment.evidence.errors import EvidenceError
from gatehouse.assessment.evidence.limits import FILE_BYTES_MAX, TITLE_CHARS_MAX, TOLD_CHARS_MAX
from gatehouse.assessment.evidence.models import CustodyEvent, File, Item
from gatehouse.assessment.states.cycle_states import CycleState
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.audit.errors import EntryError
from gatehouse.audit.references import kind_of
from gatehouse.measures.live_number import LiveNumber
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying

WORDS = ("title", "told", "source", "reference", "file_name")
"""What of an item is in words."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What is brought as evidence. `reference` is another body's document symbol, `source` the office that told it."""

    kind: str
    title: str
    obligations: tuple[str, ...] = ()
    question: str = ""
    told: str = ""
    source: str = ""
    reference: str = ""
    dated: dt.date | None = None
    number: LiveNumber | None = None
    file_name: str = ""
    content: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Shown:
    """An item with its chain. `broken` is empty where its integrity is shown."""

    item: Item
    chain: tuple[Event, ...]
    broken: tuple[Fault, ...]


@lru_cache(maxsize=1)
def kinds() -> dict[str, frozenset[str]]:
    """What an item of each kind has to say."""
    text = resources.files(__package__).joinpath("kinds.csv").read_text(encoding="utf-8")
    return {row["kind"]: frozenset(row["needs"].split()) for row in csv.DictReader(text.splitlines())}


def add(actor: Actor, state: State, cycle: Cycle, brought: Brought) -> Item:
    """Take an item in; its chain begins. Raises `EvidenceError` for what is not whole or too large."""
    _require_whole(brought)
    if cycle.state != CycleState.OPEN:
        raise EvidenceError(
            Saying(
                "the cycle %(name)s is %(state)s; only an open one takes evidence", name=cycle.name, state=cycle.state
            )
        )
    sha256 = hashlib.sha256(brought.content or _words(brought)).hexdigest()
    subject = facts(SubjectClass.STATE_EVIDENCE, f"state:{state.code}", state, cycle)
    with acting(actor, "evidence.added", subject, {"cycle": f"cycle:{cycle.pk}"}) as acted:
        item = Item.objects.create(**_columns(brought), state=state, cycle=cycle, sha256=sha256, **_by(actor, state))
        if brought.content:
            File.objects.create(item=item, content=brought.content)
        _append(item, None, Deed.RECEIVED, (actor.id, actor.id))
        acted.details["evidence"] = f"evidence:{item.pk}"
    return item


def _require_whole(brought: Brought) -> None:
    needs = kinds().get(brought.kind)
    if needs is None:
        raise EvidenceError(
            Saying("no kind of evidence is called so; use one of %(choices)s", choices=", ".join(kinds()))
        )
    has: dict[str, object] = {"file": brought.content, "told": brought.told.strip(), "source": brought.source.strip()}
    has |= {"reference": brought.reference.strip(), "number": brought.number}
    if lacking := sorted(name for name in needs if not has[name]):
        raise EvidenceError(
            Saying("a %(kind)s has to have %(lacking)s", kind=brought.kind, lacking=" and ".join(lacking))
        )
    if not brought.title.strip() or len(brought.title) > TITLE_CHARS_MAX or len(brought.told) > TOLD_CHARS_MAX:
        raise EvidenceError(
            Saying("evidence has a title of at most %(most)s characters, and words within limits", most=TITLE_CHARS_MAX)
        )
    if len(brought.content) > FILE_BYTES_MAX:
        raise EvidenceError(
            Saying("a file has at most %(most)s MB; send a part of it, or a printed copy", most=FILE_BYTES_MAX >> 20)
        )


def _words(brought: Brought) -> bytes:
    number = str(brought.number.as_json()) if brought.number else ""
    return "\x1f".join((brought.title, brought.told, brought.source, brought.reference, number)).encode()


def _columns(brought: Brought) -> dict[str, object]:
    names = ("kind", "title", "told", "source", "reference", "dated", "question", "file_name")
    columns = {name: getattr(brought, name) for name in names}
    number = brought.number.as_json() if brought.number else None
    return columns | {"obligations": list(brought.obligations), "number": number}


def _by(actor: Actor, state: State) -> dict[str, object]:
    return {"added_by": actor.id, "from_the_state": actor.state == state.code}


def _append(item: Item, last: Event | None, deed: Deed, hands: tuple[str, str]) -> Event:
    event = event_after(last, deed, *hands, timezone.now(), sha256=item.sha256)
    CustodyEvent.objects.create(item=item, **event._asdict())
    return event


def hand_over(actor: Actor, item: Item, to: str) -> Event:
    """Give the item to somebody else, by their reference. Raises `EvidenceError` unless the actor holds it."""
    try:
        known = kind_of(to) in ("account", "operator")
    except EntryError:
        known = False
    if not known:
        raise EvidenceError(Saying("an item is handed to somebody with an account, by its reference (`account:12`)"))
    return _event(actor, item, Deed.HANDED_OVER, to)


def check(actor: Actor, item: Item) -> Event:
    """Hash the kept file again. Raises `EvidenceError` where it is another one: the chain then says so for ever."""
    if _hash_kept(item) != item.sha256:
        raise EvidenceError(Saying("what is kept is not what came in; its integrity is not shown"))
    return _event(actor, item, Deed.CHECKED, actor.id)


def _event(actor: Actor, item: Item, deed: Deed, to: str) -> Event:
    with acting(actor, "evidence.held", about(item)):
        Item.objects.select_for_update().get(pk=item.pk)
        last = chain_of(item)[-1]
        if last.to != actor.id:
            raise EvidenceError(Saying("somebody else holds this item; ask them to hand it over"))
        return _append(item, last, deed, (actor.id, to))


def about(item: Item) -> Subject:
    """What the kernel is asked about."""
    stage = Stage(with_the_state=item.from_the_state)
    return facts(SubjectClass.STATE_EVIDENCE, f"evidence:{item.pk}", item.state, item.cycle, stage)


def require_known(state: State, numbers: Sequence[int]) -> None:
    """Refuse evidence that is none, or another State's: nothing rests on what is not there."""
    known = set(Item.objects.filter(pk__in=numbers, state=state).values_list("pk", flat=True))
    if unknown := [number for number in numbers if number not in known]:
        told = ", ".join(map(str, unknown[:5]))
        raise EvidenceError(
            Saying("evidence %(told)s: none of this State; `gatehouse assess evidence` shows which there is", told=told)
        )


def chain_of(item: Item) -> tuple[Event, ...]:
    """The item's custody events in order."""
    rows = CustodyEvent.objects.filter(item=item).order_by("number")
    return tuple(Event(r.number, Deed(r.deed), r.by, r.to, r.at, r.sha256, r.previous, r.hash) for r in rows)


def open_items(actor: Actor, state: State, cycle: Cycle) -> list[Shown]:
    """The items of a State in a cycle that the actor may see, oldest first, each with what its chain shows.

    What the State keeps from the reader is not in their words.
    """
    subject = facts(SubjectClass.STATE_EVIDENCE, f"state:{state.code}", state, cycle)
    with acting(actor, "material.opened", subject) as acted:
        rows = Item.objects.filter(state=state, cycle=cycle).select_related("state", "cycle").order_by("pk")
        # The chain is checked on the whole words, before the reader's are cut.
        every = {item.pk: shown(item) for item in rows}
        seen = cut_rows(actor, [(about(one.item), one.item) for one in every.values()], *WORDS)
        found = [every[item.pk] for item in seen]
        acted.details["items"] = len(found)
    return found


def shown(item: Item) -> Shown:
    """The item with its chain, checked against what is kept now."""
    chain = chain_of(item)
    return Shown(item, chain, tuple(faults(chain, _hash_kept(item))))


def open_file(actor: Actor, item: Item) -> tuple[bytes, Shown]:
    """The bytes of the item with what its chain shows: a broken one is said, and hides nothing.

    A file cannot be cut: one with a mark on it is opened to those who may have all of it. Raises `EvidenceError` where
    the item has no file.
    """
    with acting(actor, "material.opened", narrowest(about(item))):
        kept = File.objects.filter(item=item).first()
        if kept is None:
            raise EvidenceError(Saying("this item has no file; its words are all of it"))
        return bytes(kept.content), shown(item)


def _hash_kept(item: Item) -> str:
    kept = File.objects.filter(item=item).first()
    if kept is None:
        names = ("title", "told", "source", "reference")
        number = str(item.number) if item.number else ""
        return hashlib.sha256("\x1f".join((*(getattr(item, name) for name in names), number)).encode()).hexdigest()
    return hashlib.sha256(bytes(kept.content)).hexdigest()
