"""The journey on one screen: receive → read → screen → place on flights → hits.

A file's bytes are committed first. Then every batch of messages commits what it said, who is on which flight and the
hits, together with how far the work has gone, in one transaction: killed at any moment, the next run goes on from the
last batch, and nothing is lost or done twice. One process places at a time; a second one waits for the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from gatehouse.screening import criteria_in_force, events
from gatehouse.screening.batches import Batch, read_batches
from gatehouse.screening.bulk import only_one
from gatehouse.screening.hits import store as hits
from gatehouse.screening.hits.merging import Claim
from gatehouse.screening.intake import late_series, messages_store, receiving
from gatehouse.screening.intake.messages_store import Incoming
from gatehouse.screening.lists_in_force import ListsInForce, in_force, is_somebody, spread
from gatehouse.screening.matching.search_findings import search_findings
from gatehouse.screening.matching.subject import subject_of
from gatehouse.screening.redress import clearances
from gatehouse.screening.rescreening import RescreenSummary, rescreen
from gatehouse.screening.review import arrival
from gatehouse.screening.tally import IngestSummary, Tally
from gatehouse.screening.travellers import store as travellers
from gatehouse.screening.travellers.held import People
from gatehouse.screening.travellers.keys import leg_key
from gatehouse.screening.travellers.ledger import Mark, Placed
from gatehouse.screening.travellers.placing import place
from gatehouse.screening.weighing import Scales, Told
from gatehouse.screening.workers import Workers, worker_count
from gatehouse.terms.candidate import Found

Progress = Callable[[Tally], None]
"""Called after each step with what has been done so far."""

CHANNEL_FILE = "file"

__all__ = ["IngestSummary", "RescreenSummary", "Tally", "ingest", "rescreen"]


def ingest(paths: Iterable[Path], progress: Progress, lists: ListsInForce | None = None) -> IngestSummary:
    """Take the files, and the files in the folders, through the whole journey; also what an earlier run left undone.

    `lists` stands in for the stored lists, as they are when the run begins. A file that cannot be read is quarantined
    with its error and does not stop the others. Raises `OSError` for a path that is not there, before anything is done.
    """
    tally = Tally(progress)
    for path in files_of(paths):
        with tally.stage("receive"):
            received = receiving.receive(path, CHANNEL_FILE)
        tally.took_in(path, received)
    if lists is None:
        with tally.stage("lists"):
            rescreen(lambda _: None)
            lists = in_force()
    with Workers(lists.find_many, worker_count(receiving.bytes_unfinished())) as workers, only_one():
        batches = tally.timed("read", read_batches(receiving.unfinished()))
        for batch, found in screened(batches, workers, tally):
            with transaction.atomic():
                commit(batch, found, lists, tally)
            tally.took(batch, receiving.names(batch.failed))
    late_series.report_late(timezone.now())
    return tally.summary()


def screened(batches: Iterator[Batch], workers: Workers, tally: Tally) -> Iterator[tuple[Batch, list[Found]]]:
    """Each batch with what was found for its travellers, the next one being screened while the caller has the last."""
    waiting: Batch | None = None
    for batch in chain(batches, [None]):
        with tally.stage("screen"):
            found = workers.collect() if waiting else []
            if batch:
                workers.submit([subject_of(said) for said in batch.travellers if is_somebody(said)])
        if waiting:
            yield waiting, spread(waiting.travellers, found)
        waiting = batch


def commit(batch: Batch, found: list[Found], lists: ListsInForce, tally: Tally) -> None:
    """Store a batch: messages, flights, travellers, hits. `found` holds what was found for each traveller, in order."""
    each = iter(found)
    by_message = {id(message): [next(each) for _ in message.reading.travellers] for message in batch.messages}
    tally.left_out += sum(bool(one.left_out) for one in found)
    with tally.stage("place"):
        acting = messages_store.register(batch.messages)
        placed, people = put_on_flights(acting, tally)
        for message in batch.messages:
            for said, its in zip(message.reading.travellers, by_message[id(message)], strict=True):
                message.findings.extend(search_findings(its.left_out, said.segments[0] if said.segments else None))
        messages_store.save(batch.messages, lists.state)
        receiving.finish({ended.transmission: ended.error for ended in batch.ended})
    with tally.stage("hits"):
        claims = [
            Claim(where.person, where.leg_id, where.source, message.id, candidate, left_out=its.left_out)
            for message, wheres in placed
            for where, its in zip(wheres, by_message[id(message)], strict=True)
            if where.told_more
            for candidate in its.candidates
            if candidate.above_threshold
        ]
        claims.extend(criteria_in_force.claims(criteria_in_force.in_force(), placed, people))
        told = {
            where.person: Told(where.leg_id, where.source, message.id)
            for message, wheres in placed
            for where in wheres
            if where.told_more
        }
        clear = clearances.in_force(lists.entries)
        scales = Scales(people.statements, lists.entries, lists.thresholds, lists.populations, clear, lists.weighed)
        touched = hits.record(claims, told, scales, lists.versions)
        tally.hits += sum(hit.is_new for hit in touched)
    with tally.stage("review"):
        arrival.arrive(touched, people.statements, lists.entries)
        arrival.moved(people.changed_legs())
        events.screened(batch, touched)


def put_on_flights(acting: list[Incoming], tally: Tally) -> tuple[list[tuple[Incoming, list[Placed]]], People]:
    """Put the travellers of the messages on their flights, in order; where each one went, and who is there."""
    legs = {message.id: leg_key(message.reading.flights, message.push) for message in acting if message.is_about_flight}
    rosters = travellers.load(legs.values())
    ledger = travellers.ledger(
        sum(len(message.reading.travellers) for message in acting),
        sum(len(message.reading.bookings) for message in acting),
    )
    placed = []
    for message in acting:
        if message.id in legs:
            mark = Mark(message.id, message.push, message.ends_series)
            where, findings = place(message.reading, mark, rosters[legs[message.id].text], ledger)
            message.findings.extend(findings)
            placed.append((message, where))
            tally.flights.add(rosters[legs[message.id].text].id)
    travellers.save(rosters.values(), ledger)
    return placed, People(rosters.values())


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files named, and all files in the folders named, sorted within each folder; hidden files are left out."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.is_file())
            found.extend(sorted(file for file in inside if not file.name.startswith(".")))
        else:
            path.stat()
            found.append(path)
    return found
