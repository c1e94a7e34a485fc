"""What happened, in an append-only Merkle log that refers to people and never holds them.

Enters: entries (who, in which role, did what to which subject, for which purpose, decided how and why, when). Leaves:
numbered leaves, signed checkpoints, proofs, and exports that an outsider verifies without us. Words: entry, leaf (an
entry's bytes), edge, checkpoint (size, root and time, signed by the log), countersigned (signed by the oversight body
too), note (a checkpoint with its signatures). Invariants: an act and its entry commit together; a committed entry has
its number, with no gap; nothing here holds a name, a date of birth or a sentence; verifying needs no database.

Trust: whoever can change the database and holds the log's key can drop or rewrite what no countersigned checkpoint
covers yet, and nothing before the newest checkpoint that the oversight body keeps.
"""
