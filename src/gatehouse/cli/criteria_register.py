"""What the criteria commands share: where the register is, which day it is, and what the law permits."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from gatehouse.app.errors import SetupError
from gatehouse.app.home import CRITERIA, home
from gatehouse.cli.console import Unavailable
from gatehouse.cli.lawful import law
from gatehouse.screening.criteria.protected import Permitted
from gatehouse.screening.criteria.register import Register

FOLDER_HELP = "Folder of the register; in the home directory when not given."


def folder_of(folder: Path | None) -> Path:
    """The register's folder, given or in the home directory."""
    try:
        return folder or home() / CRITERIA
    except SetupError as fault:
        raise Unavailable(str(fault)) from fault


def register_in(folder: Path | None) -> Register:
    """The register in a folder, which need not be there yet."""
    return Register(folder_of(folder))


def today() -> dt.date:
    """The day in UTC."""
    return dt.datetime.now(dt.UTC).date()


def permitted() -> Permitted:
    """What the law profile in force permits beyond the open fields. Raises `Unavailable` where there is none."""
    rules = law().profile.criteria
    return Permitted(rules.nationality_provision, rules.sex_provision, rules.age_provision)
