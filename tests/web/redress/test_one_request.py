"""One request: nobody is answered before it is known who they are."""

from __future__ import annotations

from django.test import Client

from gatehouse.screening.redress.models import RedressRequest


def test_the_page_shows_who_asks_and_a_request_that_is_none_is_not_there(officer: Client, case: str) -> None:
    text = officer.get(f"/redress/{case}/").content.decode()
    assert "AMINA EXAMPLE" in text
    assert "Who asks" in text
    assert officer.get("/redress/RR-2026-999999/").status_code == 404
    assert officer.get("/redress/nonsense/").status_code == 404


def test_a_wrong_identity_comes_back_as_it_was_typed(officer: Client, case: str) -> None:
    page = officer.post(f"/redress/{case}/identify/", {"names": "AMINA E", "birth_date": "2.3.91", "issuer": "UTOPIA"})
    assert page.status_code == 400
    assert "AMINA E" in page.content.decode()
    assert {"birth_date", "issuer", "document"} <= page.context["identity"].errors.keys()


def test_before_that_nothing_is_answered_corrected_or_handed_over(officer: Client, case: str) -> None:
    for act in ("answer", "correct", "access/pdf"):
        assert officer.post(f"/redress/{case}/{act}/", {"outcome": "nothing-held"}).status_code == 403
    assert RedressRequest.objects.get().state == "received"


def test_it_is_put_off_once(officer: Client, case: str) -> None:
    officer.post(f"/redress/{case}/extend/")
    assert RedressRequest.objects.get().extended
    assert "once already" in officer.post(f"/redress/{case}/extend/", follow=True).content.decode()


def test_nothing_is_held_on_somebody_unknown(officer: Client, known: str) -> None:
    assert "Nothing is held on this person" in officer.get(f"/redress/{known}/?held=1").content.decode()
