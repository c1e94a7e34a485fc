"""A leaked password is refused by the operator's file, wherever it stands; without a file nothing is looked up."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.web.accounts.leaked import LeakedPasswordValidator, is_listed


def digest(password: str) -> bytes:
    return hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()


def listed(path: Path, passwords: set[str]) -> Path:
    lines = sorted(digest(one) + f":{len(one)}".encode() for one in passwords)
    path.write_bytes(b"".join(line + b"\r\n" for line in lines))
    return path


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("leaked")


@given(st.sets(st.text(max_size=8), max_size=40), st.text(max_size=8))
def test_exactly_those_in_the_file_are_found(folder: Path, passwords: set[str], other: str) -> None:
    path = listed(folder / "list", passwords)
    assert all(is_listed(path, digest(one)) for one in passwords)
    assert is_listed(path, digest(other)) is (other in passwords)


def test_a_leaked_password_is_refused(tmp_path: Path) -> None:
    checking = LeakedPasswordValidator(str(listed(tmp_path / "list", {"correct horse battery staple", "x"})))
    with pytest.raises(ValidationError, match="leaked elsewhere"):
        checking.validate("correct horse battery staple")
    checking.validate("another pass phrase of ours")
    assert checking.get_help_text()
    without = LeakedPasswordValidator()
    without.validate("correct horse battery staple")
    assert without.get_help_text() == ""
