"""Measure the border check over HTTP on a demonstration's day: how long one officer waits for one answer.

    python bench/border.py [--home FOLDER] [--questions 1000] [--officers 1]

Plays the demonstration in the folder where it was not (a temporary one by default), serves it as in production, signs
officers in, and asks about everybody in turn: half by a zone with right check digits, half by name and birth date;
one in ten is somebody of the lists. Prints p50, p95 and p99 as the officer's side sees them, and how often each answer
came.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import threading
from collections import Counter, defaultdict
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from analyst_at_work import Analyst
from gatehouse.app.home import HOME_VARIABLE
from gatehouse.mrz.digits import check_digit
from load import MAIN, served

WANTED_MS = 200
LISTED_EVERY = 10
ZONE_NAMES, ZONE_NUMBER = 39, 9
ANSWER = re.compile(r'class="answer answer-([a-z-]+)"')
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
Person = tuple[str, str, str]


class Officer(Analyst):
    """A border officer's browser."""

    def __init__(self, port: int, name: str, password: str) -> None:
        super().__init__(port, name, password, defaultdict(list))
        self.answers: Counter[str] = Counter()

    def sign_in(self) -> None:
        """By the form. RuntimeError where it is refused."""
        shown = self.ask("sign in", "/sign-in/")
        token = TOKEN.search(shown)
        sent = {"login": self.name, "password": self.password, "csrfmiddlewaretoken": token[1] if token else ""}
        self.ask("sign in", "/sign-in/", sent)
        if "/border/" not in self.ask("sign in", "/"):
            raise RuntimeError(f"{self.name} could not sign in")

    def ask_about(self, people: list[Person]) -> None:
        """One question after another, each from the page that the last answer came on."""
        shown = self.ask("page", "/border/")
        for place, (surname, given, born) in enumerate(people):
            by_zone = place % 2 == 0 and len(born) == len("1976-05-17")
            said = (
                {"zone": zone(surname, given, born)} if by_zone else {"name": f"{given} {surname}", "birth_date": born}
            )
            token = TOKEN.search(shown)
            said |= {"csrfmiddlewaretoken": token[1] if token else ""}
            shown = self.ask("zone" if by_zone else "name", "/border/", said)
            found = ANSWER.search(shown)
            self.answers[found[1] if found else "no answer"] += 1


def zone(surname: str, given: str, born: str) -> str:
    """A passport's zone (ICAO Doc 9303-4) of the fictitious State Utopia."""
    names = re.sub(r"[^A-Z<]", "", f"{surname}<<{given}".upper().replace(" ", "<"))[:ZONE_NAMES].ljust(ZONE_NAMES, "<")
    number, birth, expiry, optional = "X12345678", born[2:].replace("-", ""), "351231", "<" * 14
    parts = [number + check_digit(number), birth + check_digit(birth), expiry + check_digit(expiry)]
    whole = "".join([*parts, optional + check_digit(optional)])
    second = f"{parts[0]}UTO{parts[1]}<{parts[2]}{optional}{check_digit(optional)}{check_digit(whole)}"
    return f"P<UTO{names}\n{second}"


def people() -> list[Person]:
    """Travellers of the day, with somebody of the lists in every tenth place."""
    from gatehouse.screening.travellers.models import Traveller
    from gatehouse.screening.watchlists.models import EntryVersion

    stored = Traveller.objects.exclude(surname=None).exclude(birth_date=None).order_by("id")
    travellers = list(stored.values_list("surname", "given_names", "birth_date")[:5000])
    entries = EntryVersion.objects.filter(last_version=None).order_by("id").values_list("payload", flat=True)[:500]
    listed = [_listed(said) for said in entries]
    mixed: list[Person] = []
    for place, (surname, given, born) in enumerate(travellers):
        mixed.append((surname, given or "", born))
        if listed and place % (LISTED_EVERY - 1) == 0:
            mixed.append(listed[place % len(listed)])
    return mixed


def _listed(said: dict[str, Any]) -> Person:
    births = said.get("birth_dates") or [{"earliest": ""}]
    return said["names"][0]["full"], "", births[0]["earliest"]


def accounts(count: int) -> list[tuple[str, str]]:
    """So many officers, each with a new password."""
    from django.db import transaction

    from gatehouse.app.demo_accounts import BY
    from gatehouse.safeguards.vocabulary import Role
    from gatehouse.web.accounts import managing
    from gatehouse.web.accounts.models import Account

    made = []
    with transaction.atomic():
        for number in range(1, count + 1):
            name = f"officer-{number}"
            account = Account.objects.filter(identifier=name).first()
            if account is None:
                account, password = managing.make(BY, name, f"Officer {number}", "DEMO-1")
                managing.give_role(BY, account, Role.BORDER_OFFICER)
            else:
                password = managing.reset_password(BY, account)
            made.append((name, password))
        Account.objects.filter(identifier__startswith="officer-").update(must_change_password=False)
    return made


def measure(questions: int, officers: int) -> None:
    """Serve, ask, print."""
    from gatehouse.app.settings import migrate
    from gatehouse.app.web import setup_web

    setup_web(serving=False)
    migrate()
    asked, known = people(), accounts(officers)
    with served(0) as port:
        at_work = [Officer(port, name, password) for name, password in known]
        for one in at_work:
            one.sign_in()
            one.ask_about(list(islice(cycle(asked), 20)))  # each process answers its first ones while it still compiles
            one.took.clear()
            one.answers.clear()
        share = questions // officers
        shares = [list(islice(cycle(asked), n * share, (n + 1) * share)) for n in range(officers)]
        threads = [
            threading.Thread(target=one.ask_about, args=(part,)) for one, part in zip(at_work, shares, strict=True)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    show(at_work)


def show(officers: list[Officer]) -> None:
    """The table."""
    print(f"{len(officers)} officers, {os.cpu_count()} processors   (wanted: under {WANTED_MS} ms)")
    print(f"{'':<12}{'answers':>8}{'p50':>10}{'p95':>10}{'p99':>10}{'worst':>10}")
    for kind in sorted({kind for one in officers for kind in one.took}):
        took = sorted(ms for one in officers for ms in one.took[kind])
        at = [took[min(int(len(took) * share), len(took) - 1)] for share in (0.5, 0.95, 0.99, 1)]
        print(f"{kind:<12}{len(took):>8,}" + "".join(f"{ms:7.1f} ms" for ms in at))
    answers: Counter[str] = sum((one.answers for one in officers), Counter())
    print(", ".join(f"{answer} {count:,}" for answer, count in answers.most_common()))


def main() -> None:
    """Make the day where it is not there, measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--home", type=Path)
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--officers", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gatehouse-bench-") as folder:
        home = given.home or Path(folder) / "home"
        os.environ[HOME_VARIABLE] = str(home.resolve())
        if not (home / "demo").is_dir():
            subprocess.run([*MAIN, "demo", "--no-serve"], check=True)
        measure(given.questions, given.officers)


if __name__ == "__main__":
    sys.exit(main())
