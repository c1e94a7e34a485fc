"""`gatehouse retention certificate`: written, verified offline, refused when changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.retention.running import run as run_clocks
from kept_people import AS_OF, IDENTITY, flight, law_of, person


@pytest.mark.usefixtures("database")
def test_a_certificate_is_written_and_verified(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATEHOUSE_AUDIT_KEYS", str(tmp_path / "keys"))
    law_of()
    assert run("retention", "certificate").status == 2
    person(flight("2021-05-01"), "ROE")
    run_clocks(AS_OF, IDENTITY, lambda: None, lambda _: None)
    without = run("retention", "certificate")
    assert (without.status, "gatehouse audit keys" in without.err) == (2, True)
    assert run("audit", "keys", "--name", "test.example/audit").status == 0
    path = tmp_path / "certificate.txt"
    assert run("retention", "certificate", "--out", path).status == 0
    shown = run("retention", "certificate", "--verify", path, "--log-key", tmp_path / "keys" / "log.pub")
    assert (shown.status, "travellers.Traveller" in shown.out) == (0, True)
    path.write_text(path.read_text().replace('"travellers":1', '"travellers":0'))
    assert run("retention", "certificate", "--verify", path).status == 2
