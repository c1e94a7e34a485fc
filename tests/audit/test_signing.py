"""Keys and notes: one published example, and every way in which a signature may be wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.audit.errors import NoteError
from gatehouse.audit.signing import (
    NOTE_BYTES_MAX,
    SIGNATURES_MAX,
    Note,
    PrivateKey,
    from_base64,
    note_from,
    private_key_from,
    public_key_from,
    signers,
    to_base64,
)

# The example of the Go package golang.org/x/mod/sumdb/note, which defined the form.
PUBLISHED_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PUBLISHED_NOTE = (
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
    "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
KEY = PrivateKey("test.example/audit", bytes(range(32)))
OTHER = PrivateKey("dpa.example", bytes(range(1, 33)))
NOTE = Note("a text\n", (KEY.signature_line("a text\n"),))


def test_a_note_of_another_programme_is_verified() -> None:
    key = public_key_from(PUBLISHED_KEY)
    assert str(key) == PUBLISHED_KEY
    note = note_from(PUBLISHED_NOTE)
    assert str(note) == PUBLISHED_NOTE
    assert signers(note, [key]) == {key}


def test_one_changed_letter_makes_a_signature_false() -> None:
    with pytest.raises(NoteError, match="PeterNeumann is false"):
        signers(note_from(PUBLISHED_NOTE.replace("cryptography", "Cryptography")), [public_key_from(PUBLISHED_KEY)])


def test_keys_are_read_as_they_were_written() -> None:
    made = PrivateKey.made("test.example/audit")
    assert private_key_from(made.written()) == made
    assert public_key_from(str(made.public()) + "\n") == made.public()
    assert PrivateKey.made("a").seed != PrivateKey.made("a").seed


def test_a_private_key_does_not_show_itself() -> None:
    made = PrivateKey.made("test.example/audit")
    secret = made.written().split("+", 4)[-1]  # base64 has plus signs of its own
    assert len(secret) > 40
    assert secret not in repr(made)
    assert repr(made.seed) not in repr(made)


def test_two_sign_one_text() -> None:
    both = NOTE.signed_by(OTHER)
    assert both == both.signed_by(OTHER)
    assert note_from(str(both)) == both
    assert signers(both, [KEY.public(), OTHER.public()]) == {KEY.public(), OTHER.public()}


def test_an_unknown_signer_says_nothing() -> None:
    assert signers(NOTE.signed_by(OTHER), [OTHER.public()]) == {OTHER.public()}
    assert signers(NOTE, []) == frozenset()


def test_a_namesake_with_another_key_is_unknown() -> None:
    namesake = PrivateKey(KEY.name, OTHER.seed)
    assert signers(Note(NOTE.text, (namesake.signature_line(NOTE.text),)), [KEY.public()]) == frozenset()


def test_a_false_signature_beside_a_true_one_spoils_the_note() -> None:
    false = f"\u2014 {KEY.name} {to_base64(KEY.public().hash + bytes(64))}\n"
    with pytest.raises(NoteError, match="is false"):
        signers(Note(NOTE.text, (*NOTE.lines, false)), [KEY.public()])


NO_NOTES = {
    "empty": "",
    "unsigned": "a text\n\n",
    "no gap": "a text\n\u2014 a AAAAAAA=\n",
    "no last line end": str(NOTE)[:-1],
    "another mark": str(NOTE).replace("\u2014", "-"),
    "no base64": "a text\n\n\u2014 a !!!!\n",
    "no signature behind the hash": f"a text\n\n\u2014 a {to_base64(bytes(4))}\n",
    "too long": "x" * NOTE_BYTES_MAX + str(NOTE),
    "too many signatures": str(Note(NOTE.text, NOTE.lines * (SIGNATURES_MAX + 1))),
}


@pytest.mark.parametrize("fault", NO_NOTES)
def test_what_is_no_note_is_refused(fault: str) -> None:
    with pytest.raises(NoteError):
        note_from(NO_NOTES[fault])


@given(st.text(max_size=60))
def test_any_text_is_a_note_or_refused(text: str) -> None:
    for reader in (note_from, public_key_from, private_key_from):
        with pytest.raises(NoteError):
            reader(text)


PUBLIC = str(KEY.public())
NO_KEYS = {
    "another name": PUBLIC.replace("test", "best"),
    "another hash": PUBLIC.replace(KEY.public().hash.hex(), "00000000"),
    "another algorithm": PUBLIC.replace("+A", "+B"),
    "cut short": PUBLIC[:-4],
    "a name with a space": PUBLIC.replace("test", "te st"),
}


@pytest.mark.parametrize("fault", NO_KEYS)
def test_what_is_no_key_is_refused(fault: str) -> None:
    with pytest.raises(NoteError):
        public_key_from(NO_KEYS[fault])


def test_a_private_key_of_another_name_is_refused_without_being_shown() -> None:
    written = KEY.written().replace("test", "best")
    with pytest.raises(NoteError) as refusal:
        private_key_from(written)
    assert written.split("+", 4)[-1] not in str(refusal.value)


def test_a_name_that_would_break_the_form_is_refused() -> None:
    for name in ("", "a b", "a+b", "é", "a\n"):
        with pytest.raises(NoteError):
            PrivateKey.made(name)


@pytest.mark.parametrize("coded", ["", "AA", "AAA", "AB==", "AA==\n", " AA==", "é"])
def test_base64_has_one_spelling(coded: str) -> None:
    with pytest.raises(NoteError):
        from_base64(coded)
