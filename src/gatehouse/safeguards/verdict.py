"""Whether a profile's file may be put into effect: complete, signed, meant for live use, and not out of date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from gatehouse.safeguards.errors import SignatureError
from gatehouse.safeguards.profile import PublicKey, Use
from gatehouse.safeguards.profile_reading import Examined, examine
from gatehouse.safeguards.standing import Standing, standing


class SignatureState(StrEnum):
    """What is known of the signature beside the file."""

    VALID = "valid"
    ABSENT = "absent"
    INVALID = "invalid"
    UNCHECKED = "unchecked"
    """There is one, and no key to check it with."""


SIGNATURE_SAYS = {
    SignatureState.VALID: "signed by the reviewing authority",
    SignatureState.ABSENT: "not signed; the reviewing authority signs with `gatehouse law sign`",
    SignatureState.UNCHECKED: "a signature without a key to check it; name the reviewing authority's public key",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file is, what its signature is worth, and how it stands on a day (None where it is no profile)."""

    examined: Examined
    signature: SignatureState
    signature_says: str
    standing: Standing | None

    @property
    def refusals(self) -> tuple[str, ...]:
        """Why live mode does not start with it; empty when it does. A lapsed review only stops screening."""
        problems = [str(problem) for problem in (*self.examined.wrong, *self.examined.missing)]
        profile = self.examined.profile
        if profile is not None and profile.profile.use is not Use.LIVE:
            problems.append("profile.use: this profile is for demonstrations; live mode needs one for live use")
        if self.signature is not SignatureState.VALID:
            problems.append(f"signature: {self.signature_says}")
        return tuple(problems)


def verdict(data: bytes, signature_file: bytes | None, key: PublicKey | None, today: dt.date) -> Verdict:
    """The verdict on a file's bytes and the bytes of its signature. Raises ProfileError for what is no TOML."""
    examined = examine(data)
    state, told = _signature(data, signature_file, key)
    return Verdict(examined, state, told, standing(examined.profile, today) if examined.profile else None)


def _signature(data: bytes, signature_file: bytes | None, key: PublicKey | None) -> tuple[SignatureState, str]:
    if signature_file is None:
        return SignatureState.ABSENT, SIGNATURE_SAYS[SignatureState.ABSENT]
    if key is None:
        return SignatureState.UNCHECKED, SIGNATURE_SAYS[SignatureState.UNCHECKED]
    # Imported here: who has no key to check with need not load the library.
    from gatehouse.safeguards.signature import verify

    try:
        verify(data, signature_file, key)
    except SignatureError as fault:
        return SignatureState.INVALID, str(fault)
    return SignatureState.VALID, SIGNATURE_SAYS[SignatureState.VALID]
