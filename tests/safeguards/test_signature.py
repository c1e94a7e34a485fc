"""Signatures over exact bytes, with the vector of the standard, and every way in which one does not fit."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.safeguards.errors import SignatureError
from gatehouse.safeguards.profile import PublicKey
from gatehouse.safeguards.signature import new_key_pair, public_key, sign, verify

PRIVATE, PUBLIC = new_key_pair()
KEY = public_key(PUBLIC)
SIGNED = sign(b"as reviewed", PRIVATE)


def test_the_vector_of_rfc_8032_section_7_1_test_2() -> None:
    key = PublicKey(bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"))
    signature = bytes.fromhex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    verify(bytes.fromhex("72"), base64.b64encode(signature), key)


@given(st.binary(max_size=300))
def test_what_is_signed_is_verified(data: bytes) -> None:
    verify(data, sign(data, PRIVATE), KEY)


@given(st.integers(0, 10), st.integers(1, 255))
def test_a_single_changed_byte_is_found(place: int, change: int) -> None:
    changed = bytearray(b"as reviewed")
    changed[place] ^= change
    with pytest.raises(SignatureError, match="not of this file"):
        verify(bytes(changed), SIGNED, KEY)


@pytest.mark.parametrize(
    "signature",
    [b"", b"nonsense!", SIGNED[:-4], SIGNED.strip() + b"AAAA", b"A" * 10_000, base64.b64encode(bytes(64))],
    ids=["empty", "not-base64", "cut", "longer", "huge", "zeros"],
)
def test_what_is_no_signature_is_refused(signature: bytes) -> None:
    with pytest.raises(SignatureError):
        verify(b"as reviewed", signature, KEY)


def test_another_key_does_not_fit() -> None:
    with pytest.raises(SignatureError):
        verify(b"as reviewed", SIGNED, public_key(new_key_pair()[1]))


def test_a_locked_key_opens_with_its_passphrase_only() -> None:
    private, public = new_key_pair(b"a long passphrase")
    verify(b"x", sign(b"x", private, b"a long passphrase"), public_key(public))
    for wrong in (None, b"another"):
        with pytest.raises(SignatureError, match="passphrase"):
            sign(b"x", private, wrong)


@pytest.mark.parametrize("pem", [b"", b"junk", PRIVATE], ids=["empty", "junk", "the-private-one"])
def test_what_is_no_public_key_is_refused(pem: bytes) -> None:
    with pytest.raises(SignatureError):
        public_key(pem)


@pytest.mark.parametrize("pem", [b"", b"junk", PUBLIC], ids=["empty", "junk", "the-public-one"])
def test_what_is_no_private_key_is_refused(pem: bytes) -> None:
    with pytest.raises(SignatureError):
        sign(b"x", pem)


def test_a_key_of_another_kind_is_refused() -> None:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    other = X25519PrivateKey.generate()
    private = other.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = other.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    with pytest.raises(SignatureError, match="Ed25519"):
        sign(b"x", private)
    with pytest.raises(SignatureError, match="Ed25519"):
        public_key(public)
