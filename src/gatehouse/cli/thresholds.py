"""The option `--threshold` of every command that screens: read once, refused in one line, and told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from gatehouse.app.thresholds import Chosen, chosen
from gatehouse.cli.console import Refused, say_error
from gatehouse.cli.stored import stored
from gatehouse.screening.matching.operating import AS_SHIPPED, OperatingError, Thresholds

HELP = (
    "Score from which a candidate counts as above the threshold: a number for all lists, or a file (TOML) with one for"
    " each. Else $GATEHOUSE_THRESHOLDS, else thresholds.toml in the home directory, else the shipped one."
)
Said = Annotated[str | None, typer.Option("--threshold", "--thresholds", metavar="NUMBER|FILE", help=HELP)]
"""What the option may say."""


def thresholds_of(said: str | None) -> Thresholds:
    """The thresholds to screen with, told on stderr where they are not the shipped ones. Raises `Refused`."""
    return _told(_chosen(said))


def _chosen(said: str | None) -> Chosen:
    try:
        return chosen(said)
    except OperatingError as fault:
        raise Refused(str(fault)) from fault


def _told(taken: Chosen) -> Thresholds:
    if taken.thresholds != AS_SHIPPED:
        say_error(f"screening with thresholds {taken.thresholds.in_words()}, from {taken.source}")
    return taken.thresholds


@contextmanager
def stored_and_screened(said: str | None) -> Iterator[None]:
    """The database made ready as by `stored`, and these thresholds in force for the block.

    A change since the last screening is told: hits made before keep the threshold they were made with, and travellers
    screened before are not screened again for it.
    """
    # Before any database is started for nothing.
    taken = _chosen(said)
    with stored():
        from django.conf import settings

        from gatehouse.screening.hits.thresholds_used import note

        thresholds, before = _told(taken), settings.THRESHOLDS
        if earlier := note(thresholds):
            say_error(
                f"thresholds changed: were {earlier.in_words()}, are {thresholds.in_words()}; hits keep the threshold"
                " they were made with, and travellers who are stored already are not screened again for it"
            )
        settings.THRESHOLDS = thresholds
        try:
            yield
        finally:
            settings.THRESHOLDS = before
