"""Crowds: the same with the same dice, and shaped like the cultures they come from."""

import numpy as np

from gatehouse.simulation.coined_names import vocabulary
from gatehouse.simulation.crowd import FAMILY, FATHER, GIVEN, GRANDFATHER, SECOND_FAMILY, Crowd, crowd, latin_words


def _crowd(seed: int = 1, count: int = 20_000) -> Crowd:
    return crowd(np.random.default_rng(seed), count)


def _of(people: Crowd, culture: str) -> np.ndarray:
    number = [parts.culture.name for parts in vocabulary().cultures].index(culture)
    return people.tokens[people.culture == number]


def test_the_same_dice_give_the_same_people() -> None:
    one, other = _crowd(), _crowd()
    assert np.array_equal(one.tokens, other.tokens)
    assert np.array_equal(one.born, other.born)
    assert one.country == other.country
    assert not np.array_equal(one.tokens, _crowd(2).tokens)


def test_everybody_has_a_given_name_and_a_country_of_their_culture() -> None:
    people = _crowd()
    assert (people.tokens[:, GIVEN] >= 0).all()
    cultures = [parts.culture for parts in vocabulary().cultures]
    assert all(home in cultures[number].countries for home, number in zip(people.country, people.culture, strict=True))


def test_naming_follows_the_culture() -> None:
    people = _crowd()
    assert (_of(people, "arabic")[:, FATHER] >= 0).mean() > 0.5
    assert 0.1 < (_of(people, "arabic")[:, GRANDFATHER] >= 0).mean() < 0.6
    assert (_of(people, "mexican")[:, SECOND_FAMILY] >= 0).mean() > 0.5
    assert (_of(people, "german")[:, FATHER] < 0).all()
    assert 0.1 < (_of(people, "indonesian")[:, FAMILY] < 0).mean() < 0.6


def test_many_are_said_to_be_born_on_the_first_of_january() -> None:
    born = _crowd().born
    first = born == born.astype("datetime64[Y]").astype("datetime64[D]")
    assert 0.02 < first.mean() < 0.06
    assert born.max() < np.datetime64("2008-01-01")


def test_latin_words_leave_out_what_a_person_has_not() -> None:
    words = vocabulary()
    assert latin_words(words, [0, -1, 1]) == [words.tokens[0].latin[0], words.tokens[1].latin[0]]
