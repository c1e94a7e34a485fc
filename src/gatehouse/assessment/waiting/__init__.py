"""What one person has begun and another has to agree to: kept until the second person does it, or it is declined.

Enters: an act that the kernel allows to two only, begun by the first, with its reason and what it says. Leaves: that
for the second to look at, and the first as the actor of the act once the second agrees. Invariants: of one act on one
piece a single one waits; it is ended once, in the transaction of the act itself; the kernel is asked of both when it is
done, so that who lost their role meanwhile does nothing.

Trust: whoever can change this room can have one person's doing taken for another's.
"""
