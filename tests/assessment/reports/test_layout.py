"""Contents become a document: every sentence with its sources, what is kept replaced by a note."""

from __future__ import annotations

from gatehouse.assessment.confidentiality.redaction import Shown
from gatehouse.assessment.reports.contents import WORDS, Contents, Grid, Part, Sentence
from gatehouse.assessment.reports.layout import Style, document
from gatehouse.printing.html_page import html

WORDS_OF = Sentence(
    WORDS, {"text": "Open.\n\nSecret.", "piece": "finding:1"}, ("finding:1", "evidence:3", "obligation:2396-2")
)
TABLE = Grid("survey.caption|2396-2", ("region", "states"), (("north", 3), ("all", None)), ("table:1",))
CONTENTS = Contents(
    "state", "X-AL", "2026", "2026-11-30", (Part("findings", {}, (WORDS_OF,), (TABLE,)), Part("needs", {}))
)


def _reads(piece: str, text: str) -> tuple[Shown, ...]:
    assert (piece, text) == ("finding:1", "Open.\n\nSecret.")
    return (Shown(1, "Open."), Shown(2, None))


def test_a_page_in_both_languages() -> None:
    english = html(document(CONTENTS, Style("en", {"X-AL": "Altona"}, _reads, fictitious=True)))
    chinese = html(document(CONTENTS, Style("zh", {"X-AL": "阿尔托纳"}, _reads)))
    for page, words in (
        (
            english,
            [
                "Assessment of Altona, 2026",
                "Open.",
                "[Kept confidential",
                "Sources: finding:1, evidence:3",
                "does not exist",
            ],
        ),
        (chinese, ["阿尔托纳评估报告（2026）", "【应被评估国要求保密】", "来源：finding:1", "不公布"]),
    ):
        assert [word for word in words if word not in page] == []
        assert "Secret" not in page
    assert "Nothing is on record here" in english
