"""Certificates from what a run wrote down. They say what was erased, under which law, and how long the log was then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry
from gatehouse.audit.signing import PrivateKey
from gatehouse.retention.certificate import body_of, signed
from gatehouse.retention.errors import CertificateError
from gatehouse.retention.models import Certificate, DataKey, Run, Step
from gatehouse.retention.steps import MACHINE, Notebook
from gatehouse.safeguards.vocabulary import Act, Role

ERASED = "erase"


def certify(run: Run, key: PrivateKey) -> Certificate:
    """The certificate of a run, signed now or before. Raises `CertificateError` for a run that has not ended."""
    known = Certificate.objects.filter(run=run).first()
    if known:
        return known
    if run.ended_at is None:
        raise CertificateError(f"run {run.id} has not ended", "run `gatehouse retention run` again to end it")
    body = body_of(_members(run))
    with transaction.atomic():
        made = Certificate.objects.create(run=run, body=body, note=str(signed(body, key)))
        notebook = Notebook.of(run)
        details = {"certificate": f"certificate:{made.id}"}
        entry = Entry(
            MACHINE.id,
            Role.MACHINE,
            "retention.erased",
            f"day:{run.as_of}",
            notebook.purpose,
            Decision.DUE,
            notebook.rules[Act.ERASE],
            timezone.now(),
            details,
        )
        log.record([entry])
    return made


def _members(run: Run) -> dict[str, object]:
    steps = Step.objects.filter(run=run, act=ERASED).order_by("id")
    counts: dict[str, int] = {}
    for told in steps.values_list("counts", flat=True):
        for table, count in told.items():
            counts[table] = counts.get(table, 0) + count
    return {
        "as_of": run.as_of.isoformat(),
        "counts": counts,
        "ended_at": run.ended_at.isoformat() if run.ended_at else None,
        "keys": list(_keys_erased(run)),
        "law": run.law,
        "log_size": log.size(),
        "mode": run.mode,
        "references": [f"{step.day or '-'} {step.references}" for step in steps.iterator() if step.references],
        "run": run.id,
        "started_at": run.started_at.isoformat(),
        "v": 1,
    }


def _keys_erased(run: Run) -> Iterator[dict[str, Any]]:
    within = DataKey.objects.filter(erased_at__gte=run.started_at, erased_at__lte=run.ended_at).order_by("id")
    for key in within:
        erased = key.erased_at.isoformat() if key.erased_at else None
        yield {"id": key.id, "scope": key.scope, "name": key.name, "erased_at": erased}
