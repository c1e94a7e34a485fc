"""What somebody began to write and has not given yet: kept as it was typed, for nobody but them.

Enters: an actor, the thing it is about, the key of a form and what its fields hold. Leaves: the same, to the same
person. Invariants: nobody else reads a draft, whatever their role, so that a rating that is to be blind is blind before
it is given; a draft is no statement of anybody's, and goes when what was typed is given.

Trust: whoever can change this room can read what somebody has not said yet.
"""
