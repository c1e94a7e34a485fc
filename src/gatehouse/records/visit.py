"""A visit: who comes to the door, in which role, for which purpose, and what they bring."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gatehouse.records.law import law
from gatehouse.safeguards.decision import Actor, Context, Grant


@dataclass(frozen=True, slots=True)
class Visit:
    """Who acts for which purpose of the law profile, and what the act rests on (`safeguards.decision.Context`).

    The actor's identifier is their reference in the log (`account:12`, `operator:1000`, `machine:retention`).
    """

    actor: Actor
    purpose: str
    reference: str | None = None
    second: Actor | None = None
    requester: str | None = None
    grant: Grant | None = None
    recipient: str | None = None
    clears: bool = False

    def context(self, now: dt.datetime) -> Context:
        """What the kernel is told beside the question: the law of this installation as it stands, and the rest."""
        in_force = law()
        return Context(
            profile=in_force.profile,
            now=now,
            standing=in_force.standing().level,
            reference=self.reference,
            requester=self.requester,
            second=self.second,
            grant=self.grant,
            recipient=self.recipient,
            clears=self.clears,
        )
