"""CUSRES: what a government answers a carrier, and what a carrier answers back (UN/EDIFACT CUSRES D.05B to D.15B).

Enters: `edifact.Message` of type CUSRES, or typed verdicts to send. Leaves: `terms.Reading` whose `replies` are the
verdicts, or the segments of a message. Invariants: every ERP group becomes one reply, a status this room does not
know is kept as it came, and a refusal to board is written only from a verdict that names its basis.

Trust: whoever can change this room can keep a person off a flight, or let one on.
"""
