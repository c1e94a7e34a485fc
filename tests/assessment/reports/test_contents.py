"""Contents come back as they were stored, and no sentence is without a source."""

from __future__ import annotations

import pytest

from gatehouse.assessment.reports.contents import WORDS, Contents, Grid, Part, Plot, Sentence, contents_from, every_part
from gatehouse.assessment.reports.errors import ReportError

INNER = Part(
    "obligation", {"code": "2396-2"}, (Sentence(WORDS, {"text": "Seen.", "piece": "finding:1"}, ("finding:1",)),)
)
CONTENTS = Contents(
    "state",
    "X-AL",
    "2026",
    "2026-11-30",
    (
        Part(
            "findings",
            {},
            grids=(Grid("col.code", ("region", "states"), (("north", 3), ("south", None)), ("table:1",)),),
            plots=(
                Plot("heat", "heat.caption", ({"code": "2396-2", "axis": "compliance", "place": 2},), ("finding:1",)),
            ),
            parts=(INNER,),
        ),
    ),
)


def test_they_come_back_as_they_were() -> None:
    again = contents_from(CONTENTS.as_json())
    assert again == CONTENTS
    assert again.sha256 == CONTENTS.sha256
    assert [part.heading for part in every_part(again.parts)] == ["findings", "obligation"]


def test_a_sentence_without_a_source_is_refused() -> None:
    with pytest.raises(ReportError, match="no source"):
        Sentence("summary.beside", {}, ())
    with pytest.raises(ReportError, match="piece"):
        Sentence(WORDS, {"text": "Seen."}, ("finding:1",))


def test_contents_of_another_form_are_refused() -> None:
    with pytest.raises(ReportError, match="another"):
        contents_from({"kind": "state"})
