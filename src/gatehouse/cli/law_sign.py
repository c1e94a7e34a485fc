"""`gatehouse law key` and `gatehouse law sign`: the reviewing authority's key and its signature on a profile."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Annotated

import typer

from gatehouse.cli.console import OUT, Refused, plain
from gatehouse.cli.law_check import law_bytes
from gatehouse.safeguards.errors import ProfileError, SignatureError
from gatehouse.safeguards.profile_reading import examine

LOCKED = b"ENCRYPTED"
"""Stands in the first line of a PEM file whose key is locked by a passphrase (RFC 7468, section 11)."""


def key(
    file: Annotated[Path, typer.Argument(help="The private key to write; the public one goes to FILE.pub.")],
    lock: Annotated[bool, typer.Option("--lock", help="Ask for a passphrase and lock the private key.")] = False,
) -> None:
    """Make an Ed25519 key for signing profiles.

    The private key belongs to the reviewing authority and not on the machine that screens. Nothing is overwritten.

    Example: gatehouse law key reviewer --lock
    """
    from gatehouse.safeguards.signature import new_key_pair

    passphrase = typer.prompt("Passphrase", hide_input=True, confirmation_prompt=True, err=True) if lock else ""
    private, public = new_key_pair(passphrase.encode() or None)
    beside = file.with_name(file.name + ".pub")
    for path, data in ((file, private), (beside, public)):
        try:
            # Made for its owner's eyes from the first moment, and never over what is there.
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if path == file else 0o644)
        except FileExistsError as fault:
            raise Refused(f"{path}: is there already; name another file") from fault
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
    OUT.print(f"private key: {plain(str(file))}; public key: {plain(str(beside))}")


def sign(
    file: Annotated[Path, typer.Argument(help="The profile; the signature goes to FILE.sig.")],
    key: Annotated[Path, typer.Option(help="The reviewing authority's private key, PEM.")],
    unverified_too: Annotated[
        bool, typer.Option("--unverified-too", help="Sign although notes are not verified; the signer answers for it.")
    ] = False,
) -> None:
    """Sign a complete profile's exact bytes with Ed25519.

    Refuses a profile in which anything is wrong or missing, and one with notes that nobody has compared with the law,
    unless that is said. A change of a single byte afterwards makes the signature worthless.

    Example: gatehouse law sign law.toml --key reviewer
    """
    data = law_bytes(file)
    _signable(file, data, unverified_too=unverified_too)
    signature = _signed(data, key)
    target = file.with_name(file.name + ".sig")
    draft = target.with_name(f"{target.name}.{secrets.token_hex(4)}")
    draft.write_bytes(signature)
    draft.replace(target)
    OUT.print(f"{plain(str(target))} written; check it: gatehouse law check {plain(str(file))} --key PUBLIC-KEY")


def _signable(file: Path, data: bytes, *, unverified_too: bool) -> None:
    try:
        examined = examine(data)
    except ProfileError as fault:
        raise Refused(f"{file}: {fault}") from fault
    if examined.profile is None:
        count = len(examined.wrong) + len(examined.missing)
        raise Refused(f"{file}: {count} values are wrong or missing; `gatehouse law check` names them")
    if examined.unverified and not unverified_too:
        count = len(examined.unverified)
        raise Refused(f"{file}: {count} notes are not verified; compare them with the law, or add --unverified-too")


def _signed(data: bytes, key: Path) -> bytes:
    from gatehouse.safeguards import signature

    pem = law_bytes(key)
    passphrase = typer.prompt("Passphrase", hide_input=True, err=True) if LOCKED in pem else ""
    try:
        return signature.sign(data, pem, passphrase.encode() or None)
    except SignatureError as fault:
        raise Refused(f"{key}: {fault}") from fault
