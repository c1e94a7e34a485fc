"""`gatehouse audit keys`, `checkpoint`, `countersign`, `take`: both sides of the signing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stored_log import behind_the_back, grow

Ceremony = Callable[[], Path]


def test_there_is_no_key_by_default(
    database: Path, run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del database
    monkeypatch.setenv("GATEHOUSE_AUDIT_KEYS", str(tmp_path / "keys"))
    ran = run("audit", "checkpoint")
    assert (ran.status, "gatehouse audit keys" in ran.err) == (2, True)


def test_keys_are_made_once_and_not_shown(run: Callable, keys: Path) -> None:
    assert sorted(path.name for path in keys.iterdir()) == ["log.key", "log.pub", "oversight.pub"]
    private = (keys / "log.key").read_text()
    again = run("audit", "keys")
    assert (again.status, (keys / "log.key").read_text()) == (2, private)
    secret = private.strip().split("+", 4)[-1]  # base64 has plus signs of its own
    assert secret
    assert secret not in again.out + again.err


@pytest.mark.usefixtures("database")
def test_a_key_open_to_others_signs_nothing(run: Callable, keys: Path) -> None:
    (keys / "log.key").chmod(0o644)
    ran = run("audit", "checkpoint")
    assert (ran.status, "chmod 600" in ran.err) == (2, True)


@pytest.mark.usefixtures("database")
def test_the_log_is_countersigned_again_and_again(run: Callable, ceremony: Ceremony) -> None:
    for size in (3, 4, 9):
        grow(size - (0 if size == 3 else {4: 3, 9: 4}[size]))
        assert ceremony().read_text().splitlines()[1] == str(size)
    assert "countersigned up to 9" in run("audit", "verify").out


@pytest.mark.usefixtures("database")
def test_a_rewritten_log_is_not_countersigned(run: Callable, ceremony: Ceremony, keys: Path, tmp_path: Path) -> None:
    grow(5)
    ceremony()
    behind_the_back(
        "UPDATE audit_entry SET body = replace(body, 'allowed', 'refused') WHERE number = 3",
        "TRUNCATE audit_checkpoint",
    )
    grow(2)
    request = tmp_path / "request"
    assert run("audit", "checkpoint", "--out", request).status == 0
    ran = run("audit", "countersign", request, "--key", tmp_path / "o.key", "--log", keys / "log.pub")
    assert (ran.status, ran.out) == (2, "")
    assert "nothing proves that the log grew from size 5" in ran.err


@pytest.mark.usefixtures("database")
def test_what_is_no_note_is_refused(run: Callable, keys: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    for text in ("nothing", "x" * 100_000):
        wrong.write_text(text)
        assert run("audit", "take", wrong).status == 2
        assert run("audit", "countersign", wrong, "--key", tmp_path / "o.key", "--log", keys / "log.pub").status == 2
