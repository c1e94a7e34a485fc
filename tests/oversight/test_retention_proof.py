"""Runs and certificates are shown exactly as they are kept."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.oversight.retention_proof import certificate, runs
from gatehouse.retention.models import Certificate, Run


@pytest.mark.usefixtures("database")
def test_runs_with_their_certificates(supervisor) -> None:
    run = Run.objects.create(as_of=dt.date(2026, 11, 1), law="0" * 64, mode="run")
    kept = Certificate.objects.create(run=run, body='{"erased":3}', note="note")
    [one] = runs(supervisor(), 5)
    assert (one.id, one.as_of, one.ended, one.certificates) == (run.pk, run.as_of, None, (kept.pk,))
    assert certificate(supervisor(), kept.pk) == ('{"erased":3}', "note")
    assert certificate(supervisor(), 999) is None
