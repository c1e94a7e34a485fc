"""How the kernels are compiled, and where the machine code is kept: `@kernel` on a function.

Machine code is kept for each user under a name made of the text of every kernel's module. Numba itself would only look
at the module of one function and go on using what it compiled from an older version of another; so one changed
module, or an upgraded package, compiles all kernels anew. `NUMBA_CACHE_DIR`, where it is set, is left as it is.

Trust: whoever can write to that directory can run code as its user; one that others may write to is not used.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

import numba
from numba import njit

PACKAGE = Path(__file__).parents[1]
KERNEL_ROOMS = ("names", "screening/matching")
VERSIONS_KEPT = 4
"""Directories of machine code that are kept, the newest ones: an editor at work makes many."""


def sources_hash() -> str:
    """Sixteen hexadecimal digits of the text of every module of the rooms that hold kernels."""
    digest = hashlib.sha256(numba.__version__.encode())
    for room in KERNEL_ROOMS:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            digest.update(str(path.relative_to(PACKAGE)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _is_ours(folder: Path) -> bool:
    found = folder.lstat()
    others_write = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    owned = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return stat.S_ISDIR(found.st_mode) and owned and not others_write


def kernel_folder() -> Path:
    """Where machine code is kept, made when it is not there.

    A directory of this process alone, compiled into anew each time, where the user's cache cannot be written to or is
    not the user's own.
    """
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = caches / "gatehouse" / "kernels" / sources_hash()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        usable = _is_ours(folder) and _is_ours(folder.parent) and os.access(folder, os.W_OK)
    except OSError:
        usable = False
    if not usable:
        return Path(tempfile.mkdtemp(prefix="gatehouse-kernels-"))
    _forget_old(folder)
    return folder


def _forget_old(folder: Path) -> None:
    os.utime(folder)
    others = sorted(folder.parent.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in others[VERSIONS_KEPT:]:
        # Another process may be removing it too.
        shutil.rmtree(old, ignore_errors=True)


if not os.environ.get("NUMBA_CACHE_DIR"):
    numba.config.CACHE_DIR = str(kernel_folder())  # type: ignore[attr-defined]  # made by numba at import

_Function = TypeVar("_Function", bound=Callable[..., Any])


class Compiler(Protocol):
    """A decorator that keeps what a function takes and gives."""

    def __call__(self, function: _Function, /) -> _Function:
        """The compiled function."""
        ...


def _compiler(*, counted: bool, forceinline: bool = False) -> Compiler:
    # Said for each: a function that is compiled while another is would take over the option of that one.
    return cast(Compiler, cast(Any, njit)(cache=True, nogil=True, _nrt=counted, forceinline=forceinline))


kernel = _compiler(counted=True)
"""Compiles a function on its first call, without the interpreter lock, and keeps the machine code."""

lean = _compiler(counted=False)
"""The same for a function that makes no array and gives none back: arrays are lent to it and not counted.

Counting who holds which array is a third of the time of a loop that looks at one row after another.
"""

inlined = _compiler(counted=False, forceinline=True)
"""The same for a small function in a hot loop, whose body is put where it is called.

A compiled list is a tuple of many arrays, and a call would pass them all.
"""


def is_cold() -> bool:
    """Whether nothing has been compiled on this machine yet, so that the first comparison takes a minute or two."""
    return not any(Path(numba.config.CACHE_DIR).rglob("*.nbi"))  # type: ignore[attr-defined]
