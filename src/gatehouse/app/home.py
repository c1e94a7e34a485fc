"""The home directory: where the embedded database and the secret key of one installation live."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from gatehouse.app.errors import SetupError

HOME_VARIABLE = "GATEHOUSE_HOME"
HOME_DEFAULT = ".gatehouse"
AUDIT_KEYS_VARIABLE = "GATEHOUSE_AUDIT_KEYS"
AUDIT_KEYS = "audit"
"""Folder in the home directory for the audit log's keys, unless the variable names another."""
KEY_FILE = "secret_key"
KEY_BYTES = 48
CRITERIA = "criteria"
"""Folder in the home directory for the register of criteria."""


def home_path() -> Path:
    """The directory named by `GATEHOUSE_HOME`, else `.gatehouse` in the current directory, there or not."""
    return Path(os.environ.get(HOME_VARIABLE) or HOME_DEFAULT).expanduser().resolve()


def home() -> Path:
    """The directory of `home_path`; made when absent.

    Raises `SetupError` when it cannot be made or written to.
    """
    path = home_path()
    try:
        path.mkdir(mode=0o750, parents=True, exist_ok=True)
    except OSError as fault:
        raise SetupError(
            f"the home directory {path} cannot be made ({fault.strerror})",
            f"set {HOME_VARIABLE} to a folder that you may write to",
        ) from fault
    if not os.access(path, os.W_OK | os.X_OK):
        raise SetupError(
            f"the home directory {path} may not be written to",
            f"set {HOME_VARIABLE} to a folder of your own",
        )
    return path


def audit_keys() -> Path:
    """The folder of the audit log's keys: the one `GATEHOUSE_AUDIT_KEYS` names, else `audit` in the home directory.

    It is not made here: a verifier elsewhere has none, and names its key files itself.
    """
    given = os.environ.get(AUDIT_KEYS_VARIABLE)
    return Path(given).expanduser().resolve() if given else home_path() / AUDIT_KEYS


def secret_key(directory: Path) -> str:
    """The installation's own secret, made on first use in a file that only its owner can read.

    The file is written under another name and linked into place, so that two first commands at once agree on one key
    and none reads half of it.
    """
    path = directory / KEY_FILE
    if not path.exists():
        draft = directory / f"{KEY_FILE}.{os.getpid()}.{secrets.token_hex(4)}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(KEY_BYTES), encoding="ascii")
        try:
            os.link(draft, path)
        except FileExistsError:
            return path.read_text(encoding="ascii")
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii")
