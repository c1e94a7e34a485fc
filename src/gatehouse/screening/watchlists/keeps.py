"""What this room keeps: lists of people, and every version of their entries.

An entry stands as long as its list says so. What an entry said before it changed or ended is kept to explain the hits
that it made, and erased when the last clock of those has run out.
"""

from __future__ import annotations

from gatehouse.screening.watchlists import ended
from gatehouse.terms.keep import Clock, Keep, personal, thing

listed = ended
"""Where retention erases what entries said that ended long ago."""

KEEPS = (
    Keep(
        "watchlists.WatchList",
        "a list by its name",
        "screening",
        Clock.NONE,
        {
            "id": thing("its number"),
            "name": thing("its short name"),
            "kept_here": thing("whether its entries are proposed and approved here"),
        },
    ),
    Keep(
        "watchlists.ListVersion",
        "one file of a list, loaded",
        "screening",
        Clock.NONE,
        {
            "id": thing("its number"),
            "watchlist": thing("the list"),
            "number": thing("which version"),
            "file_name": thing("the file"),
            "sha256": thing("its hash"),
            "published": thing("when it was published"),
            "effective": thing("from when on it stands"),
            "loaded_at": thing("when it was loaded"),
            "entries": thing("how many it has"),
            "added": thing("how many are new"),
            "changed": thing("how many changed"),
            "removed": thing("how many are gone"),
            "skipped": thing("how many could not be read"),
            "findings": thing("what was wrong with the file, by place"),
        },
    ),
    Keep(
        "watchlists.EntryVersion",
        "a listed person or group, as the list said it from one day to another",
        "screening",
        Clock.LISTED,
        {
            "id": thing("its number"),
            "watchlist": thing("the list"),
            "entry_id": thing("its own number in the list"),
            "content_hash": personal("the hash of what it says"),
            "payload": personal("names, births, documents and all that the list says"),
            "first_version": thing("the version that brought it"),
            "last_version": thing("the version that ended it"),
            "valid_from": thing("from which day"),
            "valid_to": thing("until which day"),
        },
    ),
    Keep(
        "watchlists.Proposal",
        "a change of a list that is kept here, and how far it is",
        "screening",
        Clock.LISTED,
        {
            "id": thing("its number"),
            "watchlist": thing("the list"),
            "entry_id": thing("the entry's own number in the list"),
            "kind": thing("what is proposed"),
            "state": thing("how far it is"),
            "proposed_by": personal("who proposed it, by reference"),
            "proposed_at": thing("when"),
            "decided_by": personal("who decided, by reference"),
            "decided_at": thing("when"),
            "review_on": thing("when the entry is reviewed"),
            "expires_on": thing("when it expires"),
            "is_child": personal("whether the person may be a child"),
            "best_interests_ref": personal("the decision on the child's best interests"),
            "entry_version": thing("what it led to"),
        },
    ),
    Keep(
        "watchlists.ProposalContent",
        "whom a proposal is about and why; erased with the entry that it led to",
        "screening",
        Clock.LISTED,
        {
            "proposal": thing("the proposal"),
            "payload": personal("names, births, documents and all that is proposed"),
            "legal_basis": personal("on which provision"),
            "criterion": personal("which ground of it"),
            "evidence_ref": personal("where the evidence is"),
            "reason": personal("why, in words"),
            "reference": personal("the case"),
            "decision_reason": personal("what whoever decided wrote"),
        },
    ),
)
