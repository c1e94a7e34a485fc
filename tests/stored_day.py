"""A stored day in small: one flight with two travellers, of whom one is on a list. For tests of several rooms."""

from __future__ import annotations

from pathlib import Path

from gatehouse.mrz.digits import check_digit
from gatehouse.screening import flow
from gatehouse.screening.watchlists import store
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry

PAXLST = (
    "UNB+UNOA:4+CARRIER+STATE+210513:0900+1'UNH+1+PAXLST:D:15B:UN:IATA'BGM+745'"
    "TDT+20+ZZ123'LOC+125+SIN'DTM+189:2105131430:201'LOC+87+ICN'DTM+232:2105132205:201'"
    "NAD+FL+++KARIM:YUSUF'ATT+2++M'DTM+329:760517'NAT+2+TUN'DOC+P+X1234567'LOC+91+TUN'"
    "NAD+FL+++OSEI:AMA'ATT+2++F'DTM+329:900101'NAT+2+GHA'CNT+42:2'UNT+19+1'UNZ+1+1'"
)
ENTRY = ListEntry("DEMO", "D-1", (ListedName("Yousef al-Karim"),), birth_dates=(DateSpan.exact("1976-05-17"),))


def store_day(folder: Path) -> None:
    """Put the entry in force and take the message through the whole flow, from a file in `folder`."""
    file = folder / "m.edi"
    file.write_text(PAXLST)
    store.add_list(ListReading("DEMO", "own-csv", None, (ENTRY,), (), 0, 0), file)
    flow.ingest([file], lambda _: None)


def zone(names: str, birth: str = "760517", expiry: str = "310101", number: str = "AB1234567") -> str:
    """A passport's zone with right check digits."""
    body = f"{number}{check_digit(number)}TUN{birth}{check_digit(birth)}M{expiry}{check_digit(expiry)}{'<' * 15}"
    return f"{('P<TUN' + names).ljust(44, '<')}\n{body}{check_digit(body[:10] + body[13:20] + body[21:43])}"
