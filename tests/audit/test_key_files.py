"""Key files are made once and private, and refused when they are not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gatehouse.audit import key_files
from gatehouse.audit.errors import KeyFileError, NoteError
from gatehouse.audit.signing import PrivateKey


def test_a_pair_is_made_that_only_its_owner_can_read(tmp_path: Path) -> None:
    private, public = tmp_path / "keys" / "log.key", tmp_path / "keys" / "log.pub"
    before = os.umask(0)
    try:
        made = key_files.make(private, public, "test.example/audit")
    finally:
        os.umask(before)
    assert (private.stat().st_mode & 0o777, private.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert key_files.private_key(private).public() == made
    assert key_files.public_keys(public) == (made,)
    assert key_files.keys_in(tmp_path / "keys") == key_files.Keys((made,))


@pytest.mark.parametrize("name", ["log.key", "log.pub"])
def test_a_key_is_never_overwritten(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("kept")
    with pytest.raises(KeyFileError, match="never overwritten"):
        key_files.make(tmp_path / "log.key", tmp_path / "log.pub", "a")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["kept"]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o610, 0o666])
def test_a_private_key_open_to_others_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "log.key"
    path.write_text(PrivateKey.made("a").written())
    path.chmod(mode)
    with pytest.raises(KeyFileError, match="chmod 600"):
        key_files.private_key(path)


def test_what_is_no_key_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="cannot be opened"):
        key_files.private_key(tmp_path / "log.key")
    with pytest.raises(KeyFileError, match="cannot be opened"):
        key_files.public_keys(tmp_path)
    path = tmp_path / "x"
    path.touch(mode=0o600)
    with pytest.raises(KeyFileError, match="empty"):
        key_files.public_keys(path)
    path.write_text(str(PrivateKey.made("a").public()))
    with pytest.raises(NoteError, match="no private key"):
        key_files.private_key(path)


def test_the_overseers_keys_are_adopted_and_replaced(tmp_path: Path) -> None:
    folder, first, second = tmp_path / "keys", PrivateKey.made("dpa.example"), PrivateKey.made("dpa.example")
    key_files.make(folder / "log.key", folder / "log.pub", "a")
    given = tmp_path / "given.pub"
    for keys in ([first], [first, second]):
        given.write_text("\n".join(str(key.public()) for key in keys))
        assert key_files.adopt(folder, given) == tuple(key.public() for key in keys)
        assert key_files.keys_in(folder).oversight == tuple(key.public() for key in keys)
    assert sorted(path.name for path in folder.iterdir()) == ["log.key", "log.pub", "oversight.pub"]


def test_a_private_key_is_not_adopted_as_a_public_one(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.write_text(PrivateKey.made("a").written())
    with pytest.raises(NoteError):
        key_files.adopt(tmp_path / "keys", given)
    assert not (tmp_path / "keys").exists()
