"""The JSON contract of `gatehouse read`: every promised field is there, unknown is null, nothing is invented."""

from __future__ import annotations

import io
import re
from pathlib import Path

import orjson
import pytest

from gatehouse.screening.messages import read_messages
from gatehouse.screening.messages.json_form import Json, Source, to_json

CONTRACT = Path(__file__).parents[3] / "docs" / "contracts" / "read.md"
MESSAGE = (
    "UNB+UNOA:4+CARRIER+STATE+210513:0900+1'UNH+1+PAXLST:D:15B:UN:IATA'BGM+745'"
    "TDT+20+ZZ123'LOC+125+SIN'DTM+189:2105131430:201'LOC+87+ICN'DTM+232:2105132205:201'"
    "NAD+FL+++OSEI:AMA'ATT+2++F'DTM+329:900101'NAT+2+GHA'DOC+P+G1234567'LOC+91+GHA'"
    "NAD+FL+++NAMEONLY'CNT+42:2'UNT+17+1'UNZ+1+1'"
)


@pytest.fixture
def written() -> Json:
    (reading,) = read_messages(io.BytesIO(MESSAGE.encode()))
    return orjson.loads(orjson.dumps(to_json(reading, Source("m.edi", "00", 0))))


def _fields(heading: str) -> set[str]:
    section = CONTRACT.read_text(encoding="utf-8").split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"^\| `(\w+)`", section, re.MULTILINE))


@pytest.mark.parametrize(
    ("heading", "of"),
    [
        ("Message", lambda m: m),
        ("Flight", lambda m: m["flights"][0]),
        ("Leg", lambda m: m["flights"][0]["legs"][0]),
        ("Traveller", lambda m: m["travellers"][0]),
        ("Document", lambda m: m["travellers"][0]["documents"][0]),
    ],
)
def test_the_contract_and_the_output_name_the_same_fields(written: Json, heading: str, of: object) -> None:
    assert set(of(written)) == _fields(heading)


def test_unknown_is_null_and_lists_are_empty(written: Json) -> None:
    second = written["travellers"][1]
    assert second["birth_date"] is None
    assert second["sex"] is None
    assert second["nationalities"] == []
    assert second["documents"] == []


def test_known_values_in_the_promised_forms(written: Json) -> None:
    first = written["travellers"][0]
    assert (first["surname"], first["given_names"], first["sex"]) == ("OSEI", "AMA", "F")
    assert first["birth_date"] == "1990-01-01"
    assert first["nationalities"] == ["GHA"]
    assert written["flights"][0]["legs"] == [
        {"origin": "SIN", "destination": "ICN", "departs": "2021-05-13T14:30", "arrives": "2021-05-13T22:05"}
    ]
    source = written["source"]
    assert (source["file"], source["sha256"], source["index"]) == ("m.edi", "00", 0)
    assert MESSAGE[source["offset"] : source["end"]].startswith("UNH+1")
    assert MESSAGE[source["offset"] : source["end"]].endswith("UNT+17+1'")


def test_every_field_of_a_traveller_names_its_segment(written: Json) -> None:
    sources = written["travellers"][0]["sources"]
    first, last = written["travellers"][0]["segments"]
    assert {"surname", "sex", "birth_date", "nationalities"} <= set(sources)
    assert all(first <= ordinal <= last for ordinal in sources.values())
