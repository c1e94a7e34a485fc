"""Codes in words: States, ratings, stages, obstacles, themes and gates, in a language."""

from __future__ import annotations

from babel import Locale

from gatehouse.assessment.assistance.themes import themes
from gatehouse.assessment.findings.method import codes, gates
from gatehouse.assessment.questions.scale import scale_of
from gatehouse.assessment.recommendations.obstacles import obstacles
from gatehouse.assessment.reports.saying import IN_TABLES, say, sentences, told
from gatehouse.assessment.states.models import State
from gatehouse.terms.places import country_alpha_2

PREFIXES = ("standing.", "status.", "decision.", "kind.", "stage.", "role.")
"""Sentences that are words for a code: they are put in as `standing:no-word`, so that no two codes are mixed up."""
STAGES = "capability-stage"


def names(language: str) -> dict[str, str]:
    """Every code that contents hold, by what it is (`rating:not`, `theme:pnr`, `X-AL`), in the language."""
    found = {state.code: state_name(state, language) for state in State.objects.all()}
    for axis, of_axis in codes().items():
        found |= {f"{axis}:{code.code}": told(language, code.en, code.zh) for code in of_axis.values()}
    found |= {f"gate:{gate.gate}": told(language, gate.en, gate.zh) for gate in gates().values()}
    found |= {f"theme:{theme.code}": told(language, theme.en, theme.zh) for theme in themes().values()}
    found |= {f"obstacle:{code}": told(language, words["en"], words["zh"]) for code, words in obstacles().items()}
    found |= {f"capability:{code}": told(language, one.en, one.zh) for code, one in scale_of(STAGES).items()}
    for key in sentences():
        if key.startswith(PREFIXES):
            prefix, _, code = key.partition(".")
            found[f"{prefix}:{code}"] = say(language, key)
    return found | {key: say(language, key) for key in ("open", "all")}


def state_name(state: State, language: str) -> str:
    """What a State is called in a language: as it was given in English and Chinese; in the others as the CLDR has it,
    and in English where it is fictitious.
    """
    if language in IN_TABLES or state.fictitious:
        return state.name_in(language)
    territory = country_alpha_2(state.code)
    return str(Locale.parse(language).territories.get(territory or "", state.name_en))
