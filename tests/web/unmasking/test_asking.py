"""Somebody asks to see masked data: under a purpose and a reference, of a number that is masked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.retention.models import Notice, UnmaskRequest
from gatehouse.safeguards.vocabulary import Role
from masked_person import masked


def test_what_is_asked_is_kept_and_told_to_the_officer(browser: Callable[..., Client]) -> None:
    traveller = masked()
    client = browser(Role.ANALYST, purpose="screening", reference="C-9")
    assert client.post("/unmasking/", {"kind": "traveller", "number": traveller}).status_code == 302
    asked = UnmaskRequest.objects.get()
    assert (asked.purpose, asked.reference, asked.owner) == ("screening", "C-9", traveller)
    assert Notice.objects.get().event == "asked"
    assert "Waits for a decision" in client.get("/unmasking/").content.decode()


@pytest.mark.parametrize("number", ["4711", "0", "-1", "9" * 40, "x", "", "1 OR 1=1"])
def test_a_number_that_is_not_masked_or_none_is_refused_beside_the_field(
    browser: Callable[..., Client], number: str
) -> None:
    client = browser(Role.ANALYST, purpose="screening", reference="C-9")
    page = client.post("/unmasking/", {"kind": "traveller", "number": number})
    assert page.status_code == 400
    assert page.context["form"].errors["number"]
    assert not UnmaskRequest.objects.exists()


def test_without_a_reference_there_is_no_asking(browser: Callable[..., Client]) -> None:
    page = browser(Role.ANALYST, purpose="screening").get("/unmasking/")
    assert page.status_code == 403
    assert "Reference of the case" in page.content.decode()


def test_others_requests_are_not_shown(browser: Callable[..., Client]) -> None:
    traveller = masked()
    browser(Role.ANALYST, reference="C-9").post("/unmasking/", {"kind": "traveller", "number": traveller})
    assert browser(Role.ANALYST, reference="C-9").get("/unmasking/").context["slice"].rows == []
