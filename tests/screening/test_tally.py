"""What a run counted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from gatehouse.screening.batches import Batch, Ended
from gatehouse.screening.intake.messages_store import Incoming
from gatehouse.screening.intake.receiving import Received
from gatehouse.screening.tally import Done, Tally
from gatehouse.terms.finding import error, warning
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Role, Traveller


def test_files_are_counted_and_the_known_ones_need_no_reading() -> None:
    tally = Tally(lambda _: None)
    tally.took_in(Path("a"), Received(1, 100, is_known=False))
    tally.took_in(Path("b"), Received(1, 100, is_known=True))
    tally.took_in(Path("c"), Received(2, 7, is_known=False, error="too large"))
    assert (tally.files, tally.known_files, tally.bytes_expected) == (3, 1, 107)
    assert tally.summary().quarantined == (("c", "too large"),)


def test_a_batch_is_counted_by_message_traveller_and_finding() -> None:
    said = Reading("PAXLST", travellers=(Traveller(Role.PASSENGER),) * 3, offset=10, end=60)
    first, repeat = Incoming(1, 0, said, "a"), Incoming(1, 1, said, "a", state="duplicate")
    first.findings += [warning("w", None, ""), error("e", None, ""), warning("w", None, "")]
    tally = Tally(lambda _: None)
    tally.took(Batch([first, repeat], [Ended(1, None), Ended(2, "cut short")]), {2: "bad.edi"})
    summary = tally.summary()
    assert (summary.messages, summary.duplicates, summary.travellers) == (2, 1, 6)
    assert summary.findings == {"warning": 2, "error": 1}
    assert summary.quarantined == (("bad.edi", "cut short"),)
    assert tally.bytes_done == 100


def test_time_is_added_to_its_stage_and_every_item_comes_through() -> None:
    tally = Tally(lambda _: None)
    assert list(tally.timed("read", iter([1, 2, 3]))) == [1, 2, 3]
    with tally.stage("place"):
        pass
    assert set(tally.summary().seconds) == {"read", "place"}


def test_steps_add_up_to_the_whole() -> None:
    tally, whole, before = Tally(lambda _: None), Done(), Done()
    for hits, seconds, failed in ((1, 0.5, []), (0, 0.25, [("a.edi", "cut")]), (3, 0.0, [("b.edi", "cut")])):
        tally.hits += hits
        tally.left_out += 1
        tally.seconds["read"] += seconds
        tally.quarantined += failed
        whole.add(tally.since(before))
        before = tally.so_far()
    assert whole == tally.so_far()
    assert (whole.hits, whole.left_out, whole.seconds["read"], len(whole.quarantined)) == (4, 3, 0.75, 2)
    assert tally.since(before) == Done(seconds=Counter({"read": 0.0})), "nothing was done since"


def test_it_reports_itself_after_every_step() -> None:
    told: list[int] = []
    tally = Tally(lambda state: told.append(state.files))
    tally.took_in(Path("a"), Received(1, 1, is_known=False))
    tally.took(Batch(), {})
    assert told == [1, 1]
