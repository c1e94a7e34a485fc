"""A message arrives: the file as it came, which of its messages are new, and how far the work on it has gone.

Enters: a file of one channel. Leaves: its bytes without what is sensitive (`sensitive/`), held as they were otherwise
(`Transmission`, in chunks), and one `StoredMessage` for each message with its findings. Words: transmission (one file
received), message, series (the parts of one list or push), duplicate, quarantine. Invariants: nothing sensitive is
stored; the bytes commit before anything is read from them; a message counts as done only in the transaction that
stores what it said; an exact repeat is stored as a duplicate and acts once.

Trust: whoever can write here can claim that a carrier sent something, or hide that it did.
"""
