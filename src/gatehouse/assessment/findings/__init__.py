"""What assessors find about a State: two ratings never merged, a stage beside them, the State's reply, adoption.

Enters: findings against obligations, ratings by two persons who have not seen each other's, sections on gender, human
rights and children, the State's words. Leaves: an adopted assessment. Words: assessment (one State in one cycle),
finding (against one obligation), axis (technical compliance or effectiveness), stage (of a capability, with a roadmap;
never a rating). Invariants: a rating cannot be seen by anybody but its rater until both are in; a slow and costly
capability is no ground for a lower rating (2396/48); nothing is adopted while a gate is empty, a difference unsettled
or the State not heard; nothing that was written is overwritten.

Trust: whoever can change this room can make a State look better or worse than two persons found it.
"""
