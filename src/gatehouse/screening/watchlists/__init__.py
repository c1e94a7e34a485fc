"""Lists we hold: what their files say of the persons on them, and which version said it when.

Enters: a list file of a known format (`reader.read_list`). Leaves: `terms.ListEntry` values in a `ListReading`, the
difference to the version before, and stored versions of which none is ever overwritten. The readers are pure: no
Django, no database, no network, no clock. Words: list, list entry, programme, handling, version, companion (a file of
a set). Invariants: a malformed entry is skipped with a finding and a count; a malformed file raises `ListFileError`
and changes nothing; nothing that a list does not say is made up; only persons are loaded, the rest is counted.

Trust: whoever can change this room, or put a file before it, can decide who is stopped.
"""
