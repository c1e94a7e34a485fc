from collections.abc import Callable
from typing import Any

import pytest

from gatehouse.edifact.segment import split
from gatehouse.screening.messages.paxlst import said
from gatehouse.screening.messages.paxlst.places import place
from gatehouse.terms.reading import Reading

FACTS: list[tuple[str, str, dict[str, Any]]] = [
    ("LOC+125+SYD", said.FLIGHT, {"departure": "SYD"}),
    ("LOC+87+HNL", said.FLIGHT, {"arrival": "HNL"}),
    ("LOC+92+hnl", said.FLIGHT, {"either": "HNL"}),
    ("LOC+130+HNL", said.FLIGHT, {"either": "HNL"}),
    ("LOC+125+", said.FLIGHT, {"departure": None}),
    ("LOC+005+NZAKL:50", said.FLIGHT, {"departure": "AKL"}),
    ("LOC+8+USLAX:50", said.FLIGHT, {"arrival": "LAX"}),
    ("LOC+PT+USHNL:50", said.FLIGHT, {"either": "HNL"}),
    ("LOC+22+HNL", said.PERSON, {"clearance": "HNL"}),
    ("LOC+174+GBR", said.PERSON, {"residence": "GBR"}),
    ("LOC+174+:::Germany", said.PERSON, {"residence": "DEU"}),
    ("LOC+178+SYD", said.PERSON, {"embarkation": "SYD"}),
    ("LOC+179+:::SOMEWHERE", said.PERSON, {"destination": "SOMEWHERE"}),
    ("LOC+180+:::NORTH MILL GBR", said.PERSON, {"birth_place": "NORTH MILL GBR"}),
    ("LOC+180+GBR:::LONDON+:::SURREY", said.PERSON, {"birth_place": "LONDON, SURREY, GBR"}),
    ("LOC+180+GBR", said.PERSON, {"birth_place": "GBR"}),
    ("LOC+180+", said.PERSON, {}),
    ("LOC+91+GBR", said.DOCUMENT, {"issuer": "GBR"}),
    ("LOC+91+D", said.DOCUMENT, {"issuer": "DEU"}),
    ("LOC+91+:::LONDON", said.DOCUMENT, {"place_of_issue": "LONDON"}),
    ("LOC+91+GBR:::LONDON", said.DOCUMENT, {"issuer": "GBR", "place_of_issue": "LONDON"}),
    ("LOC+91+", said.DOCUMENT, {"issuer": None}),
]


@pytest.mark.parametrize(("text", "about", "facts"), FACTS, ids=[v[0] for v in FACTS])
def test_whose_place_it_is_and_which(text: str, about: str, facts: dict[str, Any]) -> None:
    result = place(split(text))
    assert (result.about, dict(result.facts), result.faults, result.kept) == (about, facts, (), False)


def test_a_subdivision_is_not_read_as_the_country_of_the_same_letters() -> None:
    assert dict(place(split("LOC+91+VA:163")).facts) == {"place_of_issue": "VA"}
    assert dict(place(split("LOC+91+VA")).facts) == {"issuer": "VAT"}


@pytest.mark.parametrize("text", ["LOC+174+QQQ", "LOC+91+QQQ"])
def test_an_unknown_country_is_evidence_and_states_nothing(text: str) -> None:
    result = place(split(text))
    assert result.kept
    assert result.faults == (said.Fault("country-unknown", "QQQ"),)
    assert not any(value for _, value in result.facts)


def test_an_unknown_airport_is_kept_as_stated_with_a_finding() -> None:
    result = place(split("LOC+125+QQ9"))
    assert (dict(result.facts), result.faults) == ({"departure": "QQ9"}, (said.Fault("airport-unknown", "QQ9"),))


def test_an_unknown_airport_is_told_once_and_not_for_every_person(manifest: Callable[..., Reading]) -> None:
    persons = [text for name in ("ROE", "DOE", "POE") for text in (f"NAD+FL+++{name}:ANN", "LOC+22+QQ9")]
    result = manifest(*persons)
    assert [found.code for found in result.findings].count("airport-unknown") == 1
    assert [traveller.clearance for traveller in result.travellers] == ["QQ9"] * 3


def test_an_unknown_qualifier_is_evidence() -> None:
    result = place(split("LOC+999+SYD"))
    assert (result.about, result.kept, result.faults[0].code) == (said.UNREAD, True, "place-unknown")


def test_a_known_place_without_a_field_is_evidence_without_a_finding() -> None:
    assert place(split("LOC+188+USHNL")) == said.Said(said.UNREAD, (), (), True)
