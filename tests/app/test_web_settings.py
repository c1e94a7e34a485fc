"""What Django is told where there are pages."""

from __future__ import annotations

from pathlib import Path

from django.test import Client

from gatehouse.app.law import Law, Mode
from gatehouse.app.site import Site
from gatehouse.app.web_settings import web_settings
from gatehouse.safeguards.shipped import demo_profile

LIVE = Law(Mode.LIVE, demo_profile())
SECURE = Site(("gate.example.org",), ("127.0.0.1",), secure=True)


def test_cookies_are_secure_and_unreadable_where_readers_come_by_https() -> None:
    said = web_settings(LIVE, SECURE, Path("/w"), Path("/s"))
    for cookie in ("SESSION", "CSRF", "LANGUAGE"):
        assert said[f"{cookie}_COOKIE_SECURE"] is True
        assert said[f"{cookie}_COOKIE_HTTPONLY"] is True
    assert said["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert said["SECURE_HSTS_SECONDS"] >= 31536000
    assert said["SECOND_FACTOR_NEEDED"] is True
    assert said["CSRF_TRUSTED_ORIGINS"] == ["https://gate.example.org"]


def test_a_demonstration_over_plain_http_can_be_signed_in_to() -> None:
    said = web_settings(Law(Mode.DEMO, demo_profile()), Site(("localhost",), (), secure=False), Path("/w"))
    assert (said["SESSION_COOKIE_SECURE"], said["SECOND_FACTOR_NEEDED"]) == (False, False)


def test_nothing_inline_and_nothing_from_elsewhere(database: Path) -> None:
    del database
    answer = Client().get("/sign-in/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    page = answer.content.decode()
    assert " style=" not in page
    assert "<style" not in page
    assert " onclick" not in page
    assert page.count("<script") == page.count("<script src=") + page.count("<script  src=")
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "https://" not in page
