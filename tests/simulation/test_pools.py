"""Name pools: enough names, frequent ones first, the same on every machine."""

from collections import Counter
from random import Random

import pytest

from gatehouse.simulation.pools import FEWEST, Culture, NameToken, cultures, pool, ranked
from gatehouse.terms.places import country_name

SCRIPTS = {"Latn", "Cyrl", "Grek", "Hebr", "Arab", "Aran", "Deva", "Hans", "Hant", "Jpan", "Hang", "Geor", "Armn"}


@pytest.mark.parametrize("culture", cultures(), ids=lambda culture: culture.name)
def test_a_culture_has_names_for_everybody(culture: Culture) -> None:
    names = pool(culture)
    for part in (names.given("M"), names.given("F"), names.family("M"), names.family("F")):
        assert len(part.tokens) >= FEWEST
        assert all(token.native.strip() == token.native for token in part.tokens)
        assert all(token.latin and all(token.latin) for token in part.tokens)


@pytest.mark.parametrize("culture", cultures(), ids=lambda culture: culture.name)
def test_a_culture_s_countries_and_script_are_real(culture: Culture) -> None:
    assert all(country_name(country) for country in culture.countries)
    assert culture.script in SCRIPTS
    assert culture.traveller_weight > 0
    assert culture.list_weight > 0


def test_the_list_has_many_scripts() -> None:
    foreign = sum(culture.list_weight for culture in cultures() if culture.script != "Latn")
    assert foreign / sum(culture.list_weight for culture in cultures()) > 0.4


def test_frequent_names_are_drawn_more_often() -> None:
    names = ranked(NameToken(f"Name{i}", (f"Name{i}",)) for i in range(200))
    drawn = Counter(names.draw(Random(seed)).native for seed in range(3000))
    first, last = sum(drawn[f"Name{i}"] for i in range(20)), sum(drawn[f"Name{i}"] for i in range(180, 200))
    assert first > 3 * last > 0


def test_doubles_and_empty_spellings_are_dropped() -> None:
    one, other = NameToken("A", ("A",)), NameToken("B", ("",))
    assert ranked([one, one, other]).tokens == (one,)


def test_women_bear_the_feminine_form_where_there_is_one() -> None:
    russian = next(culture for culture in cultures() if culture.name == "russian")
    assert all(token.native.endswith("а") or token.native.endswith("я") for token in pool(russian).family("F").tokens)
