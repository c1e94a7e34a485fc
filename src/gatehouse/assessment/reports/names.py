"""Codes in words: States, ratings, stages, obstacles, themes and gates, in a language."""

from __future__ import annotations

from gatehouse.assessment.assistance.themes import themes
from gatehouse.assessment.findings.method import codes, gates
from gatehouse.assessment.questions.scale import scale_of
from gatehouse.assessment.recommendations.obstacles import obstacles
from gatehouse.assessment.reports.saying import sentences
from gatehouse.assessment.states.models import State

PREFIXES = ("standing.", "status.", "decision.", "kind.", "stage.", "role.")
"""Sentences that are words for a code: they are put in as `standing:no-word`, so that no two codes are mixed up."""
STAGES = "capability-stage"


def names(language: str) -> dict[str, str]:
    """Every code that contents hold, by what it is (`rating:not`, `theme:pnr`, `X-AL`), in the language."""
    is_chinese = language.startswith("zh")
    found = {state.code: state.name_in(language) for state in State.objects.all()}
    for axis, of_axis in codes().items():
        found |= {f"{axis}:{code.code}": code.zh if is_chinese else code.en for code in of_axis.values()}
    found |= {f"gate:{gate.gate}": gate.zh if is_chinese else gate.en for gate in gates().values()}
    found |= {f"theme:{theme.code}": theme.words(language) for theme in themes().values()}
    found |= {f"obstacle:{code}": words["zh" if is_chinese else "en"] for code, words in obstacles().items()}
    found |= {f"capability:{code}": one.zh if is_chinese else one.en for code, one in scale_of(STAGES).items()}
    for key, words in sentences().items():
        if key.startswith(PREFIXES):
            prefix, _, code = key.partition(".")
            found[f"{prefix}:{code}"] = words["zh" if is_chinese else "en"]
    found["open"] = sentences()["open"]["zh" if is_chinese else "en"]
    found["all"] = sentences()["all"]["zh" if is_chinese else "en"]
    return found
