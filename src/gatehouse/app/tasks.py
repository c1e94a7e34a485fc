"""How each kind of upkeep (`work/kinds.csv`) is done: here, because only here every room is known.

Each of them may be done again at any time: what is done already is left alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from gatehouse.app.home import audit_keys
from gatehouse.app.law import Law, law_hash, law_in_force
from gatehouse.safeguards.vocabulary import PurposeClass
from gatehouse.work.kinds import Queue, kinds
from gatehouse.work.trying import NotNowError, Task

if TYPE_CHECKING:
    from gatehouse.retention.steps import Progress, Tally

LAPSED_WAIT_SECONDS = 3600
"""How long a screening waits that the law does not let be done, before it is asked again."""


def upkeep() -> Mapping[str, Task]:
    """The tasks of upkeep, by the name of their kind."""
    return {name: Task(kinds()[name], act) for name, act in ACTS.items() if kinds()[name].queue is not Queue.MESSAGES}


def run_clocks(day: dt.date, in_force: Law, report: Progress) -> tuple[int, Tally]:
    """Mask and erase what is past its clock on the day; the number of the run, and what it did."""
    from gatehouse.retention.running import run
    from gatehouse.screening.held_travellers import HeldTravellers

    folder = settings.HELD_FOLDER
    forget = HeldTravellers(folder).forget if folder else lambda: None
    made, tally = run(day, (law_hash(in_force), in_force.mode.value), forget, report)
    _forget_log(in_force, day)
    return int(made.id), tally


def _forget_log(in_force: Law, day: dt.date) -> None:
    """Forget the log's own beginning, by the clock and never for a day to come: what is gone cannot be shown again."""
    from gatehouse.audit import forgetting, key_files
    from gatehouse.retention.clocks import newest_past

    folder, profile = audit_keys(), in_force.profile
    if day > _today() or not (folder / key_files.PRIVATE_FILE).exists():
        return
    key, keys = key_files.private_key(folder / key_files.PRIVATE_FILE), key_files.keys_in(folder)
    purpose = next(one.code for one in profile.purposes if one.kind is PurposeClass.UPKEEP)
    forgetting.forget(key, keys, newest_past(profile.retention.log_erase_after, day), law_hash(in_force), purpose)


def _today() -> dt.date:
    return timezone.now().date()


def _rescreen(version: int | None) -> None:
    del version  # all that changed is taken up at once
    from gatehouse.screening.rescreening import rescreen

    stands = law_in_force().standing()
    if not stands.may_screen:
        raise NotNowError(str(stands.says), LAPSED_WAIT_SECONDS)
    rescreen(lambda _: None)


def _expiry(_: int | None) -> None:
    from gatehouse.screening.watchlists.expiring import take_off_expired

    take_off_expired(_today())


def _late_parts(_: int | None) -> None:
    from gatehouse.screening.intake.late_series import report_late

    report_late(timezone.now())


def _criteria_trials(_: int | None) -> None:
    from gatehouse.screening.authoring.trials import run_waiting
    from gatehouse.screening.criteria.register import Register

    if settings.CRITERIA_FOLDER:
        run_waiting(Register(settings.CRITERIA_FOLDER))


def _disparity(_: int | None) -> None:
    from gatehouse.screening.authoring.monthly_by_clock import report_last_month

    if settings.CRITERIA_FOLDER:
        report_last_month(settings.CRITERIA_FOLDER, _today())


def _law_standing(_: int | None) -> None:
    from gatehouse.app.law_events import tell_of_lapse

    tell_of_lapse(law_in_force(), timezone.now())


def _checkpoint(_: int | None) -> None:
    from gatehouse.audit import keeping, key_files

    folder = audit_keys()
    # Without a key nothing can be signed: `audit verify` says so, and each installation makes its own.
    if (folder / key_files.PRIVATE_FILE).exists():
        private = key_files.private_key(folder / key_files.PRIVATE_FILE)
        keeping.sign(private, key_files.keys_in(folder), timezone.now(), lambda _: None)


def _carrier_days(_: int | None) -> None:
    from gatehouse.screening.counts.carrier_days import count_due

    count_due(_today())


def _retention(_: int | None) -> None:
    from gatehouse.screening.redress.carrying_out import carry_out

    run_clocks(_today(), law_in_force(), lambda _: None)
    # Erasures that two people approved at the desk of redress.
    list(carry_out())


def _redress_clock(_: int | None) -> None:
    from gatehouse.screening.redress.ending import erase_ended
    from gatehouse.screening.redress.reminders import remind

    erase_ended(_today())
    remind(_today())


def _follow_up(_: int | None) -> None:
    from gatehouse.assessment.follow_up.reminders import remind

    remind(_today())


ACTS: Mapping[str, Callable[[int | None], None]] = {
    "rescreen": _rescreen,
    "expiry": _expiry,
    "late-parts": _late_parts,
    "criteria-trials": _criteria_trials,
    "disparity": _disparity,
    "law-standing": _law_standing,
    "checkpoint": _checkpoint,
    "carrier-days": _carrier_days,
    "retention": _retention,
    "redress-clock": _redress_clock,
    "follow-up": _follow_up,
}
