"""Who travels together and by what it is known; and that nothing spreads by it."""

from __future__ import annotations

import ast
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review import co_travellers
from gatehouse.screening.review.aboard import aboard
from gatehouse.screening.review.co_travellers import Aboard, Because, Link, links_of, payments_of
from gatehouse.screening.review.models import Review
from gatehouse.terms.traveller import Contact, Role, Seat, Traveller
from reviewing import Screening


def on_board(number: int, seat: str = "", contact: str = "", booking: int = 0, paid: str = "") -> Aboard:
    said = Traveller(
        Role.PASSENGER,
        seats=(Seat(seat),) if seat else (),
        contacts=(Contact("phone", contact), Contact("agency", "+999")) if contact else (),
    )
    return Aboard(number, f"N{number}", (said,), frozenset({booking} - {0}), frozenset({paid} - {""}))


def told(*others: Aboard, own: Aboard) -> list[tuple[int, Because, str]]:
    return [(link.other, link.because, link.detail) for link in links_of(own.traveller, [own, *others])]


def test_each_link_says_why() -> None:
    own = on_board(1, "012A", "+1 555", 7, "CC VI 1234")
    assert told(
        on_board(2, booking=7),
        on_board(3, contact="+1555"),
        on_board(4, paid="CC VI 1234"),
        on_board(5, "12B"),
        own=own,
    ) == [
        (2, Because.BOOKING, ""),
        (3, Because.CONTACT, "phone"),
        (4, Because.PAYMENT, "CC VI 1234"),
        (5, Because.SEATS, "12A beside 12B"),
    ]


def test_what_is_not_shared_links_nobody() -> None:
    own = on_board(1, "12A", "+1555", 7, "CC VI 1234")
    assert told(on_board(2, "12C", "+1556", 8, "CC VI 9999"), on_board(3, "13A"), own=own) == []
    assert links_of(99, [own]) == []


def test_a_contact_of_very_many_is_an_agencys() -> None:
    crowd = [on_board(number, contact="+1555") for number in range(2, 2 + co_travellers.SHARED_BY_MAX)]
    assert told(*crowd, own=on_board(1, contact="+1555")) == []


def test_cash_links_nobody() -> None:
    paid = [{"kind": "CA", "amount": "9"}, {"kind": "CC", "vendor": "VI", "account": "1234"}]
    assert payments_of([{"payments": paid}, {}]) == {"CC VI 1234"}


@given(st.lists(st.tuples(st.sampled_from(["12A", "12B", "", "14C"]), st.integers(0, 2)), min_size=2, max_size=6))
def test_a_link_goes_both_ways(people: list[tuple[str, int]]) -> None:
    everybody = [on_board(number, seat, booking=booking) for number, (seat, booking) in enumerate(people, 1)]
    found = {
        (one.traveller, link.other, link.because) for one in everybody for link in links_of(one.traveller, everybody)
    }
    assert found == {(other, one, because) for one, other, because in found}


def test_a_link_holds_no_score_no_hit_and_no_flag() -> None:
    assert Link._fields == ("one", "other", "name", "because", "detail")
    source = Path(co_travellers.__file__).read_text(encoding="utf-8")
    names = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    assert not names & {"Hit", "Review", "score", "Candidate", "Claim"}


def test_nothing_of_a_hit_passes_to_who_sits_beside(screening: Screening) -> None:
    """The same flight with and without the hit: links are equal, and the other has neither hit nor review."""
    joe = screening.person("DOE/JOE", "700101", locator="ABC123", reference="U0")
    screening.fly(screening.ann(), joe)
    hit = Hit.objects.get()
    with_hit = [links_of(one.traveller, aboard(hit.leg_id)) for one in aboard(hit.leg_id)]
    assert list(Review.objects.values_list("hit__traveller__surname", flat=True)) == ["ROE"]
    Hit.objects.update(score=1.0)
    Review.objects.update(score=1.0, state="confirmed", confirmed_by="account:1", waiting=False)
    assert [links_of(one.traveller, aboard(hit.leg_id)) for one in aboard(hit.leg_id)] == with_hit
    screening.fly(screening.ann(), joe, screening.person("DOE/JIM", "710101", locator="ABC123", reference="U5"))
    assert set(Hit.objects.values_list("traveller__surname", flat=True)) == {"ROE"}


def test_of_a_number_only_the_last_digits_are_told() -> None:
    paid = frozenset({"CC VI XXXXXXXXXXXX2032 2027-09"})
    two = [Aboard(number, f"P{number}", (), frozenset(), paid) for number in (1, 2)]
    assert [(link.because, link.detail) for link in links_of(1, two)] == [(Because.PAYMENT, "•••• 2032")]
