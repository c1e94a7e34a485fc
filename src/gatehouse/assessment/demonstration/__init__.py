"""A fictitious region of twelve States over two cycles: synthetic, seeded, played through the rooms' own functions.

Nothing is written past the kernel and the log: every row of the demonstration was made by an act of somebody in a role.
No State, office or event in it exists.
"""
