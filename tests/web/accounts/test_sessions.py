"""Sessions know whose they are."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account, Session
from gatehouse.web.accounts.sessions import SESSIONS_AT_ONCE, SessionStore, end_oldest


def test_a_session_belongs_to_who_signed_in(browser: Callable[..., Client], account: Callable[..., Account]) -> None:
    one = account(Role.ANALYST)
    client = browser(of=one)
    row = Session.objects.get()
    assert row.account == one
    client.get("/")
    assert Session.objects.get().began_at == row.began_at


def test_the_oldest_end_and_never_the_one_in_hand(account: Callable[..., Account]) -> None:
    one = account()
    keys = []
    for _ in range(SESSIONS_AT_ONCE + 2):
        store = SessionStore()
        store["_auth_user_id"] = str(one.pk)
        store.create()
        store.save()
        keys.append(store.session_key)
    assert end_oldest(one, keys[0]) == 2
    left = set(Session.objects.values_list("session_key", flat=True))
    assert keys[0] in left
    assert left == {keys[0], *keys[-(SESSIONS_AT_ONCE - 1) :]}
