"""Sessions end by themselves, and an account that has to be secured goes there first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account
from gatehouse.web.seating import ABSOLUTE, IDLE, SeatingMiddleware


@pytest.mark.parametrize(("name", "limit"), [("seen", IDLE), ("began", ABSOLUTE)])
def test_a_session_is_over_after_its_limit(browser: Callable[..., Client], name: str, limit: dt.timedelta) -> None:
    client = browser(Role.ANALYST)
    assert client.get("/").status_code == 200
    session = client.session
    session[name] = (timezone.now() - limit - dt.timedelta(seconds=1)).isoformat()
    session.save()
    assert client.get("/")["Location"] == "/sign-in/?next=/"
    assert client.get("/").status_code == 302


def test_a_session_in_use_goes_on(browser: Callable[..., Client]) -> None:
    client = browser(Role.ANALYST)
    session = client.session
    session["seen"] = (timezone.now() - IDLE + dt.timedelta(minutes=1)).isoformat()
    session.save()
    assert client.get("/").status_code == 200
    assert dt.datetime.fromisoformat(client.session["seen"]) > timezone.now() - dt.timedelta(minutes=1)


def test_a_first_password_has_to_be_changed(browser: Callable[..., Client], account: Callable[..., Account]) -> None:
    new = account(Role.ADMINISTRATOR)
    Account.objects.filter(pk=new.pk).update(must_change_password=True)
    client = browser(of=new)
    assert client.get("/accounts/")["Location"] == "/me/password/"
    assert client.get("/me/password/").status_code == 200


@override_settings(SECOND_FACTOR_NEEDED=True)
def test_live_mode_wants_a_second_factor(browser: Callable[..., Client]) -> None:
    client = browser(Role.ADMINISTRATOR)
    assert client.get("/accounts/")["Location"] == "/me/second/"
    assert client.get("/me/second/").status_code in (200, 302)


def test_a_view_without_a_door_is_not_reached() -> None:
    request = RequestFactory().get("/")
    request.resolver_match = None
    with pytest.raises(LookupError, match="without a door"):
        SeatingMiddleware(lambda _: HttpResponse()).process_view(request, lambda _: HttpResponse())


def test_what_one_saw_stays_in_no_cache(browser: Callable[..., Client]) -> None:
    assert "no-store" in browser(Role.ANALYST).get("/")["Cache-Control"]
