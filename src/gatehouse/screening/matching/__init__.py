"""Traveller × list entries → candidates, each with its complete explanation. Pure: no database, no Django.

Enters: `Subject` values (from `subject.subject_of` or a table of travellers) and `ListEntry` values. Leaves:
`Candidate` values. `screener.Screener` searches a whole list, `pair.compare` scores one pair; both score by the same
tables (`weights.toml`), so that a candidate explains itself the same way wherever it came from. A candidate has no
effect on anybody: it waits for a person.

Invariants: a score is the logistic of the sum of its reasons' weights; every traveller with a readable name or a
document is screened, whatever else is missing.

Trust: whoever can change `weights.toml` can decide who waits for an analyst's decision.
"""
