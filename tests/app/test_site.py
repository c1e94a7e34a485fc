"""Where the workbench is served; nothing is guessed in live mode."""

from __future__ import annotations

import pytest

from gatehouse.app.errors import SiteError
from gatehouse.app.law import Mode
from gatehouse.app.site import LOCAL_HOSTS, site

WHOLE = {"GATEHOUSE_HOSTS": "gate.example.org, gate2.example.org", "GATEHOUSE_PROXIES": "127.0.0.1"}


@pytest.fixture(autouse=True)
def _nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GATEHOUSE_HOSTS", "GATEHOUSE_PROXIES", "GATEHOUSE_PLAIN_HTTP"):
        monkeypatch.delenv(name, raising=False)


def test_a_demonstration_is_served_to_this_machine() -> None:
    assert (site(Mode.DEMO).hosts, site(Mode.DEMO).secure) == (LOCAL_HOSTS, False)


def test_live_mode_is_served_by_https_behind_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in WHOLE.items():
        monkeypatch.setenv(name, value)
    here = site(Mode.LIVE)
    assert here.secure
    assert here.origins == ["https://gate.example.org", "https://gate2.example.org"]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("GATEHOUSE_HOSTS", "", "GATEHOUSE_HOSTS"),
        ("GATEHOUSE_HOSTS", "*", "GATEHOUSE_HOSTS"),
        ("GATEHOUSE_PROXIES", "", "GATEHOUSE_PROXIES"),
        ("GATEHOUSE_PLAIN_HTTP", "1", "plain http"),
    ],
)
def test_live_mode_does_not_start_without_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    for known, given in {**WHOLE, name: value}.items():
        monkeypatch.setenv(known, given)
    with pytest.raises(SiteError, match=told):
        site(Mode.LIVE)
