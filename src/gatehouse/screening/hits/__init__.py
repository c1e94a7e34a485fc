"""A claim that awaits a person: one hit for each traveller, leg and list entry, however often it is repeated.

Enters: candidates above the threshold. Leaves: hits with their explanation, the engine and the list version behind it,
and every earlier explanation. Invariants: a hit has no effect on a traveller; a repeat updates it and adds none; no
message closes it: only a person does, or the list, by dropping the entry (and then it says so and is kept).

Trust: whoever can write here can put a person before an officer, or keep one from being seen.
"""
