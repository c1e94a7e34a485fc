"""Which States are assessed, and in which cycles.

Enters: a code (ISO 3166-1 alpha-3, or `X-AL` and the like for a State that does not exist), names, a region; a cycle's
name and days. Leaves: `models.State` and `models.Cycle`, which every other room of the assessment refers to.
Invariants: a code is given once and never changes; a State that does not exist cannot be taken for one that does; a
cycle is planned, then open, then closed, and a closed one stays closed (`cycle_states`).

Trust: whoever can change this room can put a State into another region's table.
"""
