"""What this installation knows of each State under the inputs of para 7 that are its own: requests, consents, visits.

Gaps come from the findings (`gaps`); issues, trends, events and analyses from whoever keeps them, who hands them in.
"""

from __future__ import annotations

from collections.abc import Mapping

from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import Assessment, Finding
from gatehouse.assessment.findings.standing import standing_codes
from gatehouse.assessment.findings.states import Stand
from gatehouse.assessment.states.models import State
from gatehouse.assessment.visits.factors import values
from gatehouse.assessment.visits.models import Consent, Visit

NOT_MET = ("not", "partly")
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


def gaps() -> dict[str, int]:
    """By State the obligations that its last adopted assessment found not met or met in part."""
    adopted = Assessment.objects.filter(stand=Stand.ADOPTED).order_by("state_id", "-cycle__begins")
    found = {}
    for assessment in adopted.distinct("state_id").select_related("state"):
        stands = standing_codes(list(Finding.objects.filter(assessment=assessment)))
        found[assessment.state.code] = sum(
            code in NOT_MET for (_, axis), code in stands.items() if axis is Axis.COMPLIANCE
        )
    return {**dict.fromkeys(State.objects.values_list("code", flat=True), 0), **found}


def _consented(said: list[Consent]) -> bool:
    return bool(said) and said[-1].said == "given"
