"""What the commands share: consoles, errors in one line, files with their hash, progress on long work."""

from __future__ import annotations

import hashlib
import io
import os
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO, cast

import orjson
import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

PIPE_WIDTH = 160
"""Columns for output that goes to a file or a pipe, which has no width of its own."""


class _Console(Console):
    """A console that leaves the end of its reader to `main`, as everything that writes does."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


OUT = _Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else PIPE_WIDTH)
ERR = Console(stderr=True, highlight=False, soft_wrap=True)

PROGRESS_BYTES_MIN = 4 << 20
"""Smaller files are read before a bar could be seen."""
_BLOCK = 1 << 20
DIRECTING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Bidirectional classes of characters that turn the writing direction (Unicode Standard Annex 9)."""


class Refused(Exception):  # noqa: N818  (reads as what happened)
    """The input or the command line cannot be taken: exit status 2."""


class Unavailable(Exception):  # noqa: N818
    """Something outside the input is missing: exit status 1."""


def plain(text: str) -> str:
    """`text` as it can be printed on OUT: none of it is markup, and nothing in it is obeyed by a terminal.

    Control characters, and those that turn the writing direction, are shown as escapes: a name is what others wrote.
    """
    shown = (char if _is_harmless(char) else char.encode("unicode_escape").decode() for char in text)
    return escape("".join(shown))


def _is_harmless(char: str) -> bool:
    return unicodedata.category(char) != "Cc" and unicodedata.bidirectional(char) not in DIRECTING


def say_error(text: str) -> None:
    """One line on stderr."""
    line = " ".join(text.split())
    print(f"gatehouse: {line}", file=sys.stderr)


def say_if_cold() -> None:
    """Tell whoever sits before a terminal why the first comparison on a machine takes a while."""
    from gatehouse.names.compiled import is_cold

    if sys.stderr.isatty() and is_cold():
        say_error(
            "compiling the matcher for this machine: a minute or two, once (`gatehouse lists build` does it ahead)"
        )


def printable(stream: TextIO) -> None:
    """Let a stream of a narrow charset write `\\u0644` for what it has no sign for, where it would have failed."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


def flush_output() -> None:
    """Write out what was said, so that a failure to do so is met here and not after the end."""
    sys.stdout.flush()


def discard_output() -> None:
    """Drop what was said and not yet written: there is nowhere left to write it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def refused(path: Path, fault: Exception) -> Refused:
    """The refusal of a file for the reason that `fault` states."""
    return Refused(f"{path}: {fault}")


def for_each(paths: list[Path], act: Callable[[Opened], None], *faults: type[Exception]) -> None:
    """Open and act on each file in turn; one that is refused is told and does not stop the others.

    `faults` are what `act` raises for a file that it cannot take. Raises `Exit(2)` at the end when any was refused.
    """
    any_refused = False
    for path in paths:
        try:
            with opened(path) as file:
                act(file)
        except Refused as refusal:
            say_error(str(refusal))
            any_refused = True
        except faults as fault:
            say_error(str(refused(path, fault)))
            any_refused = True
    if any_refused:
        raise typer.Exit(2)


def write_json(record: object) -> None:
    """One JSON line on stdout."""
    sys.stdout.buffer.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))


def progress() -> Progress:
    """A progress bar on stderr that shows only on a terminal and leaves nothing behind."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    return Progress(*columns, console=ERR, transient=True, disable=not ERR.is_terminal)


class _Counted(io.RawIOBase):
    """A stream that moves a progress bar as it is read."""

    def __init__(self, stream: BinaryIO, bar: Progress, label: str, size: int) -> None:
        self._stream, self._bar = stream, bar
        self._task = bar.add_task(label, total=size)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._bar.advance(self._task, len(data))
        return len(data)


class Opened:
    """An input file, its name as given and its SHA-256."""

    def __init__(self, name: str, stream: BinaryIO, sha256: str) -> None:
        self.name, self.stream, self.sha256 = name, stream, sha256

    def peek(self, size: int) -> bytes:
        """The first bytes, without moving on."""
        beginning = self.stream.read(size)
        self.stream.seek(0)
        return beginning


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Open a file (`-` is stdin) for reading, hashed beforehand; refuses what is not a readable file.

    A pipe is copied first, because files are read more than once.
    """
    with _source(path) as stream:
        digest = hashlib.file_digest(cast(io.BufferedReader, stream), "sha256").hexdigest()
        stream.seek(0)
        # A name of other bytes than UTF-8 is shown as far as it can be.
        yield Opened(os.fsencode(path).decode(errors="replace"), stream, digest)


def _source(path: Path) -> BinaryIO:
    try:
        if str(path) == "-":
            if sys.stdin is None:
                raise Refused("-: there is no standard input; name a file")
            return _copied(sys.stdin.buffer)
        stream = path.open("rb")
        return stream if stream.seekable() else _copied(stream)
    except IsADirectoryError as fault:
        raise Refused(f"{path}: is a directory; name files (`gatehouse ingest` takes directories)") from fault
    except FileNotFoundError as fault:
        raise Refused(f"{path}: no such file; check the name") from fault
    except PermissionError as fault:
        raise Refused(f"{path}: may not be read; check its permissions") from fault
    except OSError as fault:
        raise Refused(f"{path}: cannot be opened: {fault.strerror}; check the name") from fault


def _copied(pipe: BinaryIO) -> BinaryIO:
    spool = tempfile.TemporaryFile()  # noqa: SIM115  (closed by whoever reads it)
    while block := pipe.read(_BLOCK):
        spool.write(block)
    spool.seek(0)
    return spool


@contextmanager
def with_progress(file: Opened) -> Iterator[BinaryIO]:
    """The file's stream, with a bar on a terminal while a large one is read."""
    size = file.stream.seek(0, io.SEEK_END)
    file.stream.seek(0)
    if size < PROGRESS_BYTES_MIN or not ERR.is_terminal:
        yield file.stream
        return
    with progress() as bar:
        counted = _Counted(file.stream, bar, f"reading {Path(file.name).name}", size)
        yield cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, counted), _BLOCK))
