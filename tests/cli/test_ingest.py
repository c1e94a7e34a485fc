"""`gatehouse ingest`: what was stored is told, what cannot be read is quarantined, repeats add nothing."""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone

from gatehouse.screening.intake.models import Series, StoredMessage

pytestmark = pytest.mark.usefixtures("database")


def test_a_folder_goes_through_the_whole_journey(run: Callable, incoming: Path) -> None:
    result = run("ingest", incoming)
    assert result.status == 0
    told = {line.split()[0]: line.split()[1] for line in result.out.splitlines() if line.strip()}
    assert (told["files"].rstrip(","), told["messages"], told["travellers"], told["hits"]) == ("1", "1", "2", "1")


def test_the_same_files_again_add_nothing(run: Callable, incoming: Path) -> None:
    run("ingest", incoming)
    again = run("ingest", incoming)
    assert again.status == 0
    assert "1 held before" in again.out
    assert "1 open hits" in run("hits").out


def test_a_file_that_cannot_be_read_is_quarantined_and_the_rest_is_stored(run: Callable, incoming: Path) -> None:
    (incoming / "junk.edi").write_bytes(b"\x00\x01junk")
    result = run("ingest", incoming)
    assert result.status == 2
    assert "junk.edi: quarantined" in result.err
    assert "1 open hits" in run("hits").out


def test_a_path_that_is_not_there_is_refused_before_anything_is_done(run: Callable, incoming: Path) -> None:
    result = run("ingest", incoming, incoming / "none")
    assert result.status == 2
    assert "0 open hits" in run("hits").out


def test_a_quarantined_file_that_comes_again_is_told_again(run: Callable, incoming: Path) -> None:
    (incoming / "junk.edi").write_bytes(b"\x00\x01junk")
    first, again = run("ingest", incoming), run("ingest", incoming)
    assert (again.status, again.err) == (first.status, first.err)


def test_a_file_that_cannot_be_read_does_not_stop_the_others(run: Callable, incoming: Path) -> None:
    pipe = incoming.parent / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"UNB",))
    writer.start()
    result = run("ingest", pipe, incoming)
    writer.join()
    assert result.status == 2
    assert "pipe: quarantined: not received" in result.err
    assert "1 open hits" in run("hits").out


def test_a_part_that_never_came_is_told(run: Callable, incoming: Path, paxlst: str) -> None:
    first = paxlst.replace("PAXLST:D:15B:UN:IATA'", "PAXLST:D:15B:UN:IATA+X+01:C'")
    (incoming / "part.edi").write_text(first)
    assert "1 miss a part (0 for more than 5 minutes" in " ".join(run("ingest", incoming).out.split())
    Series.objects.update(first_received_at=timezone.now() - dt.timedelta(hours=1))
    assert "1 miss a part (1 for more than 5 minutes" in " ".join(run("ingest", incoming).out.split())
    (told,) = StoredMessage.objects.filter(series__isnull=False)
    assert told.findings[-1]["code"] == "series-part-missing"
