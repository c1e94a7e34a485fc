"""Findings of the traveller's own segments and of the whole message; nobody else's."""

from __future__ import annotations

from gatehouse.screening.intake.models import StoredMessage
from gatehouse.screening.review.data_findings import findings_about
from gatehouse.screening.review.statements import all_statements
from gatehouse.screening.travellers.models import Traveller
from reviewing import Screening


def test_what_is_said_of_other_segments_is_left_out(screening: Screening) -> None:
    screening.fly(screening.person("DOE/JOE", "700101", reference="U0"), screening.ann())
    statements = all_statements(Traveller.objects.get(surname="ROE").id)
    first = statements[0].first_segment
    told = [{"severity": "warning", "code": code, "segment": at, "text": code} for code, at in
            (("own", first), ("other", first - 1), ("whole", None))]  # fmt: skip
    StoredMessage.objects.update(findings=told)
    assert [one.code for one in findings_about(statements)] == ["own", "whole"]
