"""An address that names nothing is not found."""

from __future__ import annotations

import pytest
from django.http import Http404

from gatehouse.web.assessment.finding_places import place_at


def test_what_is_not_there_is_not_found(scene: object) -> None:
    assert place_at("X-AL", scene.cycle.pk).state == scene.state
    for code, cycle, questionnaire in (("X-ZZ", scene.cycle.pk, "survey"), ("X-AL", 0, "survey"), ("X-AL", 1, "no")):
        with pytest.raises(Http404):
            place_at(code, cycle, questionnaire)
