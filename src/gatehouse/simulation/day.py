"""The day, on one screen: a list, flights, people on them, some of them planted, and what carriers send about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random

from gatehouse.screening.watchlists.own_csv_writer import write_list
from gatehouse.simulation import paxlst_writer, pnrgov_writer
from gatehouse.simulation.api_lists import Manifest, api_files, home_style
from gatehouse.simulation.dirt import CLEAN, UNREADABLE, Dirt, dirt
from gatehouse.simulation.listed import Listed, listed
from gatehouse.simulation.outgoing import Outgoing, with_names
from gatehouse.simulation.parties import Boarding
from gatehouse.simulation.plan import DAY, Plan, Summary, demo_plan
from gatehouse.simulation.planting import Planted, planned, plant
from gatehouse.simulation.pnr_pushes import pnr_files, pnr_style
from gatehouse.simulation.timetable import Service, service
from gatehouse.simulation.truth import TruthRow, rows, write_truth

__all__ = ["Plan", "Summary", "demo_plan", "simulate"]

Progress = Callable[[str, int, int], None]
"""Told the stage (`list` or `travellers`), how far it is, and where it ends."""

CREW = (4, 11)
WRITERS = {"api": paxlst_writer.write, "pnr": pnrgov_writer.write}


def _silent(_stage: str, _done: int, _end: int) -> None:
    """Nobody is watching."""


def simulate(plan: Plan, progress: Progress = _silent) -> Summary:
    """Write the day under `plan.out` and say what was written.

    Files of an earlier day there are overwritten by name, others are left alone. Raises `OSError` where the folder
    cannot be written.
    """
    return _Day(plan, progress).run()


class _Day:
    """One run: the dice, the counters and the people still to be planted."""

    def __init__(self, plan: Plan, progress: Progress) -> None:
        self._plan = plan
        self._progress = progress
        # Separate dice: a longer list does not change the flights, nor more planting the list.
        self._dice = Random(f"{plan.seed}/{plan.day}/traffic")
        self._boarding = Boarding(plan.day, self._dice)
        self._messages = plan.out / "messages"
        self._counts: Counter[str] = Counter()
        self._dirt: Counter[str] = Counter()
        self._variations: Counter[str] = Counter()

    def run(self) -> Summary:
        self._messages.mkdir(parents=True, exist_ok=True)
        everybody = self._write_list()
        planted = planned(everybody, self._plan.plant, Random(f"{self._plan.seed}/{self._plan.day}/planted"))
        appearances = write_truth(self._fly(planted), self._plan.out / "truth.csv")
        unreadable = self._write_unreadable() if self._plan.unreadable else 0
        return Summary(
            self._plan.out,
            self._counts["flights"],
            self._counts["files"] + unreadable,
            self._counts["messages"],
            self._boarding.boarded,
            self._variations.total(),
            appearances,
            len(everybody),
            tuple(sorted(self._dirt.items())),
            tuple(sorted(self._variations.items())),
            unreadable,
        )

    def _write_list(self) -> list[Listed]:
        dice = Random(f"{self._plan.seed}/list")
        everybody = []
        for number in range(1, self._plan.entries + 1):
            everybody.append(listed(number, DAY, dice))
            if number % 1000 == 0 or number == self._plan.entries:
                self._progress("list", number, self._plan.entries)
        with (self._plan.out / "list.csv").open("w", encoding="utf-8", newline="") as stream:
            write_list((one.entry for one in everybody), stream)
        return everybody

    def _fly(self, planted: Iterator[Planted]) -> Iterator[TruthRow]:
        """Flights until everybody has flown; the truth about each message as it is written."""
        while (left := self._plan.travellers - self._boarding.boarded) > 0:
            self._counts["flights"] += 1
            flight = service(self._counts["flights"], self._plan.day, self._dice)
            yield from self._send(self._manifest(flight, left, planted))
            # After each flight: the finest step at which everybody on board is accounted for.
            self._progress("travellers", self._boarding.boarded, self._plan.travellers)

    def _manifest(self, flight: Service, left: int, planted: Iterator[Planted]) -> Manifest:
        crew = self._boarding.crew(flight, min(self._dice.randrange(*CREW), left - 1))
        places = min(int(flight.seats * self._dice.uniform(0.6, 0.98)), left - len(crew))
        parties = tuple(self._boarding.parties(flight, places))
        # Planted people board as the day fills, so that early and late flights carry their share.
        share = self._plan.plant * self._boarding.boarded // self._plan.travellers
        adults = sum(guest.kind == "adult" for party in parties for guest in party.guests)
        due = tuple(islice(planted, min(share - self._variations.total(), adults)))
        self._variations.update(one.kind for one in due)
        return Manifest(flight, plant(parties, due, self._dice), crew, home_style(flight))

    def _send(self, manifest: Manifest) -> Iterator[TruthRow]:
        for outgoing in api_files(manifest, self._dice):
            yield from self._write(outgoing)
        for outgoing in pnr_files(replace(manifest, style=pnr_style(manifest.service)), self._dice):
            yield from self._write(outgoing)

    def _write(self, outgoing: Outgoing) -> Iterator[TruthRow]:
        file = f"{outgoing.at:%Y%m%dT%H%M}_{outgoing.stem}.edi"
        kind = dirt(self._dice) if self._dice.random() < self._plan.dirty else CLEAN
        sent = with_names(outgoing, kind.names) if kind.names else outgoing
        (self._messages / file).write_bytes(self._written(sent, kind))
        self._counts["files"] += 1
        self._counts["messages"] += len(outgoing.readings)
        yield from rows(sent, file)

    def _written(self, outgoing: Outgoing, kind: Dirt) -> bytes:
        """The file's bytes with this kind of dirt on them."""
        if kind is not CLEAN:
            self._dirt[kind.kind] += 1
        style = kind.write(outgoing.style, self._dice) if kind.write else outgoing.style
        written = WRITERS[outgoing.channel](outgoing.readings, style)
        return kind.soil(written) if kind.soil else written

    def _write_unreadable(self) -> int:
        for name, make in UNREADABLE:
            path = Path(self._messages) / f"{self._plan.day:%Y%m%d}T2359_{name}.edi"
            path.write_bytes(make(self._dice))
        return len(UNREADABLE)
