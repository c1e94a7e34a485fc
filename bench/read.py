"""How fast messages become readings: travellers per second on one core, linearity with size, peak memory.

    python bench/read.py [--quick]

PAXLST manifests of 10, 260, 5,000 and 50,000 travellers (the last over 200 messages) are written by this file, about
200 bytes and 13 to 15 segments a person as carriers send them; a PNRGOV day comes from the simulation. Each figure is
bytes in to readings out, syntax and the removal of sensitive data included, in processor time, the best of some rounds.
Memory is the peak of a child process that reads a file as a stream. The peer's figures were recorded on the same kind
of machine; it needs a Java build and is not run here. It prints and never asserts.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from random import Random
from typing import NamedTuple

from gatehouse import edifact
from gatehouse.app.collector import unhurried
from gatehouse.edifact import writer
from gatehouse.screening.intake.sensitive import Redacted
from gatehouse.screening.messages.paxlst import reader as paxlst
from gatehouse.screening.messages.pnrgov import reader as pnrgov
from gatehouse.simulation.day import simulate
from gatehouse.simulation.plan import Plan
from gatehouse.terms.reading import Reading

READERS: dict[str | None, Callable[[edifact.Message], Reading]] = {"PAXLST": paxlst.read, "PNRGOV": pnrgov.read}
SHARED_MANIFEST = Path(__file__).parents[2] / "shared" / "data" / "messages" / "US-CBP__GTAS" / "Test3.txt"
MANIFESTS = (
    ("10 travellers", 10, 100),
    ("260 travellers", 260, 10),
    ("5,000 travellers", 5_000, 1),
    ("50,000 travellers", 250, 200),
)
"""Label, travellers in a message, messages in the file."""
SIMULATED_TRAVELLERS = 6_000
SIZES = (("up to 60 bookings", 0, 60), ("61 to 120 bookings", 61, 120), ("over 120 bookings", 121, 10_000))
ROUNDS = 5
PEER = """recorded peer: GTAS parser classes, OpenJDK 17, one thread, 2-core machine of this kind, parse only
  PAXLST     10 travellers   30,100 travellers/s
  PAXLST    260 travellers   25,400 travellers/s
  PNRGOV     47 bookings      4,500 travellers/s
  PNRGOV    127 bookings      2,400 travellers/s"""

SURNAMES = ("ROE", "DOE", "MARLOW", "TENNANT", "OKAFOR", "HAKIMI", "LINDQVIST", "ABARA", "QUISPE", "NAKANO", "FERRANT")
GIVEN_NAMES = ("ANN", "JOE", "LEA", "TIM", "ADA", "KOFI", "MINA", "LARS", "SOFIA", "OMAR", "KEI", "LUCIA", "MIHAI")
COUNTRIES = ("GBR", "USA", "FRA", "DEU", "IND", "NGA", "BRA", "JPN")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PEAK = """
import re, sys
from gatehouse.app.collector import unhurried
from gatehouse.screening.intake.sensitive import Redacted
from gatehouse.screening.messages import read_messages
unhurried()
with open(sys.argv[1], "rb") as stream:
    for reading in read_messages(Redacted(stream)):
        pass
print(int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024)
"""
"""What a child process does to show its peak memory in megabytes. The kernel's high-water mark of the process itself is
used: getrusage would carry over what the parent held when it started the child."""


class Timing(NamedTuple):
    """One measurement: what was read and how much processor time the best round took."""

    label: str
    size: int
    travellers: int
    seconds: float

    def line(self) -> str:
        """The measurement as a line of the table."""
        rate, each = self.travellers / self.seconds, 1e6 * self.seconds / self.travellers
        return (
            f"  {self.label:28}{self.size / 1000:>10,.0f} kB{self.travellers:>9,}{rate:>12,.0f}/s{each:>9.1f} µs each"
        )


def person(number: int, dice: Random) -> Iterator[str]:
    """One passenger as a departure control system sends them; every other one has a bag."""
    country, surname = dice.choice(COUNTRIES), dice.choice(SURNAMES) + LETTERS[number % 26]
    yield f"NAD+FL+++{surname}:{dice.choice(GIVEN_NAMES)}:{dice.choice(GIVEN_NAMES)}"
    yield f"ATT+2++{dice.choice('MF')}"
    yield f"DTM+329:{dice.randrange(40, 99)}{dice.randrange(1, 13):02}{dice.randrange(1, 29):02}"
    if number % 2:
        yield "MEA+CT++:1"
        yield f"FTX+BAG+++ZZ{dice.randrange(10**6):06}"
    yield from ("LOC+22+IAD", f"LOC+174+{country}", "LOC+178+FRA", "LOC+179+IAD")
    yield f"NAT+2+{country}"
    yield f"RFF+AVF:{number // 2:06X}"
    yield f"RFF+SEA:{number // 6 % 60 + 1}{'ABCDEF'[number % 6]}"
    yield f"DOC+P:110:111+{10**8 + number}"
    yield f"DTM+36:{dice.randrange(27, 36)}{dice.randrange(1, 13):02}{dice.randrange(1, 29):02}"
    yield f"LOC+91+{country}"


def manifest(travellers: int, messages: int) -> bytes:
    """An interchange of passenger lists, `travellers` on each."""
    dice, segments = Random(2396), ["UNB+UNOA:4+ZZAIR+BORDER+261120:0900+1"]
    for index in range(messages):
        body = ["BGM+745", "NAD+MS+++HELP DESK", "COM+1 2 3:TE", f"TDT+20+ZZ{index + 1}"]
        body += ["LOC+125+FRA", "DTM+189:2611210900:201", "LOC+87+IAD", "DTM+232:2611211200:201"]
        for number in range(travellers):
            body += person(index * travellers + number, dice)
        segments += writer.message(str(index), ("PAXLST", "D", "05B", "UN", "IATA"), [*body, f"CNT+42:{travellers}"])
    return writer.write([*segments, f"UNZ+{messages}+1"])


def read_all(files: Iterable[bytes]) -> Iterator[Reading]:
    """Every reading of the files, syntax included."""
    for raw in files:
        for message in edifact.read(Redacted(BytesIO(raw))):
            if message.type in READERS:
                yield READERS[message.type](message)


def timed(label: str, files: list[bytes], rounds: int) -> Timing:
    """The best of some rounds over the files."""
    best, travellers = float("inf"), 0
    for _ in range(rounds):
        begun = time.process_time()
        travellers = sum(len(reading.travellers) for reading in read_all(files))
        best = min(best, time.process_time() - begun)
    return Timing(label, sum(map(len, files)), travellers, best)


def peak_megabytes(path: Path) -> float:
    """Peak resident memory of a fresh process that reads the file as a stream and keeps nothing."""
    done = subprocess.run([sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, check=True)
    return float(done.stdout)


def show_paxlst(folder: Path, rounds: int) -> None:
    """The PAXLST table, with the third-party manifest that the peer was measured on where it is present."""
    print("PAXLST, syntax and reading")
    timings = []
    for label, travellers, messages in MANIFESTS:
        raw = manifest(travellers, messages)
        (folder / f"paxlst_{travellers}_{messages}.edi").write_bytes(raw)
        timings.append(timed(label, [raw], rounds))
        print(timings[-1].line())
    if SHARED_MANIFEST.exists():
        print(timed("third-party file of 260", [SHARED_MANIFEST.read_bytes()] * 10, rounds).line())
    each = [timing.seconds / timing.travellers for timing in timings]
    print(f"  cost per traveller, dearest size to cheapest: {max(each) / min(each):.2f} (1 is linear)\n")


def show_pnrgov(folder: Path, rounds: int) -> None:
    """The PNRGOV table, by how many bookings a message has."""
    print(f"PNRGOV of a simulated day of {SIMULATED_TRAVELLERS:,} travellers, syntax and reading")
    simulate(Plan(SIMULATED_TRAVELLERS, 0, 1, folder, entries=0, dirty=0, unreadable=False))
    bookings: dict[bytes, int] = {}
    for path in sorted((folder / "messages").glob("*.edi")):
        raw = path.read_bytes()
        pushed = [len(reading.bookings) for reading in read_all([raw]) if reading.type == "PNRGOV"]
        if pushed:
            bookings[raw] = max(pushed)
    for label, least, most in SIZES:
        files = [raw for raw, count in bookings.items() if least <= count <= most]
        if files:
            print(timed(label, files, rounds).line())
    print(timed("all", list(bookings), rounds).line(), "\n")


def show_memory(folder: Path) -> None:
    """Peak memory by file size: flat when reading is a stream, but for one long message."""
    print("peak memory of a process that reads one file, libraries and airport tables included")
    for path in sorted(folder.glob("paxlst_*.edi"), key=lambda path: path.stat().st_size):
        print(f"  {path.name:28}{path.stat().st_size / 1000:>10,.0f} kB{peak_megabytes(path):>9.0f} MB")
    print()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="one round of each")
    rounds = 1 if parser.parse_args().quick else ROUNDS
    unhurried()  # as the command line does
    with tempfile.TemporaryDirectory() as folder:
        show_paxlst(Path(folder), rounds)
        show_pnrgov(Path(folder), rounds)
        show_memory(Path(folder))
    print(PEER)


if __name__ == "__main__":
    main()
