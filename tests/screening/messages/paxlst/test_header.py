from collections.abc import Callable

import pytest

from gatehouse.edifact.segment import split
from gatehouse.screening.messages.paxlst.header import beginning, count
from gatehouse.terms.reading import Reading

FUNCTIONS = [
    ("BGM+745", "passenger-list", "745", None),
    ("BGM+745+CP", "change", "745+CP", None),
    ("BGM+745+XR", "cancel", "745+XR", None),
    ("BGM+745+RP", "reduce", "745+RP", None),
    ("BGM+266+CL", "close", "266+CL", None),
    ("BGM+266+CLOB", "close", "266+CLOB", True),
    ("BGM+266+CLNB", "close", "266+CLNB", False),
    ("BGM+266+XF", "cancel", "266+XF", None),
    ("BGM+266+CF", "change", "266+CF", None),
    ("BGM+250", "crew-list", "250", None),
    ("BGM+250+C", "crew-list", "250+C", None),
    ("BGM+250+cc", "change", "250+CC", None),
    ("BGM+250+B", "crew-list", "250+B", None),
    ("BGM+250+FC", "change", "250+FC", None),
    ("BGM+336+G", "crew-list", "336+G", None),
    ("BGM+336+H", "cancel", "336+H", None),
    ("BGM+336+I", "change", "336+I", None),
]


@pytest.mark.parametrize(("text", "function", "code", "on_board"), FUNCTIONS, ids=[v[0] for v in FUNCTIONS])
def test_what_a_message_does(text: str, function: str, code: str, on_board: bool | None) -> None:
    said = beginning(split(text))
    assert dict(said.facts) == {"function": function, "function_code": code, "on_board": on_board}
    assert said.faults == ()


ODD = [
    ("a list of another trade", "BGM+10+DOCUMENT1+4", "other", "10", "list-type-unknown"),
    ("a status change that does not say which", "BGM+266", "other", "266", "function-code-unknown"),
    ("a status change of an unknown kind", "BGM+266+QQ", "other", "266+QQ", "function-code-unknown"),
    ("a function code of another list", "BGM+745+C", "passenger-list", "745+C", "function-code-unknown"),
    ("nothing", "BGM", "other", None, "list-type-unknown"),
]


@pytest.mark.parametrize(("text", "function", "code", "fault"), [v[1:] for v in ODD], ids=[v[0] for v in ODD])
def test_an_unknown_function_is_told_and_never_guessed(text: str, function: str, code: str, fault: str) -> None:
    said = beginning(split(text))
    assert dict(said.facts)["function"] == function
    assert dict(said.facts)["function_code"] == code
    assert [found.code for found in said.faults] == [fault]


def test_totals_are_of_passengers_or_crew() -> None:
    assert dict(count(split("CNT+42:160")).facts) == {"counted": (("passengers", 160),)}
    assert dict(count(split("CNT+41:8")).facts) == {"counted": (("crew", 8),)}


@pytest.mark.parametrize(("text", "code"), [("CNT+3:2", "count-unknown"), ("CNT+42:MANY", "count-unreadable")])
def test_a_total_that_is_not_understood_is_evidence_of_the_message(
    manifest: Callable[..., Reading], text: str, code: str
) -> None:
    result = manifest("NAD+FL+++ROE:ANN", text)
    assert [item.text for item in result.evidence] == [text]
    assert result.travellers[0].evidence == ()
    assert code in [found.code for found in result.findings]


def test_the_first_beginning_stands(reading: Callable[..., Reading]) -> None:
    assert reading("BGM+745+CP", "BGM+266+XF").function_code == "745+CP"
