"""Which law an installation works under: live mode starts with a complete, signed profile and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.app import law
from gatehouse.app.errors import LawError
from gatehouse.app.home import HOME_VARIABLE
from gatehouse.app.law import KEY_VARIABLE, LAW_VARIABLE, MODE_VARIABLE, Mode, law_in_force
from gatehouse.safeguards.profile_reading import FILE_BYTES_MAX
from gatehouse.safeguards.signature import new_key_pair, sign
from law_files import demo, live

PRIVATE, PUBLIC = new_key_pair()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A live installation without a profile."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.setenv(MODE_VARIABLE, "live")
    monkeypatch.delenv(LAW_VARIABLE, raising=False)
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def _put(folder: Path, data: bytes, signature: bytes | None = None) -> None:
    (folder / "law.toml").write_bytes(data)
    (folder / "law.toml.sig").write_bytes(signature or sign(data, PRIVATE))
    (folder / "law-reviewer.pub").write_bytes(PUBLIC)


def test_live_mode_starts_under_a_complete_signed_profile(home: Path) -> None:
    _put(home, live(('name = "demo"', 'name = "utopia"')))
    found = law_in_force()
    assert (found.mode, found.profile.profile.name) == (Mode.LIVE, "utopia")
    assert found.standing().may_screen


def test_the_environment_says_where_they_are(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del home
    _put(tmp_path, live())
    monkeypatch.setenv(LAW_VARIABLE, str(tmp_path / "law.toml"))
    with pytest.raises(LawError, match="public key"):
        law_in_force()
    monkeypatch.setenv(KEY_VARIABLE, str(tmp_path / "law-reviewer.pub"))
    assert law_in_force().mode is Mode.LIVE


@pytest.mark.parametrize(
    ("data", "signature", "told"),
    [
        (live(('mask_after = "P6M"', "")), None, "retention.mask_after"),
        (live(("[masking]", "[masks]")), None, "masking"),
        (demo(), None, "demonstrations"),
        (live(), sign(live(), new_key_pair()[0]), "not of this file by this key"),
        (live() + b"\n", sign(live(), PRIVATE), "not of this file by this key"),
        (b"a = ", None, "TOML"),
        (b"#" * (FILE_BYTES_MAX + 10), None, "larger"),
    ],
    ids=["incomplete", "wrong", "for-demonstrations", "another-key", "changed", "no-toml", "too-large"],
)
def test_live_mode_does_not_start_otherwise(home: Path, data: bytes, signature: bytes | None, told: str) -> None:
    _put(home, data, signature)
    with pytest.raises(LawError, match=told) as refusal:
        law_in_force()
    assert "law check" in refusal.value.remedy


@pytest.mark.parametrize("absent", ["law.toml", "law.toml.sig", "law-reviewer.pub"])
def test_live_mode_does_not_start_without_each_of_the_files(home: Path, absent: str) -> None:
    _put(home, live())
    (home / absent).unlink()
    with pytest.raises(LawError):
        law_in_force()


def test_a_key_that_is_none_is_told(home: Path) -> None:
    _put(home, live())
    (home / "law-reviewer.pub").write_text("junk")
    with pytest.raises(LawError, match="public key"):
        law_in_force()


def test_demo_mode_needs_nothing_and_makes_no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "nowhere"))
    for given in ("demo", ""):
        monkeypatch.setenv(MODE_VARIABLE, given)
        found = law_in_force()
        assert (found.mode, found.profile.profile.name) == (Mode.DEMO, "demo")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("given", ["Live", "prod", "live "])
def test_a_mode_that_is_none_is_refused(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MODE_VARIABLE, given)
    with pytest.raises(LawError, match="neither live nor demo"):
        law.mode()
