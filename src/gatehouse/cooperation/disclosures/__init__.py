"""What was given to other authorities: asked for by one, agreed to by another, on record, and told of to redress.

Enters: a visit (who, for which purpose, under which reference), a confirmed match or a traveller of a reasoned request,
a recipient of the law profile, and what of it is given. Leaves: a row of the register and an entry of the log; nothing
is sent by the machine. Words: **disclosure**, recipient, part. Invariants: two persons agreed, under the kernel's rule;
a match is disclosed only as long as two persons confirm it; the register names nobody, and it stays as long as the log.

Trust: the register tells what was agreed here. What somebody hands over without it, it does not know.
"""
