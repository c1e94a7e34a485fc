"""`gatehouse assess search`: words looked for in what this reader may read about a State."""

from __future__ import annotations

from typing import Annotated

import typer

from gatehouse.cli.assess_actor import assessed
from gatehouse.cli.assess_questions import Role, StateCode, actor_for
from gatehouse.cli.console import OUT, plain


def search(
    state: StateCode,
    words: Annotated[str, typer.Argument(help="Words as they stand in the text; case and spaces do not count.")],
    role: Role = "team-lead",
) -> None:
    """Find paragraphs about a State: answers, evidence, findings, recommendations, progress, needs.

    What the State keeps from this reader is not searched.

    Example: gatehouse assess search KEN "northern crossing" --as committee-member
    """
    with assessed():
        from gatehouse.assessment.searching import find
        from gatehouse.assessment.states.store import state_of

        found = find(actor_for(role, None, state), state_of(state), words)
        for one in found:
            for part in one.shown:
                OUT.print(plain(f"{one.subject.ref}, paragraph {part.number}: {part.text}"))
        if not found:
            OUT.print("nothing")
