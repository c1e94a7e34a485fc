"""`gatehouse audit export`, `prove` and `check`: what leaves the log as a file, and single entries proved by one."""

from __future__ import annotations

import datetime as dt
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from gatehouse.app.home import audit_keys
from gatehouse.audit import export as export_file
from gatehouse.audit import key_files, proof
from gatehouse.audit.entry import Decision, Entry
from gatehouse.audit.errors import ProofError
from gatehouse.audit.key_files import Keys
from gatehouse.audit.references import kind_of
from gatehouse.cli.audit_keys import ToFile, counted, deliver, refusing
from gatehouse.cli.console import OUT, Refused, opened, plain
from gatehouse.cli.stored import stored

TELL_EVERY = 10_000
NUMBER_DIGITS_MAX = 18

LogKey = Annotated[
    Path | None, typer.Option("--log-key", help="The log's public key file; the one of this installation otherwise.")
]
OversightKey = Annotated[
    Path | None, typer.Option("--oversight-key", help="The oversight body's public key file; likewise.")
]


def known_keys(log_key: Path | None, oversight_key: Path | None) -> Keys:
    """The public keys that were named, else those of this installation."""
    known = Keys(key_files.public_keys(log_key)) if log_key else key_files.keys_in(audit_keys())
    return known._replace(oversight=key_files.public_keys(oversight_key)) if oversight_key else known


def export(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write, JSON Lines.")],
) -> None:
    """Write the whole log with its checkpoints to a file that anybody with the public keys can verify.

    The log holds references and no personal data. That it left is itself recorded.

    Example: gatehouse audit export log.jsonl
    """
    with stored(), refusing(), counted("writing") as told:
        from gatehouse.audit import keeping, log

        # The notes first: entries that come while they are read belong to no note yet.
        notes, end = tuple(keeping.notes()), log.size()
        origin = known_keys(None, None).origin
        beginning = log.beginning()
        whole = export_file.Export(origin, end, notes, counting(log.leaves(beginning.size, end), told), beginning)
        written = _written(out, whole)
        record_in_log("log.exported", {"entries": written})
    OUT.print(plain(f"{out}: {written} entries, {len(notes)} notes"))
    if missing := end - beginning.size - written:
        raise Refused(f"{missing} entries are missing from the log; run `gatehouse audit verify`")


def _written(out: Path, whole: export_file.Export) -> int:
    """Write the export under another name and put it in place when it is whole."""
    draft = out.with_name(f".{out.name}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as file:
            written = export_file.write(file, whole)
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)
    return written


def counting(leaves: Iterator[export_file.Leaf], told: Callable[[int], None]) -> Iterator[export_file.Leaf]:
    """The same entries, while it is told how many were read."""
    for number, leaf in leaves:
        if not number % TELL_EVERY:
            told(number)
        yield number, leaf


def record_in_log(act: str, details: dict[str, int | str]) -> None:
    """Tell the log of what this command did. Its actor is the host's user: the shell knows no other."""
    from django.db import transaction

    from gatehouse.audit import log

    actor = f"operator:{os.getuid() if hasattr(os, 'getuid') else 0}"
    now = dt.datetime.now(dt.UTC)
    told = Entry(actor, "operator", act, "store:audit", "oversight", Decision.ALLOWED, "command-line", now, details)
    with transaction.atomic():
        log.record([told])


def prove(
    what: Annotated[str, typer.Argument(metavar="SUBJECT|NUMBER", help="As traveller:123, or an entry's number.")],
    out: ToFile = None,
) -> None:
    """Prove that entries are in the log: one by its number, or all about a subject, without showing the others.

    The proof rests on the newest countersigned checkpoint that covers an entry, else on the newest signed one; what no
    checkpoint covers yet is left out and counted. The whole log below that checkpoint is read and verified for it.
    That entries were looked up is itself recorded.

    Example: gatehouse audit prove traveller:123 --out proof.json
    """
    with stored(), refusing(), counted("reading") as told:
        numbers = _numbers(what)
        proved = proof_of(numbers, told)
        record_in_log("log.searched", {"shown": proved.covered})
    deliver(proved.text, out)
    if out:
        later = f"; {len(numbers) - proved.covered} came after the checkpoint" if proved.covered < len(numbers) else ""
        OUT.print(plain(f"{out}: {proved.covered} entries proved in a log of {proved.size}{later}"))


class Proved(NamedTuple):
    """A proof, how many entries it covers, and how many the log has below its checkpoint."""

    text: str
    covered: int
    size: int


def proof_of(numbers: list[int], told: Callable[[int], None]) -> Proved:
    """The proof of these entries, in order. Raises `ProofError` where no checkpoint covers the first of them."""
    from gatehouse.audit import keeping, log
    from gatehouse.audit.checkpoint import checkpoint_from
    from gatehouse.audit.signing import note_from

    note = keeping.best_note(known_keys(None, None), numbers[0])
    if note is None:
        raise ProofError(f"no checkpoint covers entry {numbers[0]}", "run `gatehouse audit checkpoint` first")
    size = checkpoint_from(note_from(note)).size
    covered = [number for number in numbers if number < size]
    beginning = log.beginning()
    made = proof.made(counting(log.leaves(beginning.size, size), told), covered, note, beginning)
    return Proved(made.decode(), len(covered), size)


def _numbers(what: str) -> list[int]:
    """The numbers of the entries asked for, the first of all first. Refuses a subject that the log does not know."""
    from gatehouse.audit import log

    if what.isascii() and what.isdigit() and len(what) <= NUMBER_DIGITS_MAX:
        if int(what) >= log.size():
            raise Refused(f"{what}: the log has {log.size()} entries, numbered from 0")
        return [int(what)]
    kind_of(what)
    numbers = log.numbers_about(what, proof.ENTRIES_MAX + 1)
    if not numbers:
        raise Refused(f"{what}: no entry is about it")
    if len(numbers) > proof.ENTRIES_MAX:
        raise Refused(f"{what}: more than {proof.ENTRIES_MAX} entries are about it; ask for some of them by number")
    return numbers


def check(
    proof_file: Annotated[Path, typer.Argument(metavar="PROOF", help="What `gatehouse audit prove` wrote.")],
    log_key: LogKey = None,
    oversight_key: OversightKey = None,
) -> None:
    """Check a proof with public keys alone, and show the entries that it proves; needs no database.

    Example: gatehouse audit check proof.json --log-key log.pub --oversight-key overseer.key.pub
    """
    with refusing():
        known = known_keys(log_key, oversight_key)
        with opened(proof_file) as file:
            proved = proof.checked(file.stream.read(proof.PROOF_BYTES_MAX + 1), known)
    for number, entry in proved.entries:
        OUT.print(plain(f"{number}  {entry.encoded().decode()}"))
    signed = "signed and countersigned" if proved.is_countersigned else "signed, and not countersigned"
    point = proved.checkpoint
    OUT.print(plain(f"proved: in {point.origin} as it was on {point.time:%Y-%m-%d %H:%M} UTC, {signed}"))
