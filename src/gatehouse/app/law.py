"""The law that this installation works under: the signed profile of live mode, or the one of demonstrations.

`GATEHOUSE_MODE` is `demo` (when it is not set) or `live`. Live mode takes the profile that `GATEHOUSE_LAW` names (else
`law.toml` in the home directory), its signature beside it (`.sig`), and the reviewing authority's public key that
`GATEHOUSE_LAW_KEY` names (else `law-reviewer.pub` there), and refuses to start unless they fit.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gatehouse.app.errors import LawError
from gatehouse.app.home import home
from gatehouse.safeguards.errors import SafeguardsError
from gatehouse.safeguards.profile import Profile, PublicKey
from gatehouse.safeguards.profile_reading import FILE_BYTES_MAX
from gatehouse.safeguards.shipped import DEMO, demo_profile, shipped
from gatehouse.safeguards.standing import Standing, standing
from gatehouse.safeguards.verdict import verdict

MODE_VARIABLE = "GATEHOUSE_MODE"
LAW_VARIABLE = "GATEHOUSE_LAW"
KEY_VARIABLE = "GATEHOUSE_LAW_KEY"
LAW_FILE = "law.toml"
KEY_FILE = "law-reviewer.pub"
SUFFIX = ".sig"
REFUSALS_SHOWN = 3


class Mode(StrEnum):
    """What the installation is for."""

    DEMO = "demo"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class Law:
    """The mode and the profile that is in force in it."""

    mode: Mode
    profile: Profile

    def standing(self) -> Standing:
        """How the profile stands today, by UTC."""
        return standing(self.profile, dt.datetime.now(dt.UTC).date())


def mode() -> Mode:
    """The mode that the environment names; LawError for a word that is none, since it might have meant live."""
    given = os.environ.get(MODE_VARIABLE) or Mode.DEMO
    if given not in tuple(Mode):
        raise LawError(f"{MODE_VARIABLE} is neither live nor demo", f"set {MODE_VARIABLE}=live or {MODE_VARIABLE}=demo")
    return Mode(given)


def law_in_force() -> Law:
    """The law of this installation. Raises LawError where live mode has no complete, signed profile."""
    if mode() is Mode.DEMO:
        return Law(Mode.DEMO, demo_profile())
    path = law_file()
    try:
        found = verdict(contents(path), signature_of(path), reviewer_key(), dt.datetime.now(dt.UTC).date())
    except SafeguardsError as fault:
        raise _refused(path, (str(fault),)) from fault
    if found.refusals or found.examined.profile is None:
        raise _refused(path, found.refusals)
    return Law(Mode.LIVE, found.examined.profile)


def law_hash(law: Law) -> str:
    """The SHA-256 of the law profile's bytes."""
    data = shipped(DEMO) if law.mode is Mode.DEMO else contents(law_file())
    return hashlib.sha256(data).hexdigest()


def law_file() -> Path:
    """Where live mode looks for the profile."""
    return Path(os.environ.get(LAW_VARIABLE) or home() / LAW_FILE)


def reviewer_key() -> PublicKey | None:
    """The reviewing authority's public key; None where there is none. LawError for a file that holds none."""
    # Imported here: demonstrations need no cryptography, and commands should start quickly.
    from gatehouse.safeguards.signature import public_key

    named = os.environ.get(KEY_VARIABLE)
    path = Path(named) if named else home() / KEY_FILE
    if not named and not path.exists():
        return None
    try:
        return public_key(contents(path))
    except SafeguardsError as fault:
        raise LawError(f"{path}: {fault}", f"{KEY_VARIABLE} names the reviewing authority's key") from fault


def signature_of(path: Path) -> bytes | None:
    """The bytes of the signature beside a file; None where there is none."""
    beside = path.with_name(path.name + SUFFIX)
    return contents(beside) if beside.exists() else None


def contents(path: Path) -> bytes:
    """A small file's bytes, and one byte more than is allowed where it is larger. LawError where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(FILE_BYTES_MAX + 1)
    except OSError as fault:
        raise LawError(f"{path} cannot be read ({fault.strerror})", "check the path and its permissions") from fault


def _refused(path: Path, refusals: tuple[str, ...]) -> LawError:
    more = f"; and {len(refusals) - REFUSALS_SHOWN} more" if len(refusals) > REFUSALS_SHOWN else ""
    told = "; ".join(refusals[:REFUSALS_SHOWN]) + more
    return LawError(f"live mode does not start under {path}: {told}", f"run `gatehouse law check {path}`")
