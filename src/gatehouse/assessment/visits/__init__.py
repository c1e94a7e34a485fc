"""Which States are visited, and how a visit goes (S/RES/2395 (2017), paras 5, 7, 9, 10 and 27).

Enters: what is known of each State under exactly the inputs that para 7 names, the weights of the year, consents.
Leaves: a ranked list whose every point is explained, its versions with their reasons, and the file of each visit:
kind, partners, agenda, checklist, clock of its report. Invariants: the same inputs and weights give the same list; a
list that was adopted is never changed, only followed by another version; nobody is visited without a recorded consent;
the assessed State sees its own file, and no other's.

`factors`, `ranking`, `changes`, `stages`, `clashes` and `logistics` are pure. Trust: whoever sets the weights decides
who is visited, which is why every change of them is told with its reason.
"""
