"""`gatehouse oversight prove`: entries that a question showed, proved without showing the others."""

from __future__ import annotations

from typing import Annotated

import typer

from gatehouse.cli.audit_export import proof_of
from gatehouse.cli.audit_keys import ToFile, counted, deliver, refusing
from gatehouse.cli.console import OUT, Refused, plain
from gatehouse.cli.overseeing import READER, Role, asking

NUMBERS_MAX = 1_000


def prove(
    numbers: Annotated[list[int], typer.Argument(metavar="NUMBER…", min=0, help="Numbers of entries, as shown.")],
    out: ToFile = None,
    role: Role = READER,
) -> None:
    """Prove that entries are in the log, by the newest countersigned checkpoint that covers them.

    The proof is checked elsewhere with `gatehouse audit check`. The whole log below the checkpoint is read for it.

    Example: gatehouse oversight prove 12 15 --out proof.json
    """
    if len(numbers) > NUMBERS_MAX:
        raise Refused(f"more than {NUMBERS_MAX} entries at once; prove them in parts")
    with refusing(), asking(role) as asked, counted("reading") as told:
        from gatehouse.oversight.searching import LOG
        from gatehouse.records import opened
        from gatehouse.safeguards.vocabulary import Act

        with opened(asked, Act.EXPORT, LOG):
            proved = proof_of(sorted(set(numbers)), told)
    deliver(proved.text, out)
    if out:
        OUT.print(plain(f"{out}: {proved.covered} entries proved in a log of {proved.size}"))
