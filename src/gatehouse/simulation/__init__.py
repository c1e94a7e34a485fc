"""A day of traffic that never was: messages, a list, and the truth about which traveller is which entry.

Enters: a `Plan`. Leaves: a folder with `messages/*.edi`, `list.csv` (our own list form) and `truth.csv`. Pure: the
same plan writes the same bytes, and nothing but its own folder is touched. Every person is fictitious; names are
recombined from Faker's pools and from the reviewed table `spellings.csv`. Words: culture, pool, person, entry,
variation, party, flight, manifest, dirt. Invariants: one row of truth for every traveller of every readable message,
in message order; a planted traveller says by which kind of variation it departs from its entry.

Trust: whoever can change this room can change how good the screening seems to be.
"""
