"""The pages on which accounts are changed by two persons."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account, AccountChange


def test_a_new_account_from_proposal_to_password(browser: Callable[..., Client]) -> None:
    admin = browser(Role.ADMINISTRATOR, purpose="upkeep", reference="REQ-1")
    officer = browser(Role.DATA_PROTECTION_OFFICER, purpose="upkeep")
    fields = {"identifier": "ana-7", "display_name": "Analyst 7", "unit": "AIR-1", "reference": "REQ-1"}
    page = admin.post("/accounts/new/", fields, follow=True)
    assert "data protection officer approves" in page.content.decode()
    change = AccountChange.objects.get()
    refused = admin.post(f"/accounts/changes/{change.pk}/approve/")
    assert refused.status_code == 403
    assert not Account.objects.filter(identifier="ana-7").exists()
    told = officer.post(f"/accounts/changes/{change.pk}/approve/")
    made = Account.objects.get(identifier="ana-7")
    assert "shown this once" in told.content.decode()
    assert made.must_change_password
    assert "shown this once" not in officer.get(f"/accounts/changes/{change.pk}/").content.decode()
    listed = officer.get("/accounts/?q=ana").content.decode()
    assert "ana-7" in listed


def test_what_is_wrong_is_told_and_nothing_typed_is_lost(browser: Callable[..., Client]) -> None:
    admin = browser(Role.ADMINISTRATOR, purpose="upkeep", reference="REQ-1")
    fields = {"identifier": "Jane Doe", "display_name": "<b>x</b>", "unit": "air", "reference": ""}
    answer = admin.post("/accounts/new/", fields)
    page = answer.content.decode()
    assert answer.status_code == 400
    for typed in ("jane doe", "&lt;b&gt;x&lt;/b&gt;", 'value="air"'):
        assert typed.lower() in page.lower()
    assert page.count('class="errorlist"') == 3
    assert not AccountChange.objects.exists()


def test_a_change_is_proposed_on_the_page_of_the_account(
    browser: Callable[..., Client], account: Callable[..., Account]
) -> None:
    admin, analyst = browser(Role.ADMINISTRATOR, purpose="upkeep", reference="REQ-1"), account(Role.ANALYST)
    wrong = admin.post(f"/accounts/{analyst.pk}/propose/", {"kind": "give-role", "reference": "REQ-1"})
    assert "Say which role" in wrong.content.decode()
    right = {"kind": "give-role", "role": "operator", "reference": "REQ-1"}
    assert admin.post(f"/accounts/{analyst.pk}/propose/", right).status_code == 302
    change = AccountChange.objects.get()
    assert (change.kind, change.role, change.state) == ("give-role", "operator", "waiting")
    page = admin.get(f"/accounts/changes/{change.pk}/").content.decode()
    assert "Withdraw" in page
    admin.post(f"/accounts/changes/{change.pk}/decline/")
    change.refresh_from_db()
    assert change.state == "declined"
    assert "Declined" in admin.get(f"/accounts/{analyst.pk}/").content.decode()
    assert "Declined" in admin.get("/accounts/changes/").content.decode()


def test_nobody_proposes_a_change_of_their_own(browser: Callable[..., Client]) -> None:
    admin = browser(Role.ADMINISTRATOR, purpose="upkeep", reference="REQ-1")
    own = Account.objects.get()
    answer = admin.post(f"/accounts/{own.pk}/propose/", {"kind": "disable", "reference": "REQ-1"})
    assert answer.status_code == 403
    assert "nobody changes their own account" in answer.content.decode()
