"""What the log refuses.

AuditError
├── EntryError        an entry that may not be written, or bytes that are none
├── NoteError         a checkpoint, a signature or a key that cannot be read
├── KeyFileError      a key file that is missing, open to others, or exists already
├── ProofError        a proof that cannot be made or does not prove
└── ExportError       an export or proof file that cannot be read
"""

from __future__ import annotations


class AuditError(Exception):
    """The audit log refuses something. `cause` says why and `remedy` what to do; neither holds what was refused."""

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(f"{cause}; {remedy}")
        self.cause, self.remedy = cause, remedy


class EntryError(AuditError):
    """An entry that may not be written, or bytes that are no entry."""


class NoteError(AuditError):
    """A checkpoint, a signature or a key in a form that cannot be read."""


class KeyFileError(AuditError):
    """A key file that is missing, open to others, or would be overwritten."""


class ProofError(AuditError):
    """A proof that cannot be made, or does not prove what it should."""


class ExportError(AuditError):
    """An export that is none, or of another version."""
