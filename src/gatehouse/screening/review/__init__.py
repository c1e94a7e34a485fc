"""A person decides: what waits for whom, what was decided and why, and what is remembered of it.

Enters: hits as the flow makes and renews them, and the acts of people. Leaves: a queue, the hit with everything that
speaks for and against it, decisions that are never overwritten, and, where two persons agreed, a `ConfirmedMatch`.
Words: **review** (where a hit stands with people), **act** (one thing that somebody did to it, kept for ever),
**memory** (what a decision says about the next time the same pair comes). Invariants: only people clear and confirm;
an act is added and never changed; two persons are two; who decides on what has meanwhile changed is told so.

Trust: whoever can write here can silence a hit, or put words into an analyst's mouth; the acts are append-only in the
database, and each stands in the audit log as well.
"""
