"""Where the master key comes from, who may read it, and how it is exchanged."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from gatehouse.app import master_keys
from gatehouse.app.errors import SetupError
from gatehouse.app.master_keys import FILE_VARIABLE, HOOK_VARIABLE, KEY_VARIABLE, OLD_VARIABLE, exchange, read_key
from gatehouse.retention.errors import MasterKeyError
from gatehouse.retention.master_key import SoftMasterKey

ONE, TWO = SoftMasterKey(bytes(32)), SoftMasterKey(bytes(range(32)))


@pytest.fixture(autouse=True)
def _no_key_of_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (FILE_VARIABLE, HOOK_VARIABLE, KEY_VARIABLE, OLD_VARIABLE):
        monkeypatch.delenv(name, raising=False)


def hooked() -> SoftMasterKey:
    """What a hook of the environment gives."""
    return TWO


def test_a_demonstration_makes_its_key_once_and_for_its_owner_only(tmp_path: Path) -> None:
    made = master_keys.master_keys(tmp_path, make=True).current()
    path = tmp_path / "master.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert master_keys.master_keys(tmp_path, make=True).current() == made
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_made_where_the_law_is_in_force(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="keys new"):
        master_keys.master_keys(tmp_path, make=False)
    assert list(tmp_path.iterdir()) == []


def test_live_mode_starts_with_no_database_and_no_key_looked_for_later(tmp_path: Path) -> None:
    program = (
        "from gatehouse.app import settings\n"
        "settings.law_in_force = lambda: type('Law', (), {'mode': settings.Mode.LIVE})\n"
        "settings.put_in_force = lambda law: None\n"
        "settings.setup()"
    )
    environment = os.environ | {"GATEHOUSE_HOME": str(tmp_path)}
    ran = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "master.key cannot be read" in ran.stderr
    assert not (tmp_path / "pg").exists()


def test_environment_and_hook_go_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_VARIABLE, ONE.text())
    monkeypatch.setenv(OLD_VARIABLE, TWO.text())
    masters = master_keys.master_keys(tmp_path, make=True)
    assert masters.current() == ONE
    assert masters.of(TWO.fingerprint) == TWO
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setenv(HOOK_VARIABLE, f"{__name__}:hooked")
    monkeypatch.setitem(sys.modules, __name__, sys.modules.get(__name__) or type(sys)("hook"))
    monkeypatch.setattr(sys.modules[__name__], "hooked", hooked, raising=False)
    assert master_keys.master_keys(tmp_path, make=True).current() == TWO


@pytest.mark.parametrize("named", ["nothing", "no.such.module:key", "gatehouse:no_such_function"])
def test_a_hook_that_is_none_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv(HOOK_VARIABLE, named)
    with pytest.raises(SetupError, match="module:function"):
        master_keys.master_keys(tmp_path, make=True)


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    master_keys.write_new(tmp_path / "k")
    (tmp_path / "k").chmod(0o640)
    with pytest.raises(MasterKeyError, match="chmod 600"):
        read_key(tmp_path / "k")


def test_an_exchange_goes_on_wherever_it_was_cut_off(tmp_path: Path) -> None:
    for cut in range(3):
        path = tmp_path / str(cut)
        before = master_keys.write_new(path)
        if cut:
            master_keys.write_key(path.with_name(f"{cut}.new"), TWO)
        if cut > 1:
            os.link(path, path.with_name(f"{cut}.old"))
        exchange(path)
        assert read_key(path) != before
        assert read_key(path.with_name(f"{cut}.old")) == before
        assert not path.with_name(f"{cut}.new").exists()
        assert cut == 0 or read_key(path) == TWO
        with pytest.raises(MasterKeyError, match="still there"):
            exchange(path)
