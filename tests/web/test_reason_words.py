"""Whatever the engine says of a comparison has words for pages."""

from __future__ import annotations

from gatehouse.names.distance import GLUED_WORDS, WORDS
from gatehouse.screening.matching import birth, contacts, documents, name_evidence
from gatehouse.web.reason_words import FEATURES, HOWS


def test_every_text_of_the_engine_has_words() -> None:
    said = {*birth._WORDS.values(), *documents._WORDS.values(), *contacts._WORDS.values(), *WORDS.values(), GLUED_WORDS}
    assert said <= set(HOWS)
    assert {why for _code, _places, _said, why in name_evidence.REASONS} <= set(HOWS)
    assert {code for code, *_rest in name_evidence.REASONS} <= set(FEATURES)
