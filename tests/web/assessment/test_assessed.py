"""Before an assessment is begun its pages are the team's; an address that names nothing is not found."""

from __future__ import annotations

import pytest
from django.http import Http404

from gatehouse.web.assessment import assessed
from gatehouse.web.assessment.finding_places import place_at


def test_nothing_is_begun(scene: object) -> None:
    place = place_at("X-AL", scene.cycle.pk)
    assert assessed.begun_at(place) is None
    with pytest.raises(Http404):
        assessed.assessment_at("X-AL", scene.cycle.pk)
    for told in (assessed.of_assessment, assessed.of_findings):
        subject = told(None, "X-AL", scene.cycle.pk)
        assert (subject.state, subject.with_the_state, subject.adopted) == ("X-AL", False, False)
    with pytest.raises(Http404):
        assessed.axis_at("both")
