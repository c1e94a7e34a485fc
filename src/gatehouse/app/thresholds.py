"""Which thresholds an operator chose: what the command line says, else the environment, else the home directory."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from gatehouse.app.home import home_path
from gatehouse.screening.matching.operating import AS_SHIPPED, OperatingError, Thresholds, thresholds_from

THRESHOLDS_VARIABLE = "GATEHOUSE_THRESHOLDS"
THRESHOLDS_FILE = "thresholds.toml"
"""Its name in the home directory, where it is looked for last."""


class Chosen(NamedTuple):
    """The thresholds, and where they come from in words; nothing where they are the shipped ones."""

    thresholds: Thresholds
    source: str = ""


def chosen(said: str | None) -> Chosen:
    """The thresholds to screen with. `said` on the command line is a number for all lists, or a file.

    A file that is named must be there; the one in the home directory is taken where there is one, and the home is
    not made for that. Raises `OperatingError` for anything that is no threshold: nobody is screened with a guess.
    """
    if said and (number := _number(said)) is not None:
        if not 0.0 <= number <= 1.0:
            raise OperatingError(f"{said}: a threshold is from 0 to 1; write it as 0.6, or name a file")
        return Chosen(Thresholds(number, {}), "the command line")
    if said:
        return _of_file(Path(said))
    if named := os.environ.get(THRESHOLDS_VARIABLE):
        return _of_file(Path(named).expanduser(), f" ({THRESHOLDS_VARIABLE})")
    at_home = home_path() / THRESHOLDS_FILE
    return _of_file(at_home) if at_home.exists() else Chosen(AS_SHIPPED)


def _number(said: str) -> float | None:
    try:
        return float(said)
    except ValueError:
        return None


def _of_file(path: Path, remark: str = "") -> Chosen:
    return Chosen(thresholds_from(path), f"{path}{remark}")
