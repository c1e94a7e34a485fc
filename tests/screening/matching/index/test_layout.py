"""A compiled list on disk: the same as in memory, whole or refused."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from gatehouse.screening.matching.index import build as building
from gatehouse.screening.matching.index import layout
from gatehouse.screening.matching.index.layout import IndexFolderError, in_use, opened, put_in_use, write
from gatehouse.screening.matching.screener import Screener
from gatehouse.simulation import national_list
from gatehouse.terms.candidate import Subject
from gatehouse.terms.entry import ListedName, ListEntry

ASKED = (
    Subject(("Muhammad Harbani",), birth_date="1979-03-14"),
    Subject(("VARGAILSEMRS",)),
    Subject(("Дмитрий Скворцов",), birth_date="1968"),
    Subject((), documents=(("P0012345", "UTO"),)),
    Subject(("Nobody Here",)),
)


def quiet(_done):
    pass


@pytest.fixture
def folder(people, tmp_path):
    return write(people, tmp_path / "lists-1", {"TEST": 1}, quiet)


def test_mapped_is_as_in_memory(people, folder):
    mapped, held = Screener.open(folder), Screener(people)
    assert mapped.screen_many(ASKED) == held.screen_many(ASKED)
    assert list(mapped.entries) == people
    assert mapped.by_identifier[("TEST", "T-3")] == people[2]
    assert ("TEST", "T-99") not in mapped.by_identifier
    assert len(mapped.by_identifier) == len(people)


@pytest.mark.parametrize("entries", [[], [ListEntry("TEST", "1", (ListedName("😀"),))]], ids=["empty", "unreadable"])
def test_a_list_without_names_can_be_kept(entries, tmp_path):
    mapped = Screener.open(write(entries, tmp_path / "lists-1", {}, quiet))
    assert mapped.screen_many(ASKED) == [[] for _ in ASKED]


def test_one_entry_of_hostile_names(tmp_path):
    names = [
        "a" * 10_000,
        "\u202e" * 500,
        "é" + "\u0301" * 300,
        "الله " * 400,
        "\x00",
        "x",
        "李" * 200,
        "-",
        "Ilse Varga",
    ]
    entry = ListEntry("TEST", "1", tuple(map(ListedName, names)))
    mapped = Screener.open(write([entry], tmp_path / "lists-1", {}, quiet))
    for name in names:
        assert len(mapped.screen(Subject((name,)))) <= 1
    assert mapped.screen(Subject(("Ilse Varga",)))[0].entry_id == "1"


def _cut_short(path):
    path.write_bytes(path.read_bytes()[:-1])


def _one_bit_changed(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


def _emptied(path):
    path.write_bytes(b"")


@pytest.mark.parametrize("harm", [_cut_short, _one_bit_changed, _emptied, os.remove])
@pytest.mark.parametrize("name", ["index.tokens", "index.postings", "entries.text", layout.MANIFEST])
def test_a_folder_that_is_not_whole_is_refused(folder, name, harm):
    harm(folder / name)
    with pytest.raises(IndexFolderError, match=name.replace(".", r"\.") if name != layout.MANIFEST else "lists-1"):
        opened(folder)


@pytest.mark.parametrize(("key", "value"), [("engine", "another"), ("layout", 0), ("arrays", {})])
def test_a_folder_of_another_engine_is_refused(folder, key, value):
    manifest = json.loads((folder / layout.MANIFEST).read_text())
    (folder / layout.MANIFEST).write_text(json.dumps(manifest | {key: value}))
    with pytest.raises(IndexFolderError):
        opened(folder)


def test_the_folder_in_use_is_exchanged_in_one_step(people, folder, tmp_path):
    put_in_use(tmp_path, folder)
    before = Screener.open(folder)
    newer = write(people[:2], tmp_path / "lists-2", {"TEST": 2}, quiet)
    assert in_use(tmp_path) == folder
    put_in_use(tmp_path, newer)
    assert in_use(tmp_path) == newer
    assert not folder.exists()
    # Whoever has the old one open reads it to the end.
    assert before.screen(ASKED[1])[0].entry_id == "T-4"


@pytest.mark.parametrize("named", ["", "../elsewhere", "gone"])
def test_a_pointer_that_leads_nowhere_is_no_folder(tmp_path, named):
    (tmp_path / layout.CURRENT).write_text(named)
    assert in_use(tmp_path) is None


def test_the_same_bytes_whoever_many_read_it(tmp_path, monkeypatch):
    """Readers number tokens as they meet them; nothing of that may be left in what is written."""
    monkeypatch.setattr(building, "BATCH", 400)
    listed = list(national_list.entries(3_000, 7))
    written = []
    for processes in (1, 2, 3):
        monkeypatch.setattr(layout, "processes_usable", lambda count=processes: count)
        folder = write(listed, tmp_path / f"by-{processes}", {"NATIONAL": 1}, quiet)
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert len(written[0]) > 25
    assert written[0] == written[1] == written[2]


KILLED = """
import sys
from pathlib import Path
from gatehouse.screening.matching.index.layout import write
from gatehouse.terms.entry import ListedName, ListEntry

def endless():
    number = 0
    while True:
        number += 1
        yield ListEntry("TEST", str(number), (ListedName("Ilse Varga"),))

def told(done):
    print(done, flush=True)

write(endless(), Path(sys.argv[1]), {}, told)
"""


def test_killed_while_building_leaves_the_old_one(people, folder, tmp_path):
    put_in_use(tmp_path, folder)
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path / "lists-2")], stdout=subprocess.PIPE, start_new_session=True
    )
    process.stdout.readline()
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert not (tmp_path / "lists-2").exists()
    assert Screener.open(in_use(tmp_path)).screen_many(ASKED) == Screener(people).screen_many(ASKED)
    # What it left behind is cleared when the next one is put in use.
    time.sleep(0.1)
    put_in_use(tmp_path, folder)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["lists-1"]


def test_a_fault_while_building_leaves_nothing(people, tmp_path):
    def broken():
        yield people[0]
        raise ValueError("the source ends")

    with pytest.raises(ValueError, match="the source ends"):
        write(broken(), tmp_path / "lists-1", {}, quiet)
    assert list(tmp_path.iterdir()) == []
