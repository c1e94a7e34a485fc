"""What is played in a demonstration before its pictures are taken: decisions, a question at the border, a request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

REFERENCE = "OP-2026-014"
FALSE_HITS, TRUE_HITS = 16, 11
"""So many that the overview may tell of them."""
Sat = Callable[[str], Any]


SPECIMEN = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
"""The zone that ICAO Doc 9303 prints as its example."""
CRITERION = Path(__file__).parents[1] / "examples" / "criteria" / "cash-one-way.toml"
DAY = dt.timedelta(days=1)
TAKE = "UPDATE procrastinate_jobs SET status = 'doing' WHERE task_name = %s AND status = 'todo' RETURNING id"


def told(sat: Sat) -> None:
    """Play it. Each act is one that a person does in the browser; what was played before is played again on others."""
    analyst = sat("analyst")
    decided(analyst, "same", "same/document", "The same passport number and issuer.")
    decided(analyst, "same", "same/name-birth-and-more", "Name, birth date and the place of birth.")
    for _ in range(FALSE_HITS):
        decided(analyst, "not-same", "not-same/document", "")
    for _ in range(TRUE_HITS):
        decided(analyst, "same", "same/document", "")
    decided(analyst, "cannot-tell", "cannot-tell/list-detail", "The entry has no birth date.")
    analyst.context.close()
    senior = sat("senior-analyst")
    for _ in range(TRUE_HITS):
        seconded(senior)
    held(senior)
    senior.context.close()
    placed(sat("data-protection-officer"))
    tried(sat("criteria-author"))
    left_undone()
    asked_of_somebody(officer := sat("border-officer"))
    officer.context.close()
    asked_publicly(sat(""))


def decided(page: Any, answer: str, reason: str, text: str) -> None:
    """The strongest hit that waits for a first person gets this answer."""
    page.goto("/hits/?state=open&order=strength")
    page.click("table.queue tbody th a")
    page.check(f"input[name=answer][value={answer}]")
    page.select_option("select[name=reason]", reason)
    page.fill("textarea[name=text] >> nth=0", text)
    page.click("section:has(#decide) .acts button")
    page.wait_for_selector(".notice-success")


def seconded(page: Any) -> None:
    """A second person agrees with one proposal."""
    page.goto("/hits/?state=awaiting-second&order=strength")
    page.click("table.queue tbody th a")
    page.check("input[name=agrees][value=yes]")
    page.click("section:has(#second) .acts button")
    page.wait_for_selector(".notice-success")


def asked_publicly(page: Any) -> None:
    """Somebody without an account asks why they are stopped each time."""
    page.goto("/redress/ask/")
    page.check("input[name=kind] >> nth=0")
    page.fill("input[name=name]", "Anna Example")
    page.fill("textarea[name=contact]", "anna@example.org")
    page.fill("textarea[name=says]", "I am stopped at every flight, three times this year.")
    page.click("main form button[type=submit]")
    page.context.close()


def held(page: Any) -> None:
    """Two cases are to keep travellers beyond their clocks."""
    until = dt.datetime.now(dt.UTC).date() + 90 * DAY
    for case, travellers, why in (
        ("17", "84, 85, 91", "The prosecutor's order of 12 November names these travellers."),
        ("21", "120", "An appeal is before the court until spring."),
    ):
        page.goto("/holds/new/")
        page.fill("input[name=case]", case)
        page.fill("textarea[name=travellers]", travellers)
        page.fill("input[name=until]", until.isoformat())
        page.fill("textarea[name=why]", why)
        page.click("main form button[type=submit]")
        page.wait_for_url("**/holds/")


def placed(page: Any) -> None:
    """The officer places the first of them."""
    page.goto("/holds/")
    page.check("input[value=approve] >> nth=0")
    page.fill("textarea[name=reason] >> nth=0", "The order was seen.")
    page.click("main form .acts button >> nth=0")
    page.wait_for_selector(".notice-success")
    page.context.close()


def tried(page: Any) -> None:
    """A criterion is written and tried on the demonstration's travellers; a draft with a fault stays on the desk."""
    from django.conf import settings

    from gatehouse.screening.authoring.trials import run_waiting
    from gatehouse.screening.criteria.register import Register

    written(page, criterion_text())
    page.click("form[action$='/try/'] button")
    page.wait_for_url("**/criteria/trials/*/")
    run_waiting(Register(settings.CRITERIA_FOLDER))
    written(page, criterion_text().replace('"cash-one-way"', '"cash-two-days"').replace("value = 14", 'value = "14"'))
    page.context.close()


def written(page: Any, text: str) -> None:
    """A draft with this text."""
    page.goto("/criteria/")
    page.click("form[action$='/drafts/new/'] button")
    page.fill("textarea[name=text]", text)
    page.click("button[value=save]")
    page.wait_for_load_state()


def criterion_text() -> str:
    """The worked example, written by one demonstration account for another, today."""
    today = dt.datetime.now(dt.UTC).date()
    said = {
        "author": '"demo-criteria-author"',
        "approver": '"demo-criteria-approver"',
        "written": today,
        "review_by": today + 150 * DAY,
        "sunset": today + 300 * DAY,
    }
    lines = CRITERION.read_text(encoding="utf-8").splitlines()
    names = [line.split(" = ")[0] for line in lines]
    return "\n".join(f"{n} = {said[n]}" if n in said else line for n, line in zip(names, lines, strict=True))


def left_undone() -> None:
    """A job whose worker dies of it each time, until it is given up."""
    from django.db import connection

    from gatehouse.work import rescuing
    from gatehouse.work.kinds import kinds
    from gatehouse.work.putting import put
    from gatehouse.work.trying import Task

    tasks = {name: Task(kinds()[name], lambda _: None) for name in ("rescreen", "carrier-days")}
    for name, task in tasks.items():
        put(name, 1)
        for _ in range(task.kind.tries_max):
            with connection.cursor() as cursor:
                cursor.execute(TAKE, [name])
                found = cursor.fetchone()
            if found:
                rescuing.of_dead_worker(found[0], tasks)


def somebody(page: Any) -> str:
    """The name of the strongest open hit's traveller."""
    page.goto("/hits/?state=open&order=strength")
    return str(page.inner_text("table.queue tbody th a"))


NAMES: list[str] = []
"""Who is looked for in the pictures: filled by whoever may see the queue."""


def searched(page: Any) -> None:
    """A name is looked for."""
    NAMES[:] = [somebody(page)]
    page.goto("/search/")
    page.fill("input[name=said]", NAMES[0].title())
    page.click("main form button[type=submit]")
    page.wait_for_selector("#found")


def asked_of_nobody(page: Any) -> None:
    """At the border, of somebody of whom nothing is known."""
    asked(page, "Greta Beispiel", "1991-04-03")


def asked_of_somebody(page: Any) -> None:
    """At the border, of whoever is on the list."""
    from gatehouse.screening.watchlists.entry_json import from_object
    from gatehouse.screening.watchlists.models import EntryVersion

    entry = from_object(EntryVersion.objects.filter(last_version_id=None).earliest("pk").payload)
    asked(page, entry.names[0].full, "")


def asked(page: Any, name: str, birth_date: str) -> None:
    """By name."""
    page.goto("/border/")
    page.fill("input[name=name]", name)
    page.fill("input[name=birth_date]", birth_date)
    page.click("main form button[type=submit]")
    page.wait_for_selector(".answer")


def asked_by_zone(page: Any) -> None:
    """By the zone of a specimen that has expired; a whole zone sends itself."""
    page.goto("/border/")
    page.fill("textarea[name=zone]", SPECIMEN)
    page.click("main form button[type=submit]")
    page.wait_for_selector(".answer")


def answered_badly(page: Any) -> None:
    """A decision without a reason comes back."""
    page.check("input[name=answer][value=cannot-tell]")
    page.fill("textarea[name=text] >> nth=0", "The photographs differ; the authority was asked.")
    page.click("section:has(#decide) .acts button")
    page.wait_for_selector(".summary")


def held_badly(page: Any) -> None:
    """A request for a hold that is not whole comes back."""
    page.fill("input[name=case]", "17")
    page.fill("textarea[name=travellers]", "84, eighty-five")
    page.fill("input[name=until]", "2031-01-01")
    page.click("main form button[type=submit]")
    page.wait_for_selector(".summary")
