"""What the story says in Chinese: findings and recommendations of one State, most of them approved by the team lead."""

from __future__ import annotations

import re

from gatehouse.assessment.assistance.themes import themes
from gatehouse.assessment.demonstration.cast import LEAD, TRANSLATOR
from gatehouse.assessment.demonstration.region import Duty, Told, duties
from gatehouse.assessment.findings import store as findings
from gatehouse.assessment.findings.models import Assessment, Finding
from gatehouse.assessment.recommendations import store as recommendations
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.translations import store
from gatehouse.assessment.translations.store import Source

CHINESE = "zh-hans"
LEFT = 1
"""How many findings are left for whoever tries the demonstration: as many to approve, and as many to translate."""


def translate(told: Told, assessment: Assessment, rows: list[Recommendation]) -> None:
    """Translate what was found and recommended; of the findings one waits for approval and the last is left."""
    known = {duty.obligation: duty for duty in duties()}
    found = list(Finding.objects.filter(assessment=assessment).order_by("number"))
    for place, finding in enumerate(found[:-LEFT]):
        source = findings.source_of(finding)
        _write(source, _finding(told, known[finding.obligation], source.text), approved=place < len(found) - 2 * LEFT)
    for row in rows:
        about = themes()[known[row.obligation].theme].words("zh")
        text = f"使{about}方面的情况符合义务要求，并指定一个负责机关。"
        _write(recommendations.source_of(row), text, approved=True)


def _finding(told: Told, duty: Duty, text: str) -> str:
    """The same in Chinese: what was found, and how many officers there are."""
    place = next(place for place, said in enumerate(duty.said) if text.startswith(said))
    officers, trained = re.findall(r"\d+", text.split("\n\n")[1])
    about = themes()[duty.theme].words("zh")
    words = f"{told.state.name_zh}有{officers}名官员从事{about}工作，其中{trained}人受过相关培训。"
    return f"{duty.said_zh[place]}\n\n{words}"


def _write(source: Source, text: str, *, approved: bool) -> None:
    store.translate(TRANSLATOR, source, CHINESE, text)
    written = store.newest(source.about.ref, CHINESE)
    if approved and written is not None:
        store.approve(LEAD, source, written.pk)
