"""What a finding rests on: documents, interviews, observations, measured numbers, and what other bodies said.

Enters: an item with its source, and a file where it has one. Leaves: items, files, and for each whether its chain of
custody holds. Words: item, holder (whoever has it now), custody event. Invariants: an item is never changed; a file is
known by its SHA-256; every event names the one before it by its hash, so that a chain that was cut, reordered or
rewritten is said to be broken, and nothing is hidden because of it. An interview names an office and no person.

Trust: whoever can change this room and the audit log can invent evidence.
"""
