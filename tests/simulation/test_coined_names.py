"""Coined name tokens: many, pronounceable like their culture's, frequent ones real, closed sets closed."""

from collections import Counter

import numpy as np
import pytest

from gatehouse.simulation.coined_names import CultureParts, in_own_script, vocabulary
from gatehouse.simulation.pools import NameToken, pool

ALL = {parts.culture.name: parts for parts in vocabulary().cultures}


def _tokens(name: str, part: str) -> list[NameToken]:
    found = getattr(ALL[name], part)[0]
    return vocabulary().tokens[found.first : found.first + len(found.drawn)]


def test_there_are_as_many_tokens_as_a_large_list_needs() -> None:
    assert len({token.latin[0] for token in vocabulary().tokens}) > 300_000


@pytest.mark.parametrize("parts", vocabulary().cultures, ids=lambda parts: parts.culture.name)
def test_a_culture_s_real_names_come_first(parts: CultureParts) -> None:
    known = [token.latin for token in pool(parts.culture).family("M").tokens]
    filed = vocabulary().tokens[parts.family[0].first :][: len(known)]
    assert [token.latin for token in filed] == known


@pytest.mark.parametrize("name", ["chinese", "korean", "vietnamese"])
def test_closed_sets_of_surnames_stay_closed(name: str) -> None:
    assert len(_tokens(name, "family")) == len(pool(ALL[name].culture).family("M").tokens)


def test_draws_follow_zipf_s_law() -> None:
    part = ALL["arabic"].family[0]
    drawn = Counter((part.draw(np.random.default_rng(1).random(200_000)) - part.first).tolist())
    first, tenth, hundredth = drawn[0], drawn[9], drawn[99]
    assert first > tenth > hundredth > 0
    assert len(drawn) > 5_000
    assert drawn.most_common(1)[0][1] / 200_000 < 0.05


def test_the_ends_of_a_draw_are_tokens_of_the_part() -> None:
    part = ALL["russian"].given[0]
    numbers = part.draw(np.array([0.0, np.nextafter(1.0, 0.0)]))
    assert numbers[0] == part.first
    assert numbers[1] == part.first + len(part.drawn) - 1


def test_a_coined_name_is_put_together_from_known_ones() -> None:
    known = {token.latin[0] for token in pool(ALL["hungarian"].culture).family("M").tokens}
    coined = [token.latin[0] for token in _tokens("hungarian", "family") if token.latin[0] not in known]
    assert coined
    assert all(any(word.startswith(name[0]) for name in known) for word in coined[:200])
    assert all(any(word.endswith(name[-1]) for name in known) for word in coined[:200])


@pytest.mark.parametrize(
    ("token", "script", "written"),
    [
        (NameToken("Иван", ("Ivan",)), "Cyrl", "Иван"),
        (NameToken("", ("Shchubin",)), "Cyrl", "Щубин"),
        (NameToken("", ("Omalik",)), "Arab", "اوماليك"),
        (NameToken("", ("Rashid",)), "Aran", "راشيد"),
        (NameToken("", ("Nagy",)), "Latn", None),
    ],
)
def test_own_script_is_the_known_one_or_letter_by_letter(token: NameToken, script: str, written: str | None) -> None:
    assert in_own_script(token, script) == written


def test_patronymics_have_the_ending_of_the_sex() -> None:
    fathers = ALL["russian"].fathers
    tokens = vocabulary().tokens
    assert tokens[fathers[0].first].latin[0].endswith("ovich")
    assert tokens[fathers[1].first].latin[0].endswith("ovna")
