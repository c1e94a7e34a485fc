"""Dirt never loses or changes a traveller; unreadable files are refused."""

import io
from dataclasses import replace
from random import Random

import pytest

from gatehouse.edifact import EdifactError
from gatehouse.screening.messages import read_messages
from gatehouse.simulation import paxlst_writer
from gatehouse.simulation.dirt import CLEAN, DIRT, LINE_LENGTH, UNREADABLE, Dirt, dirt, type_b, wrapped
from gatehouse.simulation.style import Style
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Document, Role, Traveller

STYLE = Style("05B", "AUT")
LEG = Leg("LHR", "VIE", "2026-01-20T07:30", "2026-01-20T10:45")
PEOPLE = tuple(
    Traveller(
        Role.PASSENGER,
        f"MUSTERMANN{letter}",
        "ANNA MARIA",
        birth_date="1980-02-29",
        documents=(Document("P", f"X123456{i}", "AUT", "2031-05-06"),),
    )
    for i, letter in enumerate("ABCDEF")
)
READING = Reading(
    "PAXLST",
    function_code="745",
    sender="ZZDCS",
    recipient="ATPIU",
    sent="2026-01-20T07:00",
    control_reference="25P",
    flights=(Flight("ZZ", "25", legs=(LEG,)),),
    travellers=PEOPLE,
)


def _soiled(kind: Dirt, seed: int) -> bytes:
    style = kind.write(STYLE, Random(seed)) if kind.write else STYLE
    written = paxlst_writer.write((READING,), style)
    return kind.soil(written) if kind.soil else written


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("kind", [one for one in DIRT if not one.names], ids=lambda kind: kind.kind)
def test_everybody_survives(kind: Dirt, seed: int) -> None:
    (read,) = read_messages(io.BytesIO(_soiled(kind, seed)))
    assert [(t.surname, t.given_names) for t in read.travellers] == [(t.surname, t.given_names) for t in PEOPLE]
    assert [[d.number for d in t.documents] for t in read.travellers] == [
        [d.number for d in t.documents] for t in PEOPLE
    ]


@pytest.mark.parametrize("kind", [one for one in DIRT if not one.names], ids=lambda kind: kind.kind)
def test_dirt_is_on_the_file(kind: Dirt) -> None:
    assert _soiled(kind, 1) != _soiled(CLEAN, 1)


def test_kinds_are_distinct_and_all_are_drawn() -> None:
    kinds = {one.kind for one in DIRT}
    assert len(kinds) == len(DIRT)
    assert {dirt(Random(seed)).kind for seed in range(400)} == kinds


@pytest.mark.parametrize("name", [name for name, _ in UNREADABLE])
def test_an_unreadable_file_holds_no_traveller(name: str) -> None:
    stream = io.BytesIO(dict(UNREADABLE)[name](Random(1)))
    people = []
    refused = False
    try:
        for reading in read_messages(stream):
            people += reading.travellers
            refused |= any(finding.severity == "error" for finding in reading.findings)
    except EdifactError:
        refused = True
    assert refused
    assert not people


def test_type_b_lines_are_short() -> None:
    lines = type_b(b"A" * 500).split(b"\r\n")
    assert max(map(len, lines)) <= LINE_LENGTH + 1


def test_wraps_fall_between_letters_only() -> None:
    clean = paxlst_writer.write((replace(READING, travellers=PEOPLE * 5),), STYLE)
    soiled = wrapped(clean)
    assert soiled.replace(b"\r\n", b"") == clean
    at = soiled.index(b"\r\n")
    assert soiled[at - 1 : at].isalpha()
    assert soiled[at + 2 : at + 3].isalpha()
