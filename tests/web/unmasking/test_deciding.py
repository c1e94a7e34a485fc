"""The authority of the profile decides, and nobody on what they asked for themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.retention.models import UnmaskRequest
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account
from masked_person import masked
from signed_in import entries


@pytest.fixture
def asked(browser: Callable[..., Client]) -> UnmaskRequest:
    """A request of an analyst."""
    browser(Role.ANALYST, purpose="screening", reference="C-9").post(
        "/unmasking/", {"kind": "traveller", "number": masked()}
    )
    return UnmaskRequest.objects.get()


def _authority(browser: Callable[..., Client], of: Account | None = None) -> Client:
    return browser(Role.APPROVING_AUTHORITY, purpose="reasoned-request", reference="D-1", of=of)


@pytest.mark.parametrize(("act", "state"), [("approve", "approved"), ("refuse", "refused")])
def test_it_is_decided_once(browser: Callable[..., Client], asked: UnmaskRequest, act: str, state: str) -> None:
    client = _authority(browser)
    assert f"Approve {asked.pk}" in client.get("/unmasking/decide/").content.decode()
    assert client.post(f"/unmasking/decide/{asked.pk}/{act}/").status_code == 302
    asked.refresh_from_db()
    assert asked.state == state
    again = client.post(f"/unmasking/decide/{asked.pk}/approve/", follow=True)
    assert "waits for an answer" in again.content.decode()
    asked.refresh_from_db()
    assert asked.state == state


def test_nobody_decides_what_they_asked_for(
    browser: Callable[..., Client], account: Callable[..., Account], asked: UnmaskRequest
) -> None:
    own = account(Role.APPROVING_AUTHORITY)
    UnmaskRequest.objects.update(requested_by=f"account:{own.pk}")
    client = _authority(browser, own)
    assert "You asked for it yourself" in client.get("/unmasking/decide/").content.decode()
    assert client.post(f"/unmasking/decide/{asked.pk}/approve/").status_code == 403
    assert entries("act.refused")[-1].subject == f"request:{asked.pk}"
    asked.refresh_from_db()
    assert asked.state == "open"


def test_other_roles_do_not_come_in(browser: Callable[..., Client], asked: UnmaskRequest) -> None:
    for role in (Role.SENIOR_ANALYST, Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR):
        assert browser(role, reference="C-1").post(f"/unmasking/decide/{asked.pk}/approve/").status_code == 403
