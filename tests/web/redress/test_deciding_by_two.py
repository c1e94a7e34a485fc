"""An answer is written by one and done by another; the letter is printed afterwards."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.redress.models import Draft, RedressRequest
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
