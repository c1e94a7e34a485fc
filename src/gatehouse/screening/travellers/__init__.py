"""Who is on which flight, told by which messages.

Enters: readings, in the order they came. Leaves: flight legs, bookings and travellers in their present state, every
statement ever made about them (`TravellerRecord`, `BookingVersion`), and which statements of two sources were taken
for one person, on what evidence (`RecordJoin`). The logic is in the pure modules (`keys`, `states`, `identity`,
`joining`, `roster`, `placing`); `store` loads the flights of a batch and writes what changed.

Invariants: every traveller of a message has a record; two people of one message are never merged; nothing is
overwritten; a traveller is one row for each person and flight leg that crosses the border (the pushed leg for a PNR).

Trust: whoever can write here can take a person off a flight.
"""
