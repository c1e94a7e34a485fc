"""May this person do this, to this, for this purpose? A frozen answer with its reason and the provision.

Enters: the deployment's law profile (one reviewed, signed file), and for each question an actor, an act, a subject, a
purpose and the context. Leaves: `Allow`, `Refuse` or `NeedsSecondPerson`. Invariants: what no row permits is refused; a
row that forbids overrides every row that permits; nothing is allowed for a purpose that the profile does not name; the
machine never decides about a person. This room is pure: it knows neither Django nor a database, and of the other rooms
`terms` only.

Trust: whoever can change `policy.csv`, or sign a profile with the reviewing authority's key, can change who may do
what.
"""
