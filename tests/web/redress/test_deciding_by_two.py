"""An answer is written by one and done by another; the letter is printed afterwards."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.redress.carrying_out import carry_out
from gatehouse.screening.redress.models import Draft, RedressRequest
from gatehouse.screening.review.models import Review
from gatehouse.screening.travellers.models import Traveller
from signed_in import entries

REFUSED = {"outcome": "refused", "reason": "What you ask for is not ours to give."}


def test_two_people_answer(officer: Client, second: Client, known: str) -> None:
    assert officer.post(f"/redress/{known}/answer/", REFUSED).status_code == 302
    draft = Draft.objects.get()
    assert RedressRequest.objects.get().state == "identified"
    assert "Approve and do it" in second.get(f"/redress/{known}/").content.decode()
    second.post(f"/redress/{known}/drafts/{draft.pk}/approve/")
    assert RedressRequest.objects.get().state == "answered"
    assert entries("redress.decided")[-1].role == "redress-officer"
    draft.refresh_from_db()
    assert draft.state == "done"
    letter = officer.get(f"/redress/{known}/letter/")
    assert letter.content.startswith(b"%PDF")


def test_nobody_approves_what_they_wrote(officer: Client, known: str) -> None:
    officer.post(f"/redress/{known}/answer/", REFUSED)
    draft = Draft.objects.get()
    assert officer.post(f"/redress/{known}/drafts/{draft.pk}/approve/").status_code == 403
    assert RedressRequest.objects.get().state == "identified"


def test_what_was_declined_is_not_done(officer: Client, second: Client, known: str) -> None:
    officer.post(f"/redress/{known}/answer/", REFUSED)
    draft = Draft.objects.get()
    second.post(f"/redress/{known}/drafts/{draft.pk}/decline/")
    page = second.post(f"/redress/{known}/drafts/{draft.pk}/approve/", follow=True)
    assert "nothing of that number waits" in page.content.decode()
    assert RedressRequest.objects.get().state == "identified"


def test_who_only_looks_declines_nothing(officer: Client, known: str, browser: Callable[..., Client]) -> None:
    officer.post(f"/redress/{known}/answer/", REFUSED)
    reader = browser(Role.OVERSIGHT_READER, purpose="oversight", reference="SV-1")
    reader.post(f"/redress/{known}/drafts/{Draft.objects.get().pk}/decline/")
    assert Draft.objects.get().state == "waiting"


def test_an_answer_that_cannot_stand_comes_back(officer: Client, known: str) -> None:
    for wrong in ({"outcome": "refused"}, {"outcome": "cleared", "reason": "x"}, {"outcome": "erased", "reason": "x"}):
        page = officer.post(f"/redress/{known}/answer/", wrong)
        assert page.status_code == 400
        assert page.context["answering"].errors
    assert not Draft.objects.exists()


def test_a_correction_of_somebody_else_is_refused(officer: Client, second: Client, known: str) -> None:
    officer.post(f"/redress/{known}/correct/", {"traveller": 4711, "field": "surname", "value": "EXAMPLE"})
    page = second.post(f"/redress/{known}/drafts/{Draft.objects.get().pk}/approve/", follow=True)
    assert "not found to be the person" in page.content.decode()


def test_a_correction_is_done_in_the_rows_of_that_person(
    officer: Client, second: Client, held: tuple[str, int, int]
) -> None:
    case, mine, others = held
    officer.post(f"/redress/{case}/correct/", {"traveller": mine, "field": "given_names", "value": "AMINAH"})
    page = second.post(f"/redress/{case}/drafts/{Draft.objects.get().pk}/approve/", follow=True)
    assert "Approved, by two." in page.content.decode()
    assert Traveller.objects.get(id=mine).given_names == "AMINAH"
    assert Traveller.objects.get(id=others).given_names == "AMA"
    assert entries("data.corrected")[-1].subject == f"traveller:{mine}"


def test_a_person_is_cleared_of_a_hit(officer: Client, second: Client, held: tuple[str, int, int]) -> None:
    case, _mine, _others = held
    hit = Hit.objects.get()
    officer.post(f"/redress/{case}/answer/", {"outcome": "cleared", "reason": "Another date.", "hits": str(hit.pk)})
    second.post(f"/redress/{case}/drafts/{Draft.objects.get().pk}/approve/")
    hit.refresh_from_db()
    assert hit.state == "silent"
    assert RedressRequest.objects.get().state == "answered"


def test_an_erasure_is_approved_on_pages_and_done_by_the_clocks(
    officer: Client, second: Client, held: tuple[str, int, int]
) -> None:
    case, mine, others = held
    Hit.objects.update(state="silent")
    Review.objects.update(state="cleared", waiting=False)
    answer = {"outcome": "erased", "reason": "You asked."}
    assert officer.post(f"/redress/{case}/answer/", answer).status_code == 400
    assert officer.post(f"/redress/{case}/erase/").status_code == 302
    draft = Draft.objects.get()
    assert "Approve the erasure" in second.get(f"/redress/{case}/").content.decode()
    assert officer.post(f"/redress/{case}/drafts/{draft.pk}/approve/").status_code == 302
    second.post(f"/redress/{case}/drafts/{draft.pk}/approve/")
    assert Traveller.objects.filter(id=mine).exists()
    assert "the next run of the clocks does it" in officer.get(f"/redress/{case}/").content.decode()
    assert [one.done.travellers for one in carry_out() if one.done] == [1]
    assert list(Traveller.objects.values_list("id", flat=True)) == [others]
    assert officer.post(f"/redress/{case}/answer/", answer).status_code == 302
    second.post(f"/redress/{case}/drafts/{Draft.objects.last().pk}/approve/")
    assert RedressRequest.objects.get().outcome == "erased"
