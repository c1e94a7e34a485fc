"""Two who travel together, one who does not, and a booking that came twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.screening import flow
from gatehouse.screening.travellers.models import Traveller
from manifest import Person, paxlst
from reviewing import Screening, listed

PUSH = (
    "UNB+IATA:1+ZZ+GOV+260119:1{at}+P{at}'UNH+1+PNRGOV:15:1:IA'MSG+:22'ORG+ZZ'"
    "TVL+200126:0830:200126:0900+CDG+LHR+ZZ+123'EQN+2'SRC'RCI+ZZ:ABC123::010126:1000'{more}"
    "TIF+ROE+ANN:A:1'FOP+CC::100.00:VI:4111111111111111:0930'TIF+DOE+JOE:A:2'"
    "TVL+200126:0830:200126:0900+CDG+LHR+ZZ+123:Y'SSR+SEAT:HK:2:ZZ:::CDG:LHR+12A::1+12B::2'RPI+2+HK'"
    "TVL+210126:1000:210126:1800+LHR+JFK+ZZ+9:Y'RPI+1+HK'UNT+11+1'UNZ+1+P{at}'"
)


@pytest.fixture
def ann(database: Path, tmp_path: Path) -> int:
    """A traveller who has a hit, with somebody in the same booking."""
    del database
    listed()
    sent = tmp_path / "x.edi"
    lists = Screening(paxlst, Person, lambda *_: sent).lists()
    for at, more in ((100, ""), (200, "ADD++700:1 MAIN STREET:PARIS::FR'")):
        sent.write_text(PUSH.format(at=at, more=more))
        flow.ingest([sent], lambda _: None, lists)
        sent = tmp_path / "y.edi"
    return Traveller.objects.get(surname="ROE").id
