"""The traveller's side: requests, who asks, what is answered by when, and a number that tells two people apart.

Enters: a person's request and the proof of who they are. Leaves: a reasoned answer on paper, everything that is held
on the person, corrections and erasures with word of them to every recipient, and **clearances**: that this person is
not that listed one, known again by a **redress number** or by the verified identity. Words: **request** (one case),
**event** (one thing that happened to it, kept for ever), **clearance**. Invariants: every act asks the kernel and
stands in the log, in one transaction; nobody is answered before it is known who they are; a clearance silences a pair
and never a person, and never on a number alone.

Trust: whoever can write clearances can silence hits. Each is made by two people and stands in the audit log.
"""
