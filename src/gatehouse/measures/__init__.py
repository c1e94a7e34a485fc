"""Counts without persons: how often, how sure, and who is stopped unfairly.

Enters: counts and names of groups. Leaves: proportions and ratios with intervals, associations with a p-value, and
tables whose small cells are protected. Nothing here knows a person, a message or a database.

Trust: whoever can change this room can make an unfair criterion look fair.
"""
