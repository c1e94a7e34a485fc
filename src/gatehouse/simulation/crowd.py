"""Very many fictitious persons at once, as columns: who they are before anybody lists them or sees them travel."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gatehouse.simulation.coined_names import CultureParts, Vocabulary, vocabulary
from gatehouse.simulation.persons import DOUBLE_SURNAME, MONONYM, TWO_GIVEN_NAMES

GIVEN, SECOND_GIVEN, FATHER, GRANDFATHER, FAMILY, SECOND_FAMILY = range(6)
SLOTS = 6
"""A person's tokens in the order given names, fathers' names, family names; -1 where they have none."""

MEN = 0.7
"""Share of men, on lists as among those compared with them."""
YOUNGEST = np.datetime64("2008-01-01", "D")
DAYS_OF_BIRTH = 62 * 365
FIRST_OF_JANUARY = 0.03
"""Share of people whose day of birth nobody wrote down, so that offices put 1 January."""

GRANDFATHERS = 0.35
FATHERS_IN_A_NAME = {"arabic": 0.8, "slavic": 0.7}

Dice = np.random.Generator
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Crowd:
    """`count` persons. `culture` numbers `vocabulary().cultures`, `tokens` is [count, SLOTS] of token numbers."""

    culture: NDArray[np.int16]
    woman: Bools
    tokens: NDArray[np.int32]
    born: NDArray[np.datetime64]
    country: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.culture)


@lru_cache(maxsize=1)
def _culture_shares() -> NDArray[np.float64]:
    weights: NDArray[np.float64] = np.cumsum([parts.culture.list_weight for parts in vocabulary().cultures])
    shares: NDArray[np.float64] = weights / weights[-1]
    return shares


def crowd(dice: Dice, count: int) -> Crowd:
    """`count` persons, in the mix of cultures that lists have."""
    words = vocabulary()
    culture = np.searchsorted(_culture_shares(), dice.random(count), side="right").astype(np.int16)
    woman = dice.random(count) >= MEN
    tokens = np.full((count, SLOTS), -1, dtype=np.int32)
    country = np.empty(count, dtype=object)
    # One order of draws, whatever the mix: the same dice give the same crowd.
    chances, picks = dice.random((count, SLOTS)), dice.random((count, SLOTS))
    homes = dice.random(count)
    for number, parts in enumerate(words.cultures):
        rows = np.flatnonzero(culture == number)
        countries = np.array(parts.culture.countries, dtype=object)
        country[rows] = countries[(homes[rows] * len(countries)).astype(int)]
        for sex in (0, 1):
            of_sex = rows[woman[rows] == bool(sex)]
            tokens[of_sex] = _named(parts, sex, chances[of_sex], picks[of_sex])
    return Crowd(culture, woman, tokens, _births(dice, count), tuple(country))


def _named(
    parts: CultureParts, sex: int, chances: NDArray[np.float64], picks: NDArray[np.float64]
) -> NDArray[np.int32]:
    """Tokens for people of one culture and sex, by its own way of naming."""
    shape = parts.culture.shape
    drawn = np.full(chances.shape, -1, dtype=np.int32)
    drawn[:, GIVEN] = parts.given[sex].draw(picks[:, GIVEN])
    drawn[:, FAMILY] = parts.family[sex].draw(picks[:, FAMILY])
    single = chances[:, FAMILY] < MONONYM.get(shape, 0.0)
    drawn[single, FAMILY] = -1

    def add(slot: int, share: float, numbers: NDArray[np.int32]) -> None:
        has = (chances[:, slot] < share) & ~single
        drawn[has, slot] = numbers[has]

    add(SECOND_GIVEN, TWO_GIVEN_NAMES.get(shape, 0.1), parts.given[sex].draw(picks[:, SECOND_GIVEN]))
    add(SECOND_FAMILY, DOUBLE_SURNAME.get(shape, 0.0), parts.family[0].draw(picks[:, SECOND_FAMILY]))
    add(FATHER, FATHERS_IN_A_NAME.get(shape, 0.0), parts.fathers[sex].draw(picks[:, FATHER]))
    if shape == "arabic":
        add(GRANDFATHER, GRANDFATHERS, parts.fathers[sex].draw(picks[:, GRANDFATHER]))
    return drawn


def _births(dice: Dice, count: int) -> NDArray[np.datetime64]:
    born = YOUNGEST - dice.integers(1, DAYS_OF_BIRTH, count).astype("timedelta64[D]")
    unknown = dice.random(count) < FIRST_OF_JANUARY
    return np.where(unknown, born.astype("datetime64[Y]").astype("datetime64[D]"), born)


def latin_words(words: Vocabulary, tokens: list[int]) -> list[str]:
    """The Latin spelling of each token that a person has, in the order of the slots."""
    return [words.tokens[number].latin[0] for number in tokens if number >= 0]
