"""A person asks: at the border for one clear answer, in the unit for travellers by name, document, booking or flight.

Enters: a visit (who asks, for which purpose, under which reference) and a question. Leaves: an answer that shows no
more than the one who asks may know. Words: **enquiry**, **border check**, answer. Invariants: a border check says one
of three things and never why; nobody is refused anything by it, and where it says *wait* a person of the unit decides;
every enquiry is in the log; what is withheld is counted.

Trust: whoever holds a border officer's account learns of a person whether the unit wants to look, and nothing else.
"""
