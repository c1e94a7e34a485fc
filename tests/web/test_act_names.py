"""Every act of the log has a name in every language, but those of the assessment, which are told by their codes."""

from __future__ import annotations

from django.utils import translation

from gatehouse.audit.acts import acts
from gatehouse.web.act_names import ACT_NAMES, act_name
from gatehouse.web.wording.languages import TRANSLATED

OF_THE_ASSESSMENT = frozenset(
    (
        *("adoption", "answer", "answers", "assessment", "consent", "cycle", "draft", "effect", "evidence", "finding"),
        *("help", "mark", "material", "member", "need", "progress", "project", "rating", "recommendation", "reminder"),
        *("report", "rerating", "section", "state", "table", "translation", "uptake", "visit", "visits", "weights"),
    )
)
"""What acts of the assessment are done to."""


def test_each_act_of_the_log_has_a_name_or_is_of_the_assessment() -> None:
    assert set(ACT_NAMES) <= set(acts())
    assert {code.partition(".")[0] for code in set(acts()) - set(ACT_NAMES)} <= OF_THE_ASSESSMENT
    assert act_name("state.added") == "state.added"


def test_names_are_one_for_each_act_and_differ_between_languages() -> None:
    english = {code: str(name) for code, name in ACT_NAMES.items()}
    assert len(set(english.values())) == len(english)
    for language in TRANSLATED:
        with translation.override(language.code):
            assert [code for code, name in ACT_NAMES.items() if str(name) == english[code]] == []
