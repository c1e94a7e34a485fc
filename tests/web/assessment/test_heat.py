"""The heat map: two cells for a finding, each with its word, and never one over both."""

from __future__ import annotations

from lxml import etree

from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.states import Rated
from gatehouse.assessment.findings.store import Seen
from gatehouse.web.assessment.heat import heat


def test_two_cells_for_a_finding() -> None:
    rated = {Axis.COMPLIANCE: Rated.ALIKE, Axis.EFFECTIVENESS: Rated.ONCE}
    one = Seen(1, 1, "2396-2", "t", (), rated, {}, {Axis.COMPLIANCE: "partly"}, None)
    root = etree.fromstring(heat([one]))
    words = [each.text for each in root.iter("{*}text")]
    assert words == ["compliance", "effectiveness", "2396-2", "partly compliant", "rated-once"]
    assert etree.fromstring(heat([])) is not None
