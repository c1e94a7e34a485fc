"""PAXLST: advance passenger information (UN/EDIFACT D.02B to D.15B, WCO/IATA/ICAO profile, and the older US profile).

Enters: one `edifact.Message`. Leaves: one `terms.Reading`. The flow is one line: a segment's text → what it *says*
(`grammar`, a table of tag → reader) → the machine puts that on the message, a flight, a person or a document
(`machine`) → quality rules look at the whole (`quality`). Words: said, fact, fault, draft, run, stop.

Invariants: as many travellers leave as person groups entered; a fault costs at most its own segment; a person's
segments never land on another person; nothing is inferred; directory repeat limits and segment order are not
enforced. What names a person is never memoised, so nothing of anybody outlives the reading.

Trust: whoever can change this room can change who an airline is said to have announced.
"""
