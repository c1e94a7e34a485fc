"""A message means something: PAXLST, PNRGOV, CUSRES and CONTRL become readings.

Enters: `edifact.Message`. Leaves: `terms.Reading`, one for each message, whatever it holds. Pure: no Django, no
database, no clock (the reference year comes from the message itself). Invariants: travellers out = travellers in; a
fault is confined to its field or its person and becomes a finding; an unknown code is kept as evidence; nothing is
inferred (no nationality from a birth place or an issuer); every field can be traced to its segment.

Trust: whoever can change this room can change who a traveller is said to be.
"""

from gatehouse.screening.messages.dispatch import read_message, read_messages

__all__ = ["read_message", "read_messages"]
