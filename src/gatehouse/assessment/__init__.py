"""States are assessed: what they are obliged to, what they are asked, what is found, and what follows from it.

The rooms in the order of the cycle: `obligations` (what the resolutions say, and our catalogue of it), `questions`,
`evidence`, `findings`, `recommendations`, `follow_up`, `reports`; a room may look back along the cycle, never ahead.
People are screened, States are assessed: nothing here knows a traveller, and only numbers cross, through `measures`.
"""
