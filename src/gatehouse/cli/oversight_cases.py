"""`gatehouse oversight cases`: the register of cases, with those of which nobody is left."""

from __future__ import annotations

from gatehouse.cli.cases import show
from gatehouse.cli.console import write_json
from gatehouse.cli.overseeing import READER, Json, Role, asking


def cases(role: Role = READER, json: Json = False) -> None:
    """Show every case: number, kind, dates and outcome, which stay when whom it was about is erased.

    Example: gatehouse oversight cases
    """
    with asking(role) as asked:
        from gatehouse.cooperation.cases.register import listed

        found = listed(asked)
    if json:
        for one in found:
            write_json(one._asdict())
        return
    show(found)
