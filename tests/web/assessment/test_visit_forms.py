"""Every event and kind of a visit has its words, and the inputs that are handed in are those of the resolution."""

from __future__ import annotations

from gatehouse.assessment.visits.factors import factors, weights
from gatehouse.assessment.visits.logistics import KINDS
from gatehouse.assessment.visits.stages import stages
from gatehouse.web.assessment.visit_forms import EVENTS, OWN_INPUTS, VISIT_KINDS, ProposeForm


def test_every_code_has_its_words() -> None:
    assert set(EVENTS) == {event for _stage, event in stages()}
    assert tuple(VISIT_KINDS) == KINDS
    assert set(OWN_INPUTS) < {factor.name for factor in factors()}


def test_weights_come_back_as_numbers() -> None:
    said = {f"weight-{name}": weight for name, weight in weights().items()}
    form = ProposeForm(weights(), said | {"year": 2027, "places": 2, "reason": "r", "known": " KEN  events 2\n\n"})
    assert form.is_valid()
    assert (form.weights(), form.cleaned_data["known"]) == (weights(), {"KEN": {"events": 2}})
