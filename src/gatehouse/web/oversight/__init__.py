"""The overseer's console: what was done with people's data, read from a log that holds references only, with proofs.

Every look is an entry of the log itself. Nothing here changes anything but samples, snapshots and seen notices.
"""
