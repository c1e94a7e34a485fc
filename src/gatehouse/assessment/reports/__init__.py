"""Reports from frozen contents: what was known on a day, every sentence with its sources, for each reader as far as
they may read.

Enters: the rooms of the assessment as they stand. Leaves: `models.FrozenReport`, and from it a printed document in a
language for a reader. Invariants: a report is made of its frozen contents and nothing else, so that the same contents
give the same report; every sentence names the finding, evidence or obligation that it stands on; a mark of
confidentiality holds in contents that were frozen before it was set; nothing goes out in which something kept from the
reader stands.

`contents`, `saying`, `plots` and `layout` are pure. Trust: whoever can change what is frozen can change what is
reported.
"""
