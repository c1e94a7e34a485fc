"""Pre-determined criteria: written rules as reviewed files, each with its basis, limits, triage note and test cases.

Enters: criterion files, journeys (a traveller with booking and flights), and what the law profile permits. Leaves:
matches that name criterion and version and explain each condition; shadow and disparity reports; a register of which
version is draft, shadow, active, suspended or retired.

Words: a *criterion* is one version of a written rule; its *condition* is made of *tests* (field, operator, value); an
*exculpating* condition silences it; a *journey* is one traveller on one flight with what was booked.

Invariants: there is no code in a criterion and no field for a hit, a score, a list, a name or another person, so
nothing spreads; what is not stated neither meets a test nor its negation; no version is activated that was not tried on
history in that exact form and approved by somebody other than its author; a match has no effect but to await a person.

Trust: whoever can write the register's folder can put a criterion in force.
"""
