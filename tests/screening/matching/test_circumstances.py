"""Sex, nationality and place: weak, and silent when not stated."""

import pytest

from gatehouse.screening.matching.circumstances import birth_place_reason, nationality_reason, sex_reason
from gatehouse.terms.candidate import Subject

SEXES = [
    ("M", "M", "same"),
    ("M", "F", "different"),
    ("X", "F", "missing"),
    (None, "F", "missing"),
    ("M", None, "missing"),
]
NATIONALITIES = [
    (("DEU",), ("DEU", "FRA"), (), "same"),
    (("DEU",), ("FRA",), (), "different"),
    (("DEU",), ("FRA",), ("DEU",), "birth country"),
    ((), ("FRA",), (), "missing"),
    (("XXA",), ("FRA",), (), "missing"),
    (("RUS",), ("SUN",), (), "same"),
]


@pytest.mark.parametrize(("ours", "theirs", "outcome"), SEXES)
def test_sex(make_entry, ours, theirs, outcome):
    reason = sex_reason(Subject(("Ilse",), sex=ours), make_entry(1, "Ilse", sex=theirs))
    assert reason.outcome == outcome
    assert (reason.weight == 0.0) == (outcome == "missing")


@pytest.mark.parametrize(("ours", "theirs", "born", "outcome"), NATIONALITIES)
def test_nationality(make_entry, ours, theirs, born, outcome):
    entry = make_entry(1, "Ilse", nationalities=theirs, birth_countries=born)
    assert nationality_reason(Subject(("Ilse",), nationalities=ours), entry).outcome == outcome


def test_a_shared_word_of_the_birth_place_speaks_for(make_entry):
    entry = make_entry(1, "Ilse", birth_places=("Nordhavn district",))
    reason = birth_place_reason(Subject(("Ilse",), birth_place="NORDHAVN"), entry)
    assert reason is not None
    assert reason.weight > 0


@pytest.mark.parametrize("place", [None, "Sydby", "of"])
def test_no_shared_word_says_nothing(make_entry, place):
    entry = make_entry(1, "Ilse", birth_places=("Nordhavn of old",))
    assert birth_place_reason(Subject(("Ilse",), birth_place=place), entry) is None
