"""The file of providers is read strictly, and no secret stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.app.errors import ProviderError
from gatehouse.app.law import Law, Mode
from gatehouse.app.sign_in import SIGN_IN_FILE, Provider, providers
from gatehouse.app.site import Site
from gatehouse.app.web_settings import web_settings
from gatehouse.safeguards.shipped import demo_profile

WHOLE = """
[[provider]]
id = "ministry"
name = "The Ministry"
issuer = "https://login.example.org/realm"
client_id = "gatehouse"
secret_variable = "GATEHOUSE_TEST_SECRET"
acr = ["urn:mfa"]
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GATEHOUSE_TEST_SECRET", "hush\n")
    (tmp_path / SIGN_IN_FILE).write_text(WHOLE)
    return tmp_path


def test_without_a_file_there_is_no_provider(tmp_path: Path) -> None:
    assert providers(tmp_path, Mode.LIVE) == ()


def test_a_provider_is_read_and_forms_may_lead_to_it(home: Path) -> None:
    (found,) = providers(home, Mode.LIVE)
    issuer = "https://login.example.org/realm"
    known = ("ministry", "The Ministry", issuer, "gatehouse", "hush", "preferred_username", ("urn:mfa",), ())
    assert found == Provider(*known, "https://login.example.org")
    law = Law(Mode.LIVE, demo_profile())
    said = web_settings(law, Site(("g",), (), secure=True), Path("/w"), providers=(found,))
    form_action = said["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["form-action"]
    assert form_action == ["'self'", "https://login.example.org"]
    assert said["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["APPS"][0]["secret"] == "hush"


def test_a_secret_file_is_for_its_owner_alone(home: Path) -> None:
    secret = home / "secret"
    secret.write_text("from a file")
    file = home / SIGN_IN_FILE
    file.write_text(WHOLE.replace('secret_variable = "GATEHOUSE_TEST_SECRET"', f'secret_file = "{secret}"'))
    secret.chmod(0o644)
    with pytest.raises(ProviderError, match="chmod 600"):
        providers(home, Mode.LIVE)
    secret.chmod(0o600)
    assert providers(home, Mode.LIVE)[0].secret == "from a file"
    secret.unlink()
    with pytest.raises(ProviderError, match="cannot be read"):
        providers(home, Mode.LIVE)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('client_id = "gatehouse"', "", "client_id is missing"),
        ('acr = ["urn:mfa"]', 'acr = "urn:mfa"', "no list of texts"),
        ('acr = ["urn:mfa"]', 'roles = "administrator"', "roles is no key"),
        ('name = "The Ministry"', "name = 7", "name is no text"),
        ('id = "ministry"', 'id = "second"', "the id does not do"),
        ('id = "ministry"', 'id = "../x"', "the id does not do"),
        ("https://login", "http://login", "no https address"),
        ("/realm", "/realm; script-src *", "no https address"),
        ('secret_variable = "GATEHOUSE_TEST_SECRET"', 'secret = "hush"', "secret is no key"),
        ('secret_variable = "GATEHOUSE_TEST_SECRET"', "", "where is the secret"),
        ("GATEHOUSE_TEST_SECRET", "GATEHOUSE_NOT_SET", "the secret is empty"),
        ("[[provider]]", "[provider]", "something else"),
        ("[[provider]]", "[[provider", "cannot be read"),
        ("[[provider]]", WHOLE + "[[provider]]", "two providers have one id"),
    ],
)
def test_anything_else_is_refused_and_no_secret_is_said(home: Path, old: str, new: str, says: str) -> None:
    text = WHOLE.replace(old, new)
    assert text != WHOLE
    (home / SIGN_IN_FILE).write_text(text)
    with pytest.raises(ProviderError, match=says) as refused:
        providers(home, Mode.LIVE)
    assert "hush" not in str(refused.value)


def test_a_demonstration_may_ask_a_provider_on_this_machine(home: Path) -> None:
    file = home / SIGN_IN_FILE
    file.write_text(WHOLE.replace("https://login.example.org/realm", "http://127.0.0.1:9000"))
    assert providers(home, Mode.DEMO)[0].origin == "http://127.0.0.1:9000"
    with pytest.raises(ProviderError, match="no https address"):
        providers(home, Mode.LIVE)
