"""PNRGOV (IATA PADIS EDIFACT, 10.1 to 21.1): a push of bookings becomes a reading; ACKRES and GOVREQ too.

Enters: an `edifact.Message`. Leaves: a `Reading` with every booking, every traveller once, and findings. Pure.
Words: booking (SRC, a PNR), person (a traveller still being put together), draft (what a booking is while it is read),
settle (decide, when the booking is complete, whom each SSR speaks of). A booking is read in one pass by a table of
mode × tag (`groups`); SSRs are settled once all its people are known (`settle`, `assign`).

Invariants: every TIF outside check-in, split, non-air and history is exactly one traveller; an infant named only by
an INFT or an infant's DOCS is one too; nothing in history makes a person, a flight or a seat; no card number leaves
with more than its last four digits; findings hold no personal data.

Trust: whoever can change this room can give one person's passport to another.
"""
