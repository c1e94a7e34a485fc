"""The lists on their way to whoever screens: once to each node, opened once by each process.

A compiled index is a folder of files to be mapped. Where the folder is already (this machine, or a shared disk) it is
used in place, so that all processes of a node share its pages; where it is not, its files are fetched once, checked,
and kept in a folder of the node's own under the checksum of the index.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np
import orjson
from numpy.typing import NDArray

from gatehouse.screening.matching.index.layout import MANIFEST
from gatehouse.screening.matching.operating import Thresholds
from gatehouse.screening.matching.screener import Screener

Fetch = Callable[[str], bytes | NDArray[np.uint8]]
"""Gives the content of a file of the index."""


class Shipped(NamedTuple):
    """A compiled index: where it lies, SHA-256 of each of its `files`, and of all of them (`checksum`).

    `present` are the names of the lists in it, `thresholds` what they are screened with.
    """

    checksum: str
    thresholds: Thresholds
    present: tuple[str, ...]
    folder: str
    files: Mapping[str, str]


def shipped(folder: Path, thresholds: Thresholds, present: Iterable[str]) -> Shipped:
    """How the compiled index in `folder` is shipped."""
    names = sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())
    files = {name: _sha256(folder / name) for name in names}
    checksum = hashlib.sha256(orjson.dumps(list(files.items()))).hexdigest()
    return Shipped(checksum, thresholds, tuple(sorted(set(present))), str(folder.resolve()), files)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


_OPENED: dict[tuple[str, str], Screener] = {}
"""The screener of this process: opened for its first part, used for the others."""


def screener_of(lists: Shipped, fetch: Fetch) -> Screener:
    """The screener of what was shipped; `fetch` is asked for what is not on this node."""
    key = (lists.checksum, lists.thresholds.in_words())
    if key not in _OPENED:
        _OPENED.clear()
        _OPENED[key] = Screener.open(folder_here(lists, fetch)).with_thresholds(lists.thresholds, lists.present)
    return _OPENED[key]


def folder_here(lists: Shipped, fetch: Fetch) -> Path:
    """The folder of the index on this node: the shipped one where it is the same, else this node's own copy."""
    given = Path(lists.folder)
    if _is_same(given, lists.files):
        return given
    nodes_own = Path(tempfile.gettempdir(), f"gatehouse-index-{os.geteuid()}")
    nodes_own.mkdir(mode=0o700, exist_ok=True)
    copy = nodes_own / lists.checksum
    with (nodes_own / f"{lists.checksum}.lock").open("a") as lock:
        # The first process of the node fetches, the others find the copy made.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not copy.exists():
            _fetch_all(lists.files, fetch, copy)
    return copy


def _is_same(folder: Path, files: Mapping[str, str]) -> bool:
    """Whether the folder holds this index, judged by its manifest, against which all is held when it is opened."""
    return (folder / MANIFEST).is_file() and _sha256(folder / MANIFEST) == files[MANIFEST]


def _fetch_all(files: Mapping[str, str], fetch: Fetch, copy: Path) -> None:
    draft = Path(tempfile.mkdtemp(dir=copy.parent))
    try:
        for name, sha256 in files.items():
            (draft / name).parent.mkdir(parents=True, exist_ok=True)
            with (draft / name).open("wb") as file:
                file.write(cast(bytes, fetch(name)))
            if _sha256(draft / name) != sha256:
                raise OSError(f"{name}: arrived damaged; run the same command again")
        draft.rename(copy)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
