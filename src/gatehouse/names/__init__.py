"""What two spellings of a person's name share, and why: script, romanisation, parts, sound, distance.

Enters: any text that claims to be a name. Leaves: a `Name` of tokens (`name.read_name`) and a graded, worded
likeness of two tokens (`distance.likeness`). Words: a *token* is one part of a name that carries evidence; its
*fold* is its letters reduced to what most spellings agree on; its *bones* are the consonants that survive a script
without vowels. Invariants: no input is refused and none costs more than the limits in `cleaning` and `name` allow.

Trust: whoever can change the tables in this room can decide which spellings count as the same name.
"""
