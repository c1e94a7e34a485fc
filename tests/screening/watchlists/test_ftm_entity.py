"""A line of JSON is an entity or a fault."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.watchlists.ftm_entity import FtmEntity, FtmError, ftm_entity

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "schema", "properties", "x"]), inner)
    ),
    max_leaves=10,
)


def test_properties_are_text_and_nested_entities_are_taken_out() -> None:
    inner = {"id": "p1", "schema": "Passport", "properties": {"number": ["X1"]}}
    found = ftm_entity(
        {"id": "1", "schema": "Person", "properties": {"name": [" A ", "", 7, inner], "alias": "B"}, "datasets": ["d"]}
    )
    assert found.all("name") == ["A"]
    assert found.first("alias") == "B"
    assert found.first("none") == ""
    assert [entity.id for entity in found.nested] == ["p1"]
    assert found.datasets == ("d",)


@pytest.mark.parametrize(
    "line",
    [
        None,
        [],
        "text",
        {"schema": "Person", "properties": {}},
        {"id": 1, "schema": "Person", "properties": {}},
        {"id": "1", "schema": "Person"},
        {"id": "1", "schema": "Person", "properties": {"name": ["A\x00"]}},
        {"id": "1", "schema": "Person", "properties": {"name": ["A"] * 10_001}},
        {"id": "1", "schema": "Person", "properties": {"holder": [{"id": "2"}]}},
    ],
)
def test_another_shape_is_a_fault(line: object) -> None:
    with pytest.raises(FtmError):
        ftm_entity(line)


@given(JSON)
def test_any_json_is_an_entity_or_a_fault(line: object) -> None:
    try:
        assert isinstance(ftm_entity(line), FtmEntity)
    except FtmError:
        assert True
