"""`gatehouse retention certificate`: what a run erased, signed with the log's key; verified offline by anybody."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from gatehouse.app.home import audit_keys
from gatehouse.audit import key_files
from gatehouse.cli.audit_keys import ToFile, deliver, refusing
from gatehouse.cli.console import OUT, Refused, opened, plain
from gatehouse.cli.stored import stored


def certificate(
    run: Annotated[int | None, typer.Argument(min=1, help="The number of the run; the newest that erased.")] = None,
    verify: Annotated[Path | None, typer.Option(help="Verify this certificate instead; needs no database.")] = None,
    log_key: Annotated[Path | None, typer.Option(help="With --verify: the log's public key file.")] = None,
    out: ToFile = None,
) -> None:
    """Write the certificate of a run, signed with the audit log's key; or verify one.

    It holds counts by table, the numbers of what was erased, the data keys erased, the hash of the law profile, and how
    long the log was. It names nobody.

    Examples: gatehouse retention certificate 12 --out certificate.txt
    · gatehouse retention certificate --verify certificate.txt --log-key log.pub
    """
    if verify:
        _verified(verify, log_key)
        return
    with stored(), refusing():
        from gatehouse.retention import certifying
        from gatehouse.retention.certificate import written
        from gatehouse.retention.errors import RetentionError
        from gatehouse.retention.models import Run

        named = Run.objects.filter(id=run) if run else Run.objects.filter(step__act=certifying.ERASED).order_by("-id")
        found = named.first()
        if found is None:
            raise Refused("certificate: there is no such run, or none that erased; see `gatehouse retention run`")
        key = key_files.private_key(audit_keys() / key_files.PRIVATE_FILE)
        try:
            made = certifying.certify(found, key)
        except RetentionError as fault:
            raise Refused(str(fault)) from fault
        text = written(made.body, made.note)
    deliver(text, out)


def _verified(path: Path, log_key: Path | None) -> None:
    from gatehouse.retention.certificate import FILE_BYTES_MAX, verified
    from gatehouse.retention.errors import CertificateError

    with refusing():
        keys = key_files.public_keys(log_key or audit_keys() / key_files.PUBLIC_FILE)
    with opened(path) as file:
        data = file.stream.read(FILE_BYTES_MAX + 1)
    try:
        told = verified(data, keys)
    except CertificateError as fault:
        raise Refused(f"{path}: {fault}") from fault
    table = Table(box=None, show_header=False)
    table.add_row("[bold]signed by[/]", plain(", ".join(str(key) for key in keys)))
    for name in ("run", "as_of", "law", "mode", "started_at", "ended_at", "log_size"):
        table.add_row(f"[bold]{name}[/]", plain(str(told.get(name))))
    for name, count in sorted((told.get("counts") or {}).items()):
        table.add_row(f"[bold]erased[/] {plain(str(name))}", plain(str(count)))
    table.add_row("[bold]keys erased[/]", str(len(told.get("keys") or ())))
    OUT.print(table)
