"""A page shows a way to translate and to approve to whoever may, and to nobody else."""

from __future__ import annotations

from gatehouse.assessment.findings import store as findings
from gatehouse.assessment.findings.models import Finding
from gatehouse.assessment.translations import store
from gatehouse.web.assessment.translated import of_a_finding, translations_of
from gatehouse.web.wording.languages import LANGUAGES

TEAM = ("lead", "assessor", "colleague", "second", "translator")


def test_ways_are_shown_to_who_may(desk: object, found: Finding) -> None:
    source, address = findings.source_of(found), of_a_finding("X-AL", desk.scene.cycle.pk, 1)
    store.translate(desk.actors["translator"], source, "fr", "Les transporteurs.")
    shown = {name: translations_of(who, source, "fr", address) for name, who in desk.actors.items() if name in TEAM}
    assert {name for name, one in shown.items() if one.write} == {"translator"}
    assert len(shown["translator"].write) == len(LANGUAGES)
    assert {name for name, one in shown.items() for told in one.told if told.approve} == {"lead"}
    [told] = shown["lead"].told
    assert (told.is_open, told.into.code) == (True, "fr")
