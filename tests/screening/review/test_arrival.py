"""Hits come into the queue, stay silent when their pair was cleared, and come back when something material changed."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review import decisions, reopening, states
from gatehouse.screening.review.acting import Said
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.models import Act, Memory, Review
from gatehouse.terms.entry import ListedDocument
from reviewing import ANALYST, ASKING, BY_DOCUMENT, NAME_ONLY, OTHER_SENIOR, SENIOR, Screening, look
from signed_in import entries


def clear(hit: int | None = None) -> None:
    decisions.decide(ANALYST, look(hit), Answer.NOT_SAME, NAME_ONLY)


def standing() -> list[str]:
    return list(Review.objects.order_by("hit_id").values_list("state", flat=True))


def test_a_new_hit_waits_for_its_departure(screening: Screening) -> None:
    screening.fly(screening.ann())
    review, hit = Review.objects.get(), Hit.objects.get()
    assert (review.state, review.waiting, review.list, review.score) == (states.OPEN, True, "TEST", hit.score)
    # 08:30 in Paris.
    assert review.due == dt.datetime(2026, 1, 20, 7, 30, tzinfo=dt.UTC)


def test_a_cleared_pair_is_silent_on_the_next_flight_and_says_why(screening: Screening) -> None:
    screening.fly(screening.ann())
    clear()
    screening.fly(screening.ann(reference="U2"), flight="ZZ124")
    assert standing() == [states.CLEARED, states.SILENT]
    silent, decision = Review.objects.get(state=states.SILENT), Act.objects.get(event=states.CLEAR)
    assert (silent.waiting, silent.earlier) == (False, decision)
    told = Act.objects.get(event=states.SILENCE)
    assert (told.actor, told.role, told.answers) == ("machine:review", "machine", decision)
    [entry] = entries("hit.silenced")
    assert (entry.actor, entry.subject, entry.reason) == ("machine:review", f"hit:{silent.hit_id}", states.SILENCE)


@pytest.mark.parametrize(
    "who", [{"passport": "P999"}, {"passport": ""}, {"birth": "800102"}], ids=["new document", "none", "birth date"]
)
def test_who_is_not_known_to_be_the_same_person_is_looked_at(screening: Screening, who: dict[str, str]) -> None:
    screening.fly(screening.ann())
    clear()
    screening.fly(screening.ann(reference="U2", **who), flight="ZZ124")
    assert standing() == [states.CLEARED, states.OPEN]


def test_another_list_entry_of_the_same_traveller_is_looked_at(screening: Screening) -> None:
    screening.fly(screening.ann())
    clear()
    screening.change_entry(documents=(ListedDocument("X1"),))
    screening.fly(screening.ann(reference="U2"), flight="ZZ124")
    assert standing() == [states.CLEARED, states.OPEN]


def test_a_repeat_of_what_was_cleared_stays_silent(screening: Screening) -> None:
    screening.fly(screening.ann())
    clear()
    screening.fly(screening.ann(), screening.person("DOE/JOE", "700101"))
    assert standing() == [states.CLEARED]


def test_a_new_document_on_the_same_flight_brings_it_back(screening: Screening) -> None:
    screening.fly(screening.ann())
    clear()
    screening.fly(screening.ann(passport="P999"))
    assert standing() == [states.CHANGED]
    assert list(Act.objects.order_by("number").values_list("event", flat=True)) == [states.CLEAR, states.CHANGE]
    [entry] = entries("hit.resurfaced")
    assert (entry.subject, entry.reason) == (f"hit:{Hit.objects.get().pk}", states.CHANGE)
    assert entry.details == {"traveller": f"traveller:{Hit.objects.get().traveller_id}"}


def test_a_changed_entry_brings_it_back(screening: Screening) -> None:
    screening.fly(screening.ann())
    clear()
    screening.change_entry(nationalities=("UTO",))
    screening.fly(screening.ann(), screening.person("DOE/JOE", "700101"))
    assert standing() == [states.CHANGED]


def test_a_hit_that_already_waits_falls_silent_when_the_document_comes(screening: Screening) -> None:
    screening.fly(screening.ann())
    clear()
    screening.fly(screening.ann(passport="", reference="U2"), flight="ZZ124")
    screening.fly(screening.ann(reference="U2"), flight="ZZ124")
    assert standing() == [states.CLEARED, states.SILENT]


def test_reopening_ends_the_silence_everywhere(screening: Screening) -> None:
    screening.fly(screening.ann())
    clear()
    screening.fly(screening.ann(reference="U2"), flight="ZZ124")
    first = Hit.objects.earliest("id").id
    reopening.ask(ASKING, look(first), Said("mistake", "the picture is hers"))
    assert standing() == [states.CLEARED_QUESTIONED, states.SILENT]
    reopening.agree(OTHER_SENIOR, look(first), Said())
    assert standing() == [states.REOPENED, states.CHANGED]
    screening.fly(screening.ann(reference="U3"), flight="ZZ125")
    assert standing() == [states.REOPENED, states.CHANGED, states.OPEN]


def test_a_confirmed_pair_is_never_silent(screening: Screening) -> None:
    screening.fly(screening.ann())
    clear()
    screening.fly(screening.ann(reference="U2", birth="800102"), flight="ZZ124")
    second = Hit.objects.latest("id").id
    decisions.decide(ANALYST, look(second), Answer.SAME, BY_DOCUMENT)
    decisions.agree(SENIOR, look(second), Said())
    screening.fly(screening.ann(reference="U3"), flight="ZZ125")
    assert standing()[1:] == [states.CONFIRMED, states.OPEN]
    assert Memory.objects.filter(ended_at=None).values_list("answer", flat=True).get() == Answer.SAME


def test_somebody_on_the_same_flight_is_not_silenced_by_another(screening: Screening) -> None:
    screening.fly(screening.ann())
    clear()
    screening.fly(screening.ann(), screening.ann(passport="P777", reference="U9"))
    assert standing() == [states.CLEARED, states.OPEN]


def test_a_flight_that_moves_moves_its_hits(screening: Screening, paxlst, sent) -> None:
    screening.fly(screening.ann())
    later = paxlst([screening.ann()], code=("266", "CF"), control="X").replace(b"2601200830", b"2601201000")
    screening.fly()
    from gatehouse.screening import flow

    flow.ingest([sent("later.edi", later)], lambda _: None, screening.lists())
    assert Review.objects.get().due == dt.datetime(2026, 1, 20, 9, tzinfo=dt.UTC)
