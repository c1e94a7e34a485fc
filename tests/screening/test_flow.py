"""The whole journey, on real tables: nobody lost, nobody twice, whatever arrives and whenever it is killed."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening import flow
from gatehouse.screening.hits.models import Hit, HitVersion
from gatehouse.screening.intake.models import Series, StoredMessage, Transmission
from gatehouse.screening.tally import Tally
from gatehouse.screening.travellers.models import FlightLeg, RecordJoin, Traveller, TravellerRecord
from stored_facts import emptied, stored_facts

pytestmark = pytest.mark.usefixtures("database")


def _ingest(path: Path, lists: object) -> flow.IngestSummary:
    return flow.ingest([path], lambda _: None, lists)


def test_a_listed_traveller_becomes_a_hit_and_nothing_happens_to_them(paxlst, person, sent, exact_names) -> None:
    path = sent("a.edi", paxlst([person("ROE/ANN", "800101"), person("DOE/JOE", "810202")]))
    summary = _ingest(path, exact_names({"ANN ROE": "E1"}))
    assert (summary.messages, summary.travellers, summary.flights, summary.hits) == (1, 2, 1, 1)
    hit = Hit.objects.select_related("traveller").get()
    assert (hit.traveller.surname, hit.entry_id, hit.score) == ("ROE", "E1", 0.9)
    assert hit.explanation[0]["feature"] == "name"
    assert hit.traveller.state == "expected"


def test_the_same_file_again_changes_nothing(paxlst, person, sent, exact_names) -> None:
    lists = exact_names({"ANN ROE": "E1"})
    content = paxlst([person("ROE/ANN", "800101")])
    _ingest(sent("a.edi", content), lists)
    before = stored_facts()
    summary = _ingest(sent("b.edi", content), lists)
    assert (summary.known_files, summary.messages) == (1, 0)
    assert stored_facts() == before


def test_an_exact_repeat_of_a_message_in_another_file_acts_once(paxlst, person, sent, exact_names) -> None:
    content = paxlst([person("ROE/ANN", "800101")])
    _ingest(sent("a.edi", content), exact_names({}))
    summary = _ingest(sent("b.edi", b"\r\n" + content), exact_names({}))
    assert summary.duplicates == 1
    assert TravellerRecord.objects.count() == 1
    assert sorted(StoredMessage.objects.values_list("state", flat=True)) == ["duplicate", "screened"]


def test_what_a_search_left_out_is_counted_and_kept(paxlst, person, sent, exact_names) -> None:
    content = paxlst([person("DOE/JOE"), person("SHORT/CUT", "800101")])
    summary = _ingest(sent("a.edi", content), exact_names({"CUT SHORT": "E1"}))
    assert summary.left_out == 1
    (finding,) = [one for one in StoredMessage.objects.get().findings if one["code"] == "search-cut"]
    assert finding["segment"] == content.split(b"UNH", 1)[1].split(b"SHORT")[0].count(b"'") + 1
    hit = Hit.objects.get()
    assert (hit.left_out, hit.threshold) == ("cut", 0.5)
    assert HitVersion.objects.get().left_out == "cut"


def test_a_repeat_message_updates_the_hit_and_adds_none(paxlst, person, sent, exact_names) -> None:
    lists = exact_names({"ANN ROE": "E1"})
    _ingest(sent("a.edi", paxlst([person("ROE/ANN", "800101", reference="U1")])), lists)
    summary = _ingest(sent("b.edi", paxlst([person("ROE/ANN", "800102", reference="U1")], control="C2")), lists)
    hit = Hit.objects.get()
    assert summary.hits == 0
    assert hit.last_message_id > hit.first_message_id
    assert HitVersion.objects.count() == 1
    assert [r.superseded for r in TravellerRecord.objects.order_by("id")] == [True, False]
    assert Traveller.objects.get().birth_date == "1980-01-02"


def test_a_bad_file_is_quarantined_and_stops_nobody(paxlst, person, sent, exact_names, tmp_path) -> None:
    sent("a.edi", b"\x00\x01\x02 not a message")
    sent("b.edi", b"")
    sent("c.edi", paxlst([person("ROE/ANN")]))
    summary = _ingest(tmp_path, exact_names({}))
    assert {name for name, _ in summary.quarantined} == {"a.edi", "b.edi"}
    assert summary.travellers == 1
    states = dict(Transmission.objects.values_list("name", "state"))
    assert states == {"a.edi": "quarantined", "b.edi": "quarantined", "c.edi": "screened"}
    assert all(Transmission.objects.filter(state="quarantined").values_list("error", flat=True))


def test_a_path_that_is_not_there_is_refused_before_anything_is_done(sent, exact_names, paxlst, person) -> None:
    good = sent("a.edi", paxlst([person("ROE/ANN")]))
    with pytest.raises(FileNotFoundError):
        flow.ingest([good, good.with_name("absent.edi")], lambda _: None, exact_names({}))
    assert Transmission.objects.count() == 0


def test_parts_out_of_order_and_a_lost_part_keep_nobody_waiting(paxlst, person, sent, exact_names) -> None:
    _ingest(sent("c.edi", paxlst([person("ROE/ANN")], control="C3", part="3:F")), exact_names({}))
    assert Traveller.objects.count() == 1
    assert not Series.objects.get().complete
    _ingest(sent("a.edi", paxlst([person("DOE/JOE")], control="C1", part="1:C")), exact_names({}))
    _ingest(sent("b.edi", paxlst([person("POE/SAM")], control="C2", part="2")), exact_names({}))
    assert Series.objects.get().complete
    assert Traveller.objects.count() == 3


def test_a_close_message_says_who_is_on_board(paxlst, person, sent, exact_names) -> None:
    _ingest(
        sent("a.edi", paxlst([person("ROE/ANN", reference="U1"), person("DOE/JOE", reference="U2")])), exact_names({})
    )
    close = paxlst([person("ROE/ANN", reference="U1")], code=("266", "CLOB"), control="C2")
    _ingest(sent("b.edi", close), exact_names({}))
    assert dict(Traveller.objects.values_list("surname", "state")) == {"ROE": "boarded", "DOE": "not-boarded"}
    assert FlightLeg.objects.get().state == "closed"


def test_a_cancelled_flight_cancels_its_travellers(paxlst, person, sent, exact_names) -> None:
    _ingest(sent("a.edi", paxlst([person("ROE/ANN")])), exact_names({}))
    _ingest(sent("b.edi", paxlst([], code=("266", "XF"), control="C2")), exact_names({}))
    assert FlightLeg.objects.get().state == "cancelled"
    assert Traveller.objects.get().state == "cancelled"


def test_a_message_that_names_nul_and_strange_letters_is_stored(paxlst, person, sent, exact_names) -> None:
    content = paxlst([person("ROE/ANN"), person("ŠMÍD/ZOÉ")]).replace(b"ROE", b"R\x00E")
    assert _ingest(sent("a.edi", content), exact_names({})).travellers == 2
    assert Traveller.objects.count() == 2


def test_folders_are_walked_in_order_and_hidden_files_left_out(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("b.edi", "a.edi", ".hidden", "in/c.edi"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in flow.files_of([tmp_path])] == ["a.edi", "b.edi", "c.edi"]


def test_progress_is_told_after_every_file_and_batch(paxlst, person, sent, exact_names) -> None:
    told: list[tuple[int, int]] = []

    def progress(tally: Tally) -> None:
        told.append((tally.files, tally.travellers))

    flow.ingest([sent("a.edi", paxlst([person("ROE/ANN")]))], progress, exact_names({}))
    assert told == [(1, 0), (1, 1)]


def _traffic(folder: Path, paxlst: Callable[..., bytes], person: Callable[..., object]) -> None:
    """Several files of lists, changes, repeats and a closed flight."""
    folder.mkdir()
    for flight in range(4):
        people = [person(f"ROE{chr(65 + n)}/ANN", f"8{flight}0101", f"P{flight}{n:03d}") for n in range(25)]
        number = f"ZZ{flight + 1}"
        first = paxlst(people, control=f"F{flight}", flight=number)
        changed = [person(f"ROE{chr(65 + n)}/ANNA", f"8{flight}0101", f"P{flight}{n:03d}") for n in range(10)]
        second = paxlst(changed, control=f"G{flight}", flight=number, code=("745", "CP"))
        close = paxlst(people[:20], control=f"H{flight}", flight=number, code=("266", "CLOB"))
        (folder / f"{flight}.edi").write_bytes(first + second + first + close)
    (folder / "bad.edi").write_bytes(b"no interchange")


CHILD = """
import sys
from pathlib import Path
from gatehouse.app.settings import setup
setup()
from gatehouse.screening import batches, flow
from gatehouse.screening.lists_in_force import ListsInForce
from gatehouse.terms.candidate import Candidate, Found
batches.BATCH_TRAVELLERS = 30
def find_many(subjects):
    return [
        Found([Candidate("TEST", "E1", n, 0.9, True, ()) for n in s.names if n.endswith("ROEA")]) for s in subjects
    ]
flow.ingest([Path(sys.argv[1])], lambda tally: print(tally.files, flush=True), ListsInForce(find_many))
"""


def _run_and_kill(folder: Path, after_steps: int, dice: random.Random) -> bool:
    """Ingest in a process of its own and kill it after so many steps and a moment more; whether it had ended before."""
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout
    assert child.stderr
    for _ in range(after_steps):
        if not child.stdout.readline():
            break
    timer = threading.Timer(dice.uniform(0, 0.05), child.kill)
    timer.start()
    child.wait()
    timer.cancel()
    said = child.stderr.read().decode()
    child.stdout.close()
    child.stderr.close()
    assert child.returncode in (0, -9), said
    return child.returncode == 0


def test_killed_at_any_moment_nothing_is_lost_or_doubled(paxlst, person, tmp_path) -> None:
    folder = tmp_path / "traffic"
    _traffic(folder, paxlst, person)
    assert _run_and_kill(folder, 1000, random.Random(0))
    expected = stored_facts()
    assert len(expected["travellers"]) == 100
    assert expected["hits"]

    emptied()
    dice = random.Random(20260120)
    finished = [_run_and_kill(folder, steps, dice) for steps in (1, 3, 6, 7, 8)]
    assert not all(finished)
    assert _run_and_kill(folder, 1000, dice)
    assert stored_facts() == expected


def test_two_ingests_at_once_do_each_thing_once(paxlst, person, tmp_path) -> None:
    folder = tmp_path / "traffic"
    _traffic(folder, paxlst, person)
    both = [subprocess.Popen([sys.executable, "-c", CHILD, str(folder)], stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [child.wait() for child in both] == [0, 0]
    together = stored_facts()
    emptied()
    assert _run_and_kill(folder, 1000, random.Random(0))
    assert stored_facts() == together


def test_an_api_and_a_pnr_statement_of_one_person_are_joined(sent, exact_names, paxlst, person) -> None:
    pnr = PNR.replace("\n", "").encode()
    _ingest(sent("a.edi", paxlst([person("ROE/ANN", "800101", "X1234567", locator="ABC234")])), exact_names({}))
    _ingest(sent("b.edi", pnr), exact_names({"ANN ROE": "E1"}))
    join = RecordJoin.objects.get()
    assert {"locator", "name"} <= set(join.evidence)
    assert Traveller.objects.count() == 1
    assert join.conflicts == ["birth-date", "document"]
    codes = {f["code"] for m in StoredMessage.objects.filter(type="PNRGOV") for f in m.findings}
    assert {"join-birth-date-conflict", "join-document-conflict"} <= codes


PNR = """
UNB+UNOA:4+ZZAIR+GOV+260119:1300+P1'
UNH+1+PNRGOV:11:1:IA+ZZ123/260120'
MSG+:22'
ORG+ZZ:PAR'
TVL+200126:0830:200126:0900+CDG+LHR+ZZ+123'
EQN+1'
SRC'
RCI+ZZ:ABC234::190126:0700'
SSR+DOCS:HK:1:ZZ:::::/P/UTO/Y7654321/UTO/02FEB80/F/01JAN30/ROE/ANN'
TIF+ROE+ANN:A:1'
TVL+200126:0830:200126:0900+CDG+LHR+ZZ+123:Y'
UNT+11+1'
UNZ+1+P1'
"""
