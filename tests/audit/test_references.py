"""References admit numbers and short codes, and no text in which a person could be named."""

from __future__ import annotations

import pytest

from gatehouse.audit.errors import EntryError
from gatehouse.audit.references import REFERENCE_CHARS_MAX, kind_of, kinds

GOOD = ["traveller:123", "list:UN-SC/6", "list:DEMO", "machine:retention", "day:2026-03-01", "criterion:route-7/2"]
BAD = {
    "a name": "traveller:Ahmed Khan",
    "a name without a space": "traveller:khan",
    "a name for an account": "account:j.smith",
    "no kind": "123",
    "no identifier": "traveller:",
    "unknown kind": "person:12",
    "kind in capitals": "Traveller:12",
    "text behind the number": "traveller:12 Khan",
    "line break behind the number": "traveller:12\n",
    "another script's digits": "traveller:١٢",
    "a list named by a sentence": "list:Men from there",
    "too long": f"list:UN/{'1' * REFERENCE_CHARS_MAX}",
}


@pytest.mark.parametrize("reference", GOOD)
def test_a_reference_names_its_kind(reference: str) -> None:
    assert kind_of(reference) == reference.split(":")[0]


@pytest.mark.parametrize("fault", BAD)
def test_what_is_no_reference_is_refused_and_not_repeated(fault: str) -> None:
    with pytest.raises(EntryError) as refusal:
        kind_of(BAD[fault])
    assert "Khan" not in str(refusal.value)
    assert "smith" not in str(refusal.value)


@pytest.mark.parametrize("kind", kinds())
def test_no_kind_admits_a_space_or_an_open_end(kind: str) -> None:
    pattern = kinds()[kind]
    for text in ("Ali Khan", "a b", "", "é", "x" * REFERENCE_CHARS_MAX, "1" * REFERENCE_CHARS_MAX, 'a"b'):
        assert not pattern.fullmatch(text)
