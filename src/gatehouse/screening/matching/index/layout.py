"""A compiled list as a folder: one file for each array, and a manifest with the hash of each.

A folder is written under another name, brought to the disk and then renamed, so that it is whole or not there. The file
`current` of the folder above names the one in use; it is exchanged in one step. Whatever is missing, cut short, changed
or made by another engine is refused with an `IndexFolderError`; the caller builds anew.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import secrets
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.packed import LAYOUT_VERSION as ROW_VERSION
from gatehouse.screening.matching.index.arrays import Entries, Index, frozen
from gatehouse.screening.matching.index.build import Compiled, Progress, gathered, processes_usable
from gatehouse.screening.matching.index.familiar import Familiar, familiar_of
from gatehouse.screening.matching.weights import model_hash
from gatehouse.terms.entry import ListEntry

LAYOUT_VERSION = 6
MANIFEST = "manifest.json"
CURRENT = "current"
TEXT_FILE = "entries.text"
KNOWLEDGE_SUFFIXES = (".csv", ".toml", ".py", ".npy")
HASHERS = 2
_BLOCK = 1 << 22


class IndexFolderError(Exception):
    """A folder that holds no compiled list that could be used: it says which file, and what is wrong with it."""


class Manifest(NamedTuple):
    """What a folder says of itself: `versions` of the lists and how many entries each has (`lengths`); `arrays` have
    type, shape and hash of each.
    """

    layout: int
    engine: str
    versions: dict[str, int]
    lengths: dict[str, int]
    arrays: dict[str, tuple[str, list[int], str]]


@lru_cache(maxsize=1)
def engine() -> str:
    """A hash of everything that a compiled list depends on: layouts, the rules and tables of names, the weights."""
    found = hashlib.blake2b(f"{LAYOUT_VERSION} {ROW_VERSION} {model_hash()}".encode(), digest_size=16)
    for file in sorted(resources.files("gatehouse.names").iterdir(), key=lambda item: item.name):
        if file.name.endswith(KNOWLEDGE_SUFFIXES):
            found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def _hash(content: memoryview) -> str:
    found = hashlib.blake2b(digest_size=16)
    for start in range(0, len(content), _BLOCK):
        found.update(content[start : start + _BLOCK])
    return found.hexdigest()


def _bytes(array: NDArray[np.generic]) -> memoryview:
    return np.ascontiguousarray(array).reshape(-1).view(np.uint8).data


def _write(path: Path, array: NDArray[np.generic]) -> tuple[str, list[int], str]:
    content = _bytes(array)
    if path.name != TEXT_FILE:
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    return array.dtype.str, list(array.shape), _hash(content)


def _write_all(draft: Path, named: Mapping[str, NDArray[np.generic]]) -> dict[str, tuple[str, list[int], str]]:
    with ThreadPoolExecutor(HASHERS) as pool:
        # The longest first, so that no thread is left with it at the end.
        ordered = sorted(named, key=lambda name: -named[name].nbytes)
        written = dict(zip(ordered, pool.map(lambda name: _write(draft / name, named[name]), ordered), strict=True))
    return {name: written[name] for name in named}


def _named(compiled: Compiled) -> dict[str, NDArray[np.generic]]:
    index = {f"index.{name}": array for name, array in compiled.index._asdict().items()}
    entries = {f"entries.{name}": array for name, array in compiled.entries._asdict().items()}
    return index | entries | {f"familiar.{name}": array for name, array in compiled.familiar._asdict().items()}


def write(entries: Iterable[ListEntry], folder: Path, versions: Mapping[str, int], progress: Progress) -> Path:
    """Compile the entries into `folder`, which must not be there yet, and make it whole in one step.

    `progress` is told how many entries have been read. Killed at any moment, nothing stands at `folder`.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = folder.with_name(f"{folder.name}.draft-{os.getpid()}-{secrets.token_hex(4)}")
    draft.mkdir(mode=0o750)
    lengths: Counter[str] = Counter()
    try:
        with (draft / TEXT_FILE).open("wb") as stream:
            index, writer = gathered(_counted(entries, lengths), stream, progress, processes_usable())
            stream.flush()
            os.fsync(stream.fileno())
        familiar = familiar_of(index, processes_usable())
        compiled = Compiled(index, writer.finished(_mapped(draft / TEXT_FILE)), familiar)
        manifest = Manifest(LAYOUT_VERSION, engine(), dict(versions), lengths, _write_all(draft, _named(compiled)))
        _write_text(draft / MANIFEST, json.dumps(manifest._asdict(), indent=1, sort_keys=True))
        os.rename(draft, folder)
        _sync(folder.parent)
    finally:
        # Nothing is there any more when it was renamed.
        shutil.rmtree(draft, ignore_errors=True)
    return folder


def _counted(entries: Iterable[ListEntry], lengths: Counter[str]) -> Iterator[ListEntry]:
    """The entries, counted by list as they pass."""
    for entry in entries:
        lengths[entry.list] += 1
        yield entry


def _write_text(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _sync(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _mapped(path: Path) -> bytes | mmap.mmap:
    with path.open("rb") as file:
        # Nothing of no length can be mapped.
        return mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) if path.stat().st_size else b""


def manifest_of(folder: Path) -> Manifest:
    """The manifest of a folder. Raises `IndexFolderError` when there is none of this engine."""
    try:
        found = Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as fault:
        raise IndexFolderError(f"{folder / MANIFEST}: cannot be read: {fault}") from fault
    if found.layout != LAYOUT_VERSION or found.engine != engine():
        raise IndexFolderError(f"{folder}: was compiled by another version of the matcher; build it anew")
    return found


def opened(folder: Path) -> Compiled:
    """The compiled list in `folder`, mapped, after every byte was held against its hash.

    Raises `IndexFolderError` for a folder that is not whole or not of this engine.
    """
    manifest = manifest_of(folder)
    fields = {"index": Index._fields, "entries": Entries._fields, "familiar": Familiar._fields}
    names = [f"{part}.{name}" for part, own in fields.items() for name in own]
    missing = [name for name in names if name not in manifest.arrays]
    if missing:
        raise IndexFolderError(f"{folder / MANIFEST}: does not name {missing[0]}; build it anew")
    with ThreadPoolExecutor(HASHERS) as pool:
        # A map gives them in the order of the names.
        arrays = pool.map(lambda name: _array(folder / name, *manifest.arrays[name]), names)
    index, entries = (list(islice(arrays, len(fields[part]))) for part in ("index", "entries"))
    return Compiled(Index._make(index), Entries._make(entries), Familiar._make(arrays))


def _array(path: Path, kind: str, shape: list[int], digest: str) -> NDArray[np.generic]:
    try:
        content = _mapped(path)
        found = np.frombuffer(content, dtype=np.dtype(kind)).reshape(shape)
    except (OSError, ValueError, TypeError) as fault:
        raise IndexFolderError(f"{path}: is missing or cut short ({fault}); build it anew") from fault
    if _hash(_bytes(found)) != digest:
        raise IndexFolderError(f"{path}: does not have the content it was written with; build it anew")
    return frozen(found)


def put_in_use(home: Path, folder: Path) -> None:
    """Make `folder`, which stands in `home`, the one in use; the others there are removed."""
    draft = home / f"{CURRENT}.{os.getpid()}.{secrets.token_hex(4)}"
    _write_text(draft, folder.name)
    os.replace(draft, home / CURRENT)
    _sync(home)
    for other in home.iterdir():
        # A mapped file stays readable to whoever has it open.
        if other.is_dir() and other.name != folder.name and not _is_draft_of_another(other):
            shutil.rmtree(other, ignore_errors=True)


def _is_draft_of_another(path: Path) -> bool:
    _, _, rest = path.name.partition(".draft-")
    process = rest.partition("-")[0]
    return process.isdigit() and Path("/proc", process).exists()


def in_use(home: Path) -> Path | None:
    """The folder in use in `home`, if there is one. Refuses a name that leads out of `home`."""
    try:
        name = (home / CURRENT).read_text(encoding="utf-8").strip()
    except OSError:
        return None
    folder = home / name
    return folder if name and folder.parent == home and folder.is_dir() else None
