"""`gatehouse law key` and `law sign`: who signs, what is not signed, and that nothing is overwritten."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from gatehouse.safeguards.shipped import shipped
from gatehouse.safeguards.signature import public_key, verify
from law_files import live


@pytest.fixture
def key(run: Callable, tmp_path: Path) -> Path:
    """A reviewing authority's private key; the public one is beside it."""
    assert run("law", "key", tmp_path / "reviewer").status == 0
    return tmp_path / "reviewer"


def test_a_key_is_for_its_owner_only_and_is_not_overwritten(run: Callable, key: Path) -> None:
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    before = key.read_bytes()
    assert run("law", "key", key).status == 2
    assert key.read_bytes() == before


def test_what_is_signed_is_checked(run: Callable, key: Path, tmp_path: Path) -> None:
    file = tmp_path / "law.toml"
    file.write_bytes(live())
    assert run("law", "sign", file, "--key", key).status == 0
    verify(live(), (tmp_path / "law.toml.sig").read_bytes(), public_key((tmp_path / "reviewer.pub").read_bytes()))
    assert run("law", "check", file, "--key", tmp_path / "reviewer.pub").status == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["law.toml", "law.toml.sig", "reviewer", "reviewer.pub"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (shipped("eu-2016-681"), "19 values are wrong or missing"),
        (live(("verified = true", "verified = false")), "1 notes are not verified"),
        (b"a = ", "TOML"),
    ],
    ids=["incomplete", "unverified", "no-toml"],
)
def test_what_is_not_ready_is_not_signed(run: Callable, key: Path, tmp_path: Path, data: bytes, told: str) -> None:
    file = tmp_path / "law.toml"
    file.write_bytes(data)
    result = run("law", "sign", file, "--key", key)
    assert result.status == 2
    assert told in result.err
    assert not (tmp_path / "law.toml.sig").exists()


def test_a_signer_may_answer_for_what_is_not_verified(run: Callable, key: Path, tmp_path: Path) -> None:
    file = tmp_path / "law.toml"
    file.write_bytes(live(("verified = true", "verified = false")))
    assert run("law", "sign", file, "--key", key, "--unverified-too").status == 0


def test_a_locked_key_asks_for_its_passphrase(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, asked = tmp_path / "law.toml", []
    file.write_bytes(live())
    monkeypatch.setattr(typer, "prompt", lambda text, **_: asked.append(text) or "a long passphrase")
    assert run("law", "key", tmp_path / "locked", "--lock").status == 0
    assert run("law", "sign", file, "--key", tmp_path / "locked").status == 0
    assert asked == ["Passphrase", "Passphrase"]
    monkeypatch.setattr(typer, "prompt", lambda *_, **__: "another")
    result = run("law", "sign", file, "--key", tmp_path / "locked")
    assert result.status == 2
    assert "passphrase" in result.err


def test_a_key_that_is_none_is_refused(run: Callable, key: Path, tmp_path: Path) -> None:
    file = tmp_path / "law.toml"
    file.write_bytes(live())
    result = run("law", "sign", file, "--key", key.with_name("reviewer.pub"))
    assert result.status == 2
    assert "private key" in result.err
