"""What retention refuses.

RetentionError
├── MasterKeyError     no master key, or not the one that the data keys are wrapped with
├── SealError          sealed bytes that were altered, moved or cut
│   └── ErasedError    their key was erased: nobody can read them again
├── DeclarationError   a column that no room declares, or a declaration of none
├── HoldError          a hold that cannot be placed or ended
├── UnmaskError        a request to unmask that the law does not let pass
└── CertificateError   a certificate that cannot be made or is not true
"""

from __future__ import annotations

from gatehouse.terms.saying import Saying


class RetentionError(Exception):
    """Retention refuses something. `cause` says why and `remedy` what to do; neither holds anybody's data."""

    def __init__(self, cause: Saying | str, remedy: Saying | str) -> None:
        super().__init__(f"{cause}; {remedy}")
        self.cause, self.remedy = cause, remedy


class MasterKeyError(RetentionError):
    """No master key, or not the one that the data keys are wrapped with."""


class SealError(RetentionError):
    """Sealed bytes that were altered, moved to another place, or cut."""


class ErasedError(SealError):
    """The key was erased: what it sealed is gone, in every copy."""


class DeclarationError(RetentionError):
    """A column that no room declares, or a declaration of a column that is not there."""


class HoldError(RetentionError):
    """A hold that cannot be placed or ended."""


class UnmaskError(RetentionError):
    """A request to unmask that is not made, not approved or not opened. The refusal is in the log."""


class CertificateError(RetentionError):
    """A certificate that cannot be made, or that is not true."""
