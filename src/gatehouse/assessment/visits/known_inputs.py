"""What this installation knows of each State under the inputs of para 7 that are its own: requests, consents, visits.

Gaps come from the findings, and issues, trends, events and analyses from whoever keeps them: they are handed in.
"""

from __future__ import annotations

from collections.abc import Mapping

from gatehouse.assessment.states.models import State
from gatehouse.assessment.visits.factors import values
from gatehouse.assessment.visits.models import Consent, Visit

VISITED = ("under-way", "drafting", "with-the-state", "finalising", "before-the-committee", "adopted")


def inputs(handed_in: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """The inputs of every State. What the ledger knows stands over what was handed in under the same name."""
    last_visit = dict(Visit.objects.filter(stage__in=VISITED).order_by("starts").values_list("state__code", "starts"))
    found = {}
    for state in State.objects.all():
        consents = list(Consent.objects.filter(state=state).order_by("on", "pk"))
        since = last_visit.get(state.code)
        later = [one for one in consents if since is None or one.on > since]
        known = {
            "requested": int(any(one.said == "requested" for one in later)),
            "consented": int(_consented([one for one in later if one.said in ("given", "refused", "withdrawn")])),
            "never-visited": int(state.code not in last_visit and not handed_in.get(state.code, {}).get("visited", 0)),
        }
        given = {name: value for name, value in handed_in.get(state.code, {}).items() if name != "visited"}
        found[state.code] = values({**given, **known})
    return found


def _consented(said: list[Consent]) -> bool:
    return bool(said) and said[-1].said == "given"
