"""What a State is recommended to do, from findings to adoption, and how it stands afterwards.

Enters: findings by their numbers, an obligation, a text, priority, owner, obstacle, indicator. Leaves: recommendations
with numbers that never change (`X-AL/2026/3`), each in versions. Invariants: none without a finding; the State replies
before it is adopted; of two who edit at once the second is told and nothing is lost; what is closed was closed on
evidence, by two.

Trust: whoever can change this room can close what nobody did.
"""
