"""Where this installation's master key comes from: the environment, a file, or a hook for a token or key service.

In this order: `GATEHOUSE_MASTER_KEY_HOOK` names `module:function`, which gives a `MasterKey`, or a list of it and those
before it (`token_key` for a PKCS#11 token, an operator's own module for a key service); `GATEHOUSE_MASTER_KEY` is the
key, base64; `GATEHOUSE_MASTER_KEY_FILE` names a file that holds it; else it is `master.key` in the home directory. The
one before it is kept as `GATEHOUSE_MASTER_KEY_OLD`, or as the file's name with `.old`, until everything is wrapped
anew.

In demo mode the file in the home directory is made when absent. Live mode refuses to start without a key.
"""

from __future__ import annotations

import os
import secrets
import stat
from importlib import import_module
from pathlib import Path

from gatehouse.app.errors import SetupError
from gatehouse.retention.errors import MasterKeyError
from gatehouse.retention.master_key import MasterKey, Masters, SoftMasterKey

HOOK_VARIABLE = "GATEHOUSE_MASTER_KEY_HOOK"
KEY_VARIABLE = "GATEHOUSE_MASTER_KEY"
OLD_VARIABLE = "GATEHOUSE_MASTER_KEY_OLD"
FILE_VARIABLE = "GATEHOUSE_MASTER_KEY_FILE"
KEY_FILE = "master.key"
OLD_SUFFIX, NEW_SUFFIX = ".old", ".new"
FILE_CHARS_MAX = 256
KEY_MODE = 0o600


def key_file(home: Path) -> Path:
    """The file that the key is in, where it is in one."""
    named = os.environ.get(FILE_VARIABLE)
    return Path(named).expanduser().resolve() if named else home / KEY_FILE


def is_elsewhere() -> bool:
    """Whether the key is in no file: in the environment or behind a hook."""
    return bool(os.environ.get(HOOK_VARIABLE) or os.environ.get(KEY_VARIABLE))


def master_keys(home: Path, *, make: bool) -> Masters:
    """The master keys of the installation in `home`; with `make`, one is made where its own file is absent.

    Raises `SetupError` where there is none, or none that can be used.
    """
    path = key_file(home)
    try:
        if make and not is_elsewhere() and not path.exists():
            write_new(path)
        found = Masters(lambda: _loaded(path))
        found.reload()
    except MasterKeyError as fault:
        raise SetupError(str(fault.cause), str(fault.remedy)) from fault
    return found


def write_new(path: Path) -> SoftMasterKey:
    """Make a key in a file that only its owner reads; one that is there already stays, and is the key.

    It is written under another name and linked into place, so that two first commands agree on one key.
    """
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    write_key(draft, SoftMasterKey.made())
    try:
        os.link(draft, path)
    except FileExistsError:
        # Another first command was quicker: its key is the key.
        return read_key(path)
    finally:
        draft.unlink()
    return read_key(path)


def write_key(path: Path, key: SoftMasterKey) -> None:
    """Write a key to a file that is not there yet, and wait for the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), KEY_MODE)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key.text() + "\n")
        file.flush()
        os.fsync(file.fileno())


def read_key(path: Path) -> SoftMasterKey:
    """The key in a file. Raises `MasterKeyError` for one that is missing, open to others, or no key."""
    try:
        with path.open(encoding="ascii", errors="replace") as file:
            mode = os.fstat(file.fileno()).st_mode
            if not stat.S_ISREG(mode) or stat.S_IMODE(mode) & 0o077:
                raise MasterKeyError(f"{path} can be read by others than its owner", f"run: chmod 600 {path}")
            return SoftMasterKey.from_text(file.read(FILE_CHARS_MAX))
    except OSError as fault:
        raise MasterKeyError(
            f"the master key {path} cannot be read ({fault.strerror})",
            "make one with `gatehouse retention keys new`, or name the file in GATEHOUSE_MASTER_KEY_FILE",
        ) from None


def exchange(path: Path) -> None:
    """Put a new key in the file's place, the one before it beside it (`.old`); goes on where it was cut off.

    Refuses (`MasterKeyError`) while an old key is still there: it may be the only one that opens something.
    """
    old, new = path.with_name(path.name + OLD_SUFFIX), path.with_name(path.name + NEW_SUFFIX)
    if old.exists() and not new.exists():
        raise MasterKeyError(f"{old} is still there", "run `gatehouse retention keys rotate --finish` first")
    if not new.exists():
        write_key(new, SoftMasterKey.made())
    read_key(new)
    if not old.exists():
        os.link(path, old)
    # The file is never absent: whoever starts now finds one key or the other, and both are known.
    new.replace(path)


def _loaded(path: Path) -> list[MasterKey]:
    if named := os.environ.get(HOOK_VARIABLE):
        return [*_hooked(named), *_old_in_environment()]
    if text := os.environ.get(KEY_VARIABLE):
        return [SoftMasterKey.from_text(text), *_old_in_environment()]
    old = path.with_name(path.name + OLD_SUFFIX)
    return [read_key(path), *([read_key(old)] if old.exists() else _old_in_environment())]


def _old_in_environment() -> list[SoftMasterKey]:
    text = os.environ.get(OLD_VARIABLE)
    return [SoftMasterKey.from_text(text)] if text else []


def _hooked(named: str) -> list[MasterKey]:
    module, colon, function = named.partition(":")
    try:
        if not colon:
            raise AttributeError(named)
        found: MasterKey | list[MasterKey] = getattr(import_module(module), function)()
    except (ImportError, AttributeError) as fault:
        raise MasterKeyError(f"{HOOK_VARIABLE} names no function: {named}", "write it as module:function") from fault
    return found if isinstance(found, list) else [found]
