"""A file's detached Ed25519 signature (RFC 8032) over its exact bytes, and the keys for it.

The signature is in `FILE.sig`: the 64 bytes in base64 and a line feed. Nothing is put before the bytes that are signed,
so that other tools can check them too (`openssl pkeyutl -verify -rawin`). Keys are PEM files: PKCS #8 for the private
one, SubjectPublicKeyInfo (RFC 8410) for the public one.
"""

from __future__ import annotations

import base64
import binascii

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from gatehouse.safeguards.errors import SignatureError
from gatehouse.safeguards.profile import PublicKey

SIGNATURE_BYTES = 64
SIGNATURE_FILE_MAX = 200
KEY_FILE_MAX = 8192
SUFFIX = ".sig"


def sign(data: bytes, private_pem: bytes, passphrase: bytes | None = None) -> bytes:
    """What `FILE.sig` is to hold for these bytes. SignatureError for a key that is none, or locked."""
    signature = _private(private_pem, passphrase).sign(data)
    return base64.b64encode(signature) + b"\n"


def verify(data: bytes, signature_file: bytes, key: PublicKey) -> None:
    """Return when the signature is of these very bytes by this key; SignatureError otherwise."""
    try:
        signature = base64.b64decode(signature_file[:SIGNATURE_FILE_MAX].strip(), validate=True)
    except (binascii.Error, ValueError) as fault:
        raise SignatureError("the signature is not base64; sign the file anew") from fault
    if len(signature) != SIGNATURE_BYTES or len(signature_file) > SIGNATURE_FILE_MAX:
        raise SignatureError(f"the signature has not {SIGNATURE_BYTES} bytes; sign the file anew")
    try:
        Ed25519PublicKey.from_public_bytes(key.raw).verify(signature, data)
    except (InvalidSignature, ValueError) as fault:
        raise SignatureError("the signature is not of this file by this key; the file or the key is another") from fault


def public_key(pem: bytes) -> PublicKey:
    """The key of a PEM file; SignatureError for one that cannot be read or is of another kind."""
    try:
        loaded = load_pem_public_key(pem[:KEY_FILE_MAX])
    except (ValueError, UnsupportedAlgorithm) as fault:
        raise SignatureError("the public key is not a PEM file; give the one that `gatehouse law key` wrote") from fault
    if not isinstance(loaded, Ed25519PublicKey):
        raise SignatureError("the public key is not an Ed25519 key; give one that is")
    return PublicKey(loaded.public_bytes_raw())


def new_key_pair(passphrase: bytes | None = None) -> tuple[bytes, bytes]:
    """A new private key, locked when there is a passphrase, and its public key, both as PEM."""
    key = Ed25519PrivateKey.generate()
    lock: KeySerializationEncryption = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)
    return private, key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _private(pem: bytes, passphrase: bytes | None) -> Ed25519PrivateKey:
    try:
        loaded = load_pem_private_key(pem[:KEY_FILE_MAX], passphrase)
    except (ValueError, TypeError, UnsupportedAlgorithm) as fault:
        # TypeError is the library's word for a passphrase that is wanted and absent, or given and not wanted.
        raise SignatureError(
            "the private key cannot be read; give a PEM file, and its passphrase if it has one"
        ) from fault
    if not isinstance(loaded, Ed25519PrivateKey):
        raise SignatureError("the private key is not an Ed25519 key; `gatehouse law key` makes one")
    return loaded
