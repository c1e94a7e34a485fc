from collections.abc import Callable
from typing import Any

import pytest

from gatehouse.edifact.segment import split
from gatehouse.screening.messages.paxlst import particulars
from gatehouse.screening.messages.paxlst.said import UNREAD, Said
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Bag, Seat

READERS: dict[str, Callable[[list[list[str]]], Said]] = {
    "ATT": particulars.attribute,
    "NAT": particulars.nationality,
    "GEI": particulars.verification,
    "EMP": particulars.employment,
    "MEA": particulars.measurement,
    "FTX": lambda elements: particulars.free_text(elements, 5),
    "RFF": lambda elements: particulars.reference(elements, 5),
}


def said(text: str) -> Said:
    return READERS[text[:3]](split(text))


FACTS: list[tuple[str, dict[str, Any]]] = [
    ("ATT+2+F", {"sex": "F"}),
    ("ATT+2++:::FEMALE", {"sex": "F"}),
    ("ATT+2++M", {"sex": "M"}),
    ("ATT+2++f", {"sex": "F"}),
    ("ATT+2++X", {"sex": "X"}),
    ("ATT+2++U", {"sex": None}),
    ("ATT+2++", {}),
    ("ATT+2++FI", {"sex": "F", "infant": True}),
    ("ATT+2++M*M*M", {"sex": "M"}),
    ("NAT+2+GBR", {"nationalities": ("GBR",)}),
    ("NAT+2+D", {"nationalities": ("DEU",)}),
    ("NAT+2+US::5", {"nationalities": ("USA",)}),
    ("NAT+2+XXA", {"nationalities": ("XXA",)}),
    ("NAT++FRA", {"nationalities": ("FRA",)}),
    ("NAT+2+:::GERMANY", {"nationalities": ("DEU",)}),
    ("NAT+2+", {}),
    ("GEI+4+173", {"verified": True}),
    ("GEI+4+174", {"verified": False}),
    ("GEI+4+ZZZ", {"verified": True}),
    ("EMP+1+CR2:110:111", {"crew_duty": "CR2"}),
    ("MEA+CT++:2", {"bag_count": 2}),
    ("MEA+CT++4", {"bag_count": 4}),
    ("MEA+CT++:0", {"bag_count": 0}),
    ("MEA+WT++KGM:31", {"bag_weight_kg": 31.0}),
    ("MEA+WT++KGM:31.5", {"bag_weight_kg": 31.5}),
    ("MEA+WT++LBR:70", {"bag_weight_kg": 31.75}),
    ("MEA+CT++", {}),
    ("FTX+BAG+++ZZ556677:3", {"bags": (Bag("ZZ556677", 3, segment=5),)}),
    ("FTX+BAG+++ZZ556677", {"bags": (Bag("ZZ556677", 1, segment=5),)}),
    ("FTX+BAG+++NULL", {}),
    ("FTX+BAG", {}),
    ("RFF+AVF:HVW402", {"locator": "HVW402"}),
    ("RFF+AVF:", {}),
    ("RFF+AVF", {}),
    ("RFF+ABO:REF771", {"reference": "REF771"}),
    ("RFF+SEA:023C", {"seats": (Seat("23C", segment=5),)}),
    ("RFF+SEA:INF", {"infant": True}),
    ("RFF+YZY:9991234567890C1", {"tickets": ("9991234567890",)}),
    ("RFF+YZY:99912345678903", {"tickets": ("99912345678903",)}),
    ("RFF+TN:BA12:::1", {"transaction": "BA12", "revision": "1"}),
    ("RFF+TN:BA12", {"transaction": "BA12", "revision": None}),
]


@pytest.mark.parametrize(("text", "facts"), FACTS, ids=[text for text, _ in FACTS])
def test_what_a_segment_says(text: str, facts: dict[str, Any]) -> None:
    result = said(text)
    assert dict(result.facts) == facts
    assert (result.faults, result.kept) == ((), False)


KEPT = [
    ("ATT+2++Q", "sex-unknown"),
    ("ATT+9++M", "attribute-unknown"),
    ("NAT+2+QQQ", "country-unknown"),
    ("NAT+1+GBR", "nationality-not-current"),
    ("NAT+3+GBR", "nationality-not-current"),
    ("GEI+4+999", "verification-unknown"),
    ("EMP+4+++1++7", "duty-unknown"),
    ("EMP+1+CR9", "duty-unknown"),
    ("MEA+VOL++:2", "measure-unknown"),
    ("MEA+CT++:TWO", "measure-unreadable"),
    ("MEA+WT++:20", "measure-unreadable"),
    ("MEA+WT++STN:3", "measure-unreadable"),
    ("FTX+AAA+++WORDS", "text-unknown"),
    ("RFF+QQ:1", "reference-unknown"),
]


@pytest.mark.parametrize(("text", "code"), KEPT, ids=[text for text, _ in KEPT])
def test_what_is_not_understood_is_kept_with_a_finding_and_states_nothing(text: str, code: str) -> None:
    result = said(text)
    assert (result.about, result.facts, result.kept) == (UNREAD, (), True)
    assert [fault.code for fault in result.faults] == [code]


@pytest.mark.parametrize("text", ["RFF+AEA:AGENCY1", "RFF+CR:CUSTOMER1"])
def test_references_without_a_field_are_evidence_without_a_finding(text: str) -> None:
    assert said(text) == Said(UNREAD, (), (), True)


@pytest.mark.parametrize("code", ["SUN", "YUG", "UTO"])
def test_a_withdrawn_or_specimen_country_is_kept_with_a_finding(code: str) -> None:
    result = said(f"NAT+2+{code}")
    assert dict(result.facts) == {"nationalities": (code,)}
    assert [fault.code for fault in result.faults] == ["country-obsolete"]


def test_several_nationalities_are_several(manifest: Callable[..., Reading]) -> None:
    (traveller,) = manifest("NAD+FL+++ROE:ANN", "NAT+2+GBR", "NAT+2+IRL", "NAT+2+QQQ").travellers
    assert traveller.nationalities == ("GBR", "IRL")
    assert [item.text for item in traveller.evidence] == ["NAT+2+QQQ"]


def test_nationality_is_never_taken_from_birth_place_issuer_or_residence(manifest: Callable[..., Reading]) -> None:
    persons = ("NAD+FL+++ROE:ANN", "LOC+180+IRN:::SHIRAZ", "LOC+174+IRN", "DOC+P+X1", "LOC+91+IRN")
    (traveller,) = manifest(*persons).travellers
    assert traveller.nationalities == ()
    assert (traveller.birth_place, traveller.residence) == ("SHIRAZ, IRN", "IRN")
    assert traveller.documents[0].issuer == "IRN"


def test_several_seats_tags_and_tickets_add_up(manifest: Callable[..., Reading]) -> None:
    persons = (
        "NAD+FL+++ROE:ANN",
        "FTX+BAG+++A1",
        "FTX+BAG+++A2:2",
        "RFF+SEA:9A",
        "RFF+SEA:31C",
        "RFF+YZY:1",
        "RFF+YZY:2",
    )
    (traveller,) = manifest(*persons).travellers
    assert [(bag.tag, bag.pieces) for bag in traveller.bags] == [("A1", 1), ("A2", 2)]
    assert [seat.number for seat in traveller.seats] == ["9A", "31C"]
    assert traveller.tickets == ("1", "2")
    assert traveller.bags[1].segment == traveller.bags[0].segment + 1  # type: ignore[operator]
