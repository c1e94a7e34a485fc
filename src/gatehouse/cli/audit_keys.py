"""`gatehouse audit keys`, `checkpoint`, `countersign`, `take`: how the log and the oversight body sign."""

from __future__ import annotations

import datetime as dt
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from gatehouse.app.home import audit_keys
from gatehouse.audit import key_files
from gatehouse.audit.checkpoint import Request, checkpoint_from, countersigned, request_from
from gatehouse.audit.errors import AuditError
from gatehouse.audit.signing import NOTE_BYTES_MAX, Note, note_from
from gatehouse.cli.console import OUT, Refused, opened, plain, progress
from gatehouse.cli.stored import stored

REQUEST_BYTES_MAX = 4 * NOTE_BYTES_MAX
SEEN_SUFFIX = ".seen"
"""Beside an overseer's key: the newest note that it countersigned."""
NAME_BYTES = 4
ToFile = Annotated[Path | None, typer.Option("--out", help="File to write to; standard output without it.")]


@contextmanager
def refusing() -> Iterator[None]:
    """What the log refuses, in one line and with exit status 2."""
    try:
        yield
    except AuditError as fault:
        raise Refused(str(fault)) from fault


@contextmanager
def counted(doing: str) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal that says how many entries were read."""
    with progress() as bar:
        task = bar.add_task(doing, total=None)
        yield lambda done: bar.update(task, description=f"{doing}: {done} entries")


def text_in(path: Path, most: int) -> str:
    """The text of a small file. Refuses one that is longer than `most` bytes."""
    with opened(path) as file:
        data = file.stream.read(most + 1)
    if len(data) > most:
        raise Refused(f"{path}: is longer than {most} bytes; check which file was given")
    return data.decode(errors="replace")


def deliver(text: str, out: Path | None) -> None:
    """Write to the file that was named, whole or not at all, or to standard output."""
    if out is None:
        sys.stdout.write(text)
        return
    draft = out.with_name(f".{out.name}.{secrets.token_hex(4)}")
    draft.write_text(text, encoding="utf-8")
    draft.replace(out)


def keys(
    name: Annotated[str | None, typer.Option(help="Whom the key belongs to; a name of its own when not given.")] = None,
    oversight: Annotated[
        Path | None, typer.Option(help="The oversight body's public key file, to be known here from now on.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="For an overseer: the private key file to make, with .pub beside it.")
    ] = None,
) -> None:
    """Make the log's signing key, or an overseer's, or make the overseer's public key known.

    The log's pair goes into the folder `audit` of the home directory, or the one that GATEHOUSE_AUDIT_KEYS names. A
    private key is never overwritten, shown or made by default. The overseer runs this with --out on a machine of its
    own and hands over the .pub file only.

    Examples: gatehouse audit keys --name border.example/audit
    · gatehouse audit keys --out overseer.key --name dpa.example
    · gatehouse audit keys --oversight overseer.key.pub
    """
    with refusing():
        if oversight:
            for known in key_files.adopt(audit_keys(), oversight):
                OUT.print(plain(f"known from now on as the oversight body: {known}"))
            return
        private = out or audit_keys() / key_files.PRIVATE_FILE
        public = private.with_name(f"{private.name}.pub") if out else audit_keys() / key_files.PUBLIC_FILE
        made = key_files.make(private, public, name or f"gatehouse/{secrets.token_hex(NAME_BYTES)}")
    for line in (f"{private}: private, keep it and back it up", f"{public}: public, hand it out", str(made)):
        OUT.print(plain(line))


def checkpoint(
    since: Annotated[
        int | None, typer.Option(min=0, help="Prove growth from this size; from the newest countersigned otherwise.")
    ] = None,
    out: ToFile = None,
) -> None:
    """Sign how long the log is and its root, and write what the oversight body is to countersign.

    Run it on a schedule: what no countersigned checkpoint covers is what the log's own operator could change unseen.
    Only entries after the last checkpoint are read.

    Example: gatehouse audit checkpoint --out request.txt
    """
    with stored(), refusing(), counted("signing") as told:
        from gatehouse.audit import keeping

        folder = audit_keys()
        private, known = key_files.private_key(folder / key_files.PRIVATE_FILE), key_files.keys_in(folder)
        note = keeping.sign(private, known, dt.datetime.now(dt.UTC).replace(microsecond=0), told)
        request = keeping.request(note, since, known, told)
    deliver(str(request), out)


def countersign(
    note: Annotated[Path, typer.Argument(help="What `gatehouse audit checkpoint` wrote.")],
    key: Annotated[Path, typer.Option(help="The overseer's private key file.")],
    log: Annotated[Path, typer.Option(help="The log's public key file, got once from its operator.")],
    out: ToFile = None,
) -> None:
    """Countersign a checkpoint, on the overseer's own machine; needs no database.

    The newest note countersigned is kept beside the key (.seen). The next one is refused unless it proves that the log
    grew from that one with nothing altered: keep the .seen file as you keep the key.

    Example: gatehouse audit countersign request.txt --key overseer.key --log log.pub --out note.txt
    """
    with refusing():
        request = request_from(text_in(note, REQUEST_BYTES_MAX))
        signed = _countersigned(request, key, log)
    deliver(str(signed), out)


def _countersigned(request: Request, key: Path, log: Path) -> Note:
    memory = key.with_name(f"{key.name}{SEEN_SUFFIX}")
    seen = note_from(text_in(memory, NOTE_BYTES_MAX)) if memory.exists() else None
    signed = countersigned(request, key_files.private_key(key), key_files.public_keys(log), seen)
    # Remembered before it is handed out: a note that left and was forgotten could be answered by a rewritten log.
    deliver(str(signed), memory)
    return signed


def take(
    note: Annotated[Path, typer.Argument(help="What `gatehouse audit countersign` wrote.")],
) -> None:
    """Store a checkpoint that came back countersigned.

    Example: gatehouse audit take note.txt
    """
    with stored(), refusing():
        from gatehouse.audit import keeping

        read = note_from(text_in(note, NOTE_BYTES_MAX))
        keeping.take(read, key_files.keys_in(audit_keys()))
        OUT.print(f"countersigned: the first {checkpoint_from(read).size} entries")
