"""People write criteria, have them tried on history, and approve or retire them; the register stays the truth.

Enters: a visit (who, in which role) and the text of a criterion file. Leaves: drafts, trials that a worker takes up,
and versions that stand in the register (`screening/criteria/register.py`). Words: **draft** (a text that only its
author changes), **trial** (a text as it was when it was sent to be tried, and how far that is). Invariants: the text is
kept as typed, whole or not; a trial is of the very bytes that were sent; author and approver are accounts, and two; an
act and its entry in the log are one. Trust: whoever can write the register's folder can put a criterion in force.
"""
