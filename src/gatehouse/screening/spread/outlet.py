"""Where answers go: a folder of one file for each part, which a second run goes on with.

A part's file appears under its name only when it is whole. The manifest says what the parts are answers to (input,
lists, engine); a folder that holds the answers to something else is refused. The files in the order of their names
are the whole output.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import orjson

from gatehouse.screening.spread.parts import Part
from gatehouse.screening.spread.screening import Answer, Refusal

MANIFEST = "manifest.json"
LAYOUT = 1
"""Raised when the files or the manifest change their form: an older folder is then refused."""


class OutletError(Exception):
    """The folder cannot be written to. The text says why and what to do."""


class Finished(NamedTuple):
    """A part that is in the folder."""

    travellers: int
    refusals: tuple[Refusal, ...]


class Outlet:
    """The folder `path` of the answers to `question`, which is what they depend on besides their own part's bytes."""

    def __init__(self, path: Path, question: Mapping[str, str]) -> None:
        self.path = path
        self._question = {"layout": str(LAYOUT), **question}
        path.mkdir(parents=True, exist_ok=True)
        held = self._held()
        if held is None and any(path.iterdir()):
            raise OutletError(f"{path}: is not empty and no manifest says of what; name another folder")
        if held is not None and held.get("question") != self._question:
            raise OutletError(f"{path}: holds the answers of another run (other lists or engine); name another folder")
        if held is None:
            self._write(MANIFEST, _pretty({"question": self._question, "parts": None}))

    def _held(self) -> Mapping[str, object] | None:
        try:
            held = orjson.loads((self.path / MANIFEST).read_bytes())
        except FileNotFoundError:
            return None
        except orjson.JSONDecodeError as fault:
            raise OutletError(f"{self.path / MANIFEST}: cannot be read ({fault}); name another folder") from fault
        return held if isinstance(held, dict) else {}

    def finished(self, part: Part) -> Finished | None:
        """What an earlier run made of this very part, if it finished it."""
        try:
            told = orjson.loads((self.path / _told_name(part.number)).read_bytes())
        except (FileNotFoundError, orjson.JSONDecodeError):
            return None
        if told["digest"] != part.digest or not (self.path / part_name(part.number)).exists():
            return None
        return Finished(told["travellers"], tuple(Refusal(*refusal) for refusal in told["refusals"]))

    def write(self, part_digest: str, answer: Answer) -> None:
        """Store the answer. Written twice, it is there once."""
        told = {"digest": part_digest, "travellers": answer.travellers, "refusals": list(map(list, answer.refusals))}
        self._write(part_name(answer.number), answer.lines)
        # Last, because it is what says that the part is finished.
        self._write(_told_name(answer.number), orjson.dumps(told))

    def close(self, digests: Iterable[str]) -> None:
        """Say in the manifest which parts make the whole, and remove files of parts that this input does not have."""
        parts = list(digests)
        for file in self.path.glob("part-*"):
            if int(file.name.split("-")[1].split(".")[0]) >= len(parts):
                file.unlink()
        self._write(MANIFEST, _pretty({"question": self._question, "parts": parts}))

    def _write(self, name: str, content: bytes) -> None:
        draft = self.path / f".{name}.{os.getpid()}"
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.path / name)


def part_name(number: int) -> str:
    """The name of a part's file of answers."""
    return f"part-{number:06d}.jsonl"


def _told_name(number: int) -> str:
    return f"part-{number:06d}.json"


def _pretty(value: object) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)
