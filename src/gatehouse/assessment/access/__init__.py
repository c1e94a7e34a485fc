"""Who is on the team that assesses a State, and the facts about a State's material that the kernel is asked with.

Enters: an actor, a State and a cycle. Leaves: `facts`, the kernel's `Subject` with whose State it is, who assesses it,
how far it has come and what is kept confidential. Invariants: nobody is put on the team of the State that they belong
to; whoever leaves a team is off it from that moment, and that they were on it stays known.

Trust: whoever can change this room can show one State's answers to another.
"""
