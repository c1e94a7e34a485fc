"""A master key in a token: what it wraps opens by it, at its place only, in a fork too; and it is looked at first.

On SoftHSM2, a token in software (Debian: apt install softhsm2), with python-pkcs11; skipped where either is absent.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from gatehouse.app import master_keys, token_key
from gatehouse.app.token_key import KEY, MODULE, OLD, PIN_FILE, TOKEN
from gatehouse.retention.errors import MasterKeyError, SealError

pkcs11 = pytest.importorskip("pkcs11", reason="python-pkcs11 is not installed; pip install 'gatehouse[pkcs11]'")
LIBRARIES = [
    path for folder in ("/usr/lib", "/usr/lib64", "/usr/local/lib") for path in Path(folder).glob("**/libsofthsm2.so")
]
pytestmark = pytest.mark.skipif(
    not (LIBRARIES and shutil.which("softhsm2-util")), reason="SoftHSM2 is not installed (Debian: apt install softhsm2)"
)
PIN = "98765432"
DATA_KEY = bytes(range(32))
MAKE = """
import sys, pkcs11
from pkcs11 import Attribute, KeyType
library, pin, label, bits, number, *others = sys.argv[1:]
wanted = {Attribute.SENSITIVE: True, Attribute.EXTRACTABLE: False}
for other in others:
    name, _, value = other.partition("=")
    wanted[getattr(Attribute, name)] = value == "True"
with pkcs11.lib(library).get_token(token_label="gatehouse").open(rw=True, user_pin=pin) as session:
    for old in session.get_objects({Attribute.LABEL: label}):
        old.destroy()
    number = bytes.fromhex(number)
    session.generate_key(KeyType.AES, int(bits), id=number, label=label, store=True, template=wanted)
"""
"""Makes a key in a process of its own, as an operator would: a program is logged in to a token once."""
PLACE = "retention.DataKey/flight-day/2026-05-01"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A token of its own, and the path of the library that speaks to it."""
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}/tokens\nlog.level = ERROR\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        made = ["softhsm2-util", "--init-token", "--free", "--label", "gatehouse", "--so-pin", PIN, "--pin", PIN]
        subprocess.run(made, check=True, capture_output=True)
        yield str(LIBRARIES[0])


def _left() -> None:
    """End this process's session, so that the next one sees what was made meanwhile."""
    for session in token_key._SESSIONS.values():
        session.close()
    token_key._SESSIONS.clear()


@pytest.fixture
def token(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """`token(label=…)` makes a key in the token; the environment names it."""
    pin = tmp_path / "pin"
    pin.write_text(PIN + "\n")
    pin.chmod(0o600)
    for name, value in ((MODULE, library), (TOKEN, "gatehouse"), (PIN_FILE, str(pin)), (KEY, "master")):
        monkeypatch.setenv(name, value)
    monkeypatch.delenv(OLD, raising=False)
    for name in (master_keys.KEY_VARIABLE, master_keys.FILE_VARIABLE, master_keys.OLD_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    _left()

    def make(label: str = "master", bits: int = 256, number: bytes | None = None, **attributes: bool) -> str:
        number = secrets.token_bytes(16) if number is None else number
        told = [
            library,
            PIN,
            label,
            str(bits),
            number.hex(),
            *(f"{name}={value}" for name, value in attributes.items()),
        ]
        subprocess.run([sys.executable, "-c", MAKE, *told], check=True)
        return label

    return make


def test_what_it_wraps_opens_by_it_and_at_its_place(token: Callable[..., str]) -> None:
    token()
    [key] = token_key.keys()
    wrapped = key.wrap(DATA_KEY, PLACE)
    assert DATA_KEY not in wrapped
    assert key.wrap(DATA_KEY, PLACE) != wrapped
    assert key.unwrap(wrapped, PLACE) == DATA_KEY
    for broken, place in (
        (wrapped, PLACE + "x"),
        (wrapped[:-1] + bytes([wrapped[-1] ^ 1]), PLACE),
        (wrapped[:20], PLACE),
        (b"", PLACE),
        (b"\x02" + wrapped[1:], PLACE),
    ):
        with pytest.raises(SealError):
            key.unwrap(broken, place)
    assert key.unwrap(wrapped, PLACE) == DATA_KEY


def test_its_fingerprint_is_of_the_key_and_stays(token: Callable[..., str]) -> None:
    token()
    [first], [again] = token_key.keys(), token_key.keys()
    assert first.fingerprint == again.fingerprint
    assert PIN not in repr(first)
    token()
    assert token_key.keys()[0].fingerprint != first.fingerprint


def test_another_key_opens_nothing_and_the_old_one_does(token: Callable[..., str], monkeypatch: Any) -> None:
    token("before")
    monkeypatch.setenv(KEY, "before")
    wrapped = token_key.keys()[0].wrap(DATA_KEY, PLACE)
    token("master")
    monkeypatch.setenv(KEY, "master")
    monkeypatch.setenv(OLD, "before")
    now, before = token_key.keys()
    with pytest.raises(SealError):
        now.unwrap(wrapped, PLACE)
    assert before.unwrap(wrapped, PLACE) == DATA_KEY


def test_the_installation_takes_it_by_the_hook(token: Callable[..., str], tmp_path: Path, monkeypatch: Any) -> None:
    token("before")
    token("master")
    monkeypatch.setenv(OLD, "before")
    monkeypatch.setenv(master_keys.HOOK_VARIABLE, "gatehouse.app.token_key:keys")
    found = master_keys.master_keys(tmp_path, make=False)
    now, before = token_key.keys()
    assert found.current().fingerprint == now.fingerprint
    assert found.of(before.fingerprint).fingerprint == before.fingerprint


def test_a_fork_opens_a_session_of_its_own(token: Callable[..., str]) -> None:
    token()
    [key] = token_key.keys()
    wrapped = key.wrap(DATA_KEY, PLACE)
    child = os.fork()
    if not child:
        os._exit(0 if key.unwrap(wrapped, PLACE) == DATA_KEY else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert key.unwrap(wrapped, PLACE) == DATA_KEY


@pytest.mark.parametrize(
    "wrong", [{"EXTRACTABLE": True}, {"SENSITIVE": False}, {"bits": 128}, {"number": b"\x01"}], ids=str
)
def test_a_key_that_is_less_than_that_is_refused(token: Callable[..., str], wrong: dict[str, Any]) -> None:
    token(**wrong)
    with pytest.raises(MasterKeyError):
        token_key.keys()


def test_what_is_missing_is_said_and_no_secret(token: Callable[..., str], tmp_path: Path, monkeypatch: Any) -> None:
    token()
    other = tmp_path / "other"
    other.write_text("00000000")
    other.chmod(0o600)
    for name, value in ((TOKEN, "none"), (KEY, "none"), (PIN_FILE, str(other)), (PIN_FILE, str(tmp_path / "absent"))):
        token_key._SESSIONS.clear()
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            with pytest.raises(MasterKeyError) as fault:
                token_key.keys()
            assert "00000000" not in str(fault.value)
    other.chmod(0o644)
    monkeypatch.setenv(PIN_FILE, str(other))
    with pytest.raises(MasterKeyError, match="chmod 600"):
        token_key.keys()
    monkeypatch.delenv(MODULE)
    with pytest.raises(MasterKeyError, match=MODULE):
        token_key.keys()
