"""The assessment side at the size of the world: 193 States x 150 questions x 3 cycles (synthetic), times printed.

    python bench/assessment.py [--states 193] [--questions 150] [--cycles 3]

A database of its own is started in a temporary folder. Answers are coined with a fixed seed: the questions are the
shipped coded ones again under other ids, one in ten follows another, one in twenty is answered alike by all. Stored
are bulk rows and, one by one, what a State would give through the store (kernel asked, log written). Read are the data
of a State's questionnaire page, the economy report, a global table of ratings, the global survey as a report freezes
it, and how far raters agree. Last come the pages as the workbench serves them, through all of its middleware, with
their weight and how many statements the database was asked; a page over 300 ms is marked.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice, product

import pycountry

SEED = 2396
TEAMS, WAITING_EACH = 20, 5
"""On so many teams the people of the demonstration are, and so many adoptions wait in each of those States."""


@contextmanager
def timed(what: str, times: int = 1) -> Iterator[None]:
    """Print how long the block took by the clock, and in this process alone; for each of `times` things in it."""
    start, worked = time.perf_counter(), time.process_time()
    yield
    took, own = (time.perf_counter() - start) * 1000, (time.process_time() - worked) * 1000
    each = f"; {took / times:.1f} ms each" if times > 1 else ""
    print(f"{what}: {took:,.0f} ms ({own:,.0f} ms of this process' own{each})", flush=True)


def coined_bank(count: int) -> dict[str, object]:
    """So many coded questions: the shipped ones, then the same under other ids."""
    from gatehouse.assessment.questions.bank import bank

    coded = [question for question in bank().values() if question.is_coded]
    coined = [
        replace(coded[number % len(coded)], id=f"q-{number:03}", conditions=(), en=f"Question {number}?")
        for number in range(count)
    ]
    return {question.id: question for question in coined}


def coined_code(chance: random.Random, question: object, number: int, before: dict[int, str]) -> str:
    """An answer: every twentieth question alike, every tenth told by the one before, the others at random."""
    options = list(question.options)
    if number % 20 == 7:
        return options[0]
    if number % 10 == 3 and number - 1 in before:
        return options[len(before[number - 1]) % len(options)]
    return chance.choice(options)


def fill(states: list, cycles: list, questions: dict[str, object]) -> int:
    """Store the answers in bulk; how many."""
    from gatehouse.assessment.questions.models import Answer

    chance, rows = random.Random(SEED), []
    for state, cycle in product(states, cycles):
        before: dict[int, str] = {}
        for number, question in enumerate(questions.values()):
            before[number] = coined_code(chance, question, number, before)
            common = {"questionnaire": "bench/1", "origin": "typed", "given_by": "account:1", "version": 1}
            rows.append(
                Answer(
                    state=state, cycle=cycle, question=question.id, fingerprint=question.fingerprint,
                    value=before[number], **common,
                )
            )  # fmt: skip
    Answer.objects.bulk_create(rows, batch_size=5_000)
    return len(rows)


def rate_everybody(states: list, cycle: object, obligations: list[str]) -> int:
    """An assessment of each State in a cycle, each finding rated twice on both axes, in bulk; how many findings."""
    from gatehouse.assessment.findings.method import Axis, codes
    from gatehouse.assessment.findings.models import Assessment, Finding, FindingText, GivenRating

    chance = random.Random(SEED)
    made = Assessment.objects.bulk_create([Assessment(state=state, cycle=cycle, method=1) for state in states])
    found = Finding.objects.bulk_create(
        [Finding(assessment=one, number=n, obligation=code) for one in made for n, code in enumerate(obligations, 1)]
    )
    FindingText.objects.bulk_create([FindingText(finding=one, text="coined", by="account:1") for one in found])
    ratings = []
    for finding, axis in product(found, Axis):
        first = chance.choice(list(codes()[axis]))
        second = first if chance.random() < 0.8 else chance.choice(list(codes()[axis]))
        for place, code in ((1, first), (2, second)):
            told = {
                "confidence": "high",
                "grounds": ["no-law"],
                "rationale": "coined",
                "method": 1,
                "by": f"account:{place}",
            }
            ratings.append(GivenRating(finding=finding, axis=axis, place=place, code=code, **told))
    GivenRating.objects.bulk_create(ratings, batch_size=5_000)
    return len(found)


def main() -> None:
    """Run it all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, usual in (("states", 193), ("questions", 150), ("cycles", 3)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["GATEHOUSE_HOME"] = home
        os.environ.pop("DATABASE_URL", None)
        from gatehouse.app.serving import made_ready
        from gatehouse.app.settings import migrate

        with timed("a database of its own"):
            made_ready()
            migrate()
        measure(wanted)


def measure(wanted: argparse.Namespace) -> None:
    """Fill the database and print the times."""
    import datetime as dt

    from gatehouse.assessment.access.teams import name_member
    from gatehouse.assessment.findings.method import Axis
    from gatehouse.assessment.findings.models import Assessment, Finding
    from gatehouse.assessment.findings.standing import standing_codes
    from gatehouse.assessment.findings.store import open_agreement, open_findings
    from gatehouse.assessment.obligations.catalogue.loading import catalogue
    from gatehouse.assessment.questions.answers import Place, give, open_answers, values_of
    from gatehouse.assessment.questions.bank import bank
    from gatehouse.assessment.questions.economy import economy
    from gatehouse.assessment.questions.given import given
    from gatehouse.assessment.questions.importing import export_workbook
    from gatehouse.assessment.questions.offers import open_offers
    from gatehouse.assessment.questions.questionnaire import Questionnaire, Section, Words, questionnaire_of
    from gatehouse.assessment.questions.showing import progress
    from gatehouse.assessment.reports.gathering_region import survey_parts
    from gatehouse.assessment.states import store
    from gatehouse.safeguards.decision import Actor
    from gatehouse.safeguards.vocabulary import Role

    operator, lead = Actor("operator:1", Role.OPERATOR), Actor("account:5", Role.TEAM_LEAD)
    codes = [country.alpha_3 for country in islice(pycountry.countries, wanted.states)]
    with timed(f"{len(codes)} States, {wanted.cycles} cycles set up"):
        states = [store.add_state(operator, code, f"region-{number % 8}") for number, code in enumerate(codes)]
        cycles = []
        for year in range(wanted.cycles):
            day = dt.date(2018 + 3 * year, 1, 1)
            made = store.add_cycle(operator, str(day.year), day, day.replace(month=12, day=31))
            cycles.append(store.move_cycle(operator, made, "open"))
    questions = coined_bank(wanted.questions)
    words = Words("bench", "bench")
    asked = Questionnaire(
        "bench", 1, "survey", words, words, (Section("all", words, words, tuple(questions.values())),)
    )
    with timed("answers stored in bulk"):
        count = fill(states, cycles, questions)
    print(f"  {count:,} answers")
    place = Place(states[0], cycles[-1], asked)
    focal = Actor("account:9", Role.STATE_FOCAL_POINT, state=states[0].code)
    own = Place(states[0], cycles[-1], questionnaire_of("self-assessment"))
    coded = [question for question in bank().values() if question.is_coded]
    with timed("answers given one by one, kernel asked and log written", len(coded)):
        for question in coded:
            give(focal, own, question, given(question, next(iter(question.options))), 0)
    with timed("a State's questionnaire page: answers, offers, progress (data)"):
        standing = open_answers(focal, place)
        open_offers(focal, place, dt.date(2026, 1, 1))
        progress(asked, values_of(standing), questions)
    with timed("a State's self-assessment as a workbook"):
        export_workbook(focal, own)
    with timed("economy report over all States and cycles"):
        answers = coded_of(cycles, list(questions))
        report = economy([asked], answers)
    could_go, derived = len(report.removable), len(report.derivable)
    print(f"  {len(report.uninformative)} tell nothing, {derived} derivable, {could_go} could go")
    with timed("findings and ratings stored in bulk"):
        duties = [one.code for one in islice(catalogue().obligations, wanted.questions)]
        found = rate_everybody(states, cycles[-1], duties)
    print(f"  {found:,} findings, each rated twice on both axes")
    name_member(operator, states[0], cycles[-1], lead)
    with timed("global table: obligations x standing ratings of both axes"):
        table: dict[tuple[str, Axis, str], int] = {}
        of = dict(Finding.objects.filter(assessment__cycle=cycles[-1]).values_list("pk", "obligation"))
        for (finding, axis), code in standing_codes(Finding.objects.filter(assessment__cycle=cycles[-1])).items():
            key = of[finding], axis, code
            table[key] = table.get(key, 0) + 1
    print(f"  {len(table)} cells")
    Assessment.objects.filter(cycle=cycles[-1]).update(stand="adopted")
    with timed("global survey: k-safe tables of compliance for each obligation, frozen, asked under 5 s"):
        (part,) = survey_parts(lead, cycles[-1])
    print(
        f"  {len(part.grids)} tables, {sum(cell is None for grid in part.grids for row in grid.rows for cell in row)} "
        "cells withheld"
    )
    with timed("agreement of raters over the cycle (kappa, alpha twice)"):
        told = open_agreement(lead, cycles[-1])
    print(f"  {', '.join(f'{axis} kappa {each.kappa:.3f}' for axis, each in told.items())}")
    with timed("a State's findings, as its team lead sees them"):
        open_findings(lead, Assessment.objects.select_related("state", "cycle").get(state=states[0], cycle=cycles[-1]))
    served(states, cycles[-1])


def served(states: list, cycle: object) -> None:
    """The pages of a focal point, of a team lead and of a committee member, asked for as a browser does."""
    from django.test import Client

    from gatehouse.app.demo_accounts import renewed
    from gatehouse.assessment.access.teams import name_member
    from gatehouse.safeguards.decision import Actor
    from gatehouse.safeguards.vocabulary import Role
    from gatehouse.web.accounts.models import Account
    from pages import WANTED_MS, look

    renewed()
    Account.objects.filter(identifier=f"demo-{Role.STATE_FOCAL_POINT}").update(unit=states[0].code)
    lead = Account.objects.get(identifier=f"demo-{Role.TEAM_LEAD}")
    name_member(Actor("operator:1", Role.OPERATOR), states[0], cycle, Actor(lead.reference, Role.TEAM_LEAD))
    home = f"/assessment/{states[0].code}/{cycle.pk}/"
    asked = {
        Role.STATE_FOCAL_POINT: [
            "/",
            "/assessment/",
            home,
            f"{home}answers/self-assessment/borders/",
            f"{home}workbook/",
        ],
        Role.TEAM_LEAD: [
            "/assessment/",
            home,
            f"{home}ratings.svg",
            f"{home}findings/",
            f"{home}marks/",
            "/assessment/waiting/",
            "/assessment/reports/",
            "/recommendations/",
            "/visits/calendar/",
        ],
        Role.TRANSLATOR: ["/assessment/", "/assessment/waiting/"],
        Role.COMMITTEE_MEMBER: [
            "/assessment/",
            "/assessment/waiting/",
            "/visits/",
            "/recommendations/",
            "/assistance/",
        ],
    }
    keep_busy(states[:TEAMS], cycle)
    print(f"{'page':<66}{'p50':>8}{'p95':>9}{'own p50':>10}{'weight':>11}{'asked':>7}")
    for role, addresses in asked.items():
        client = Client(HTTP_HOST="localhost")
        client.force_login(Account.objects.get(identifier=f"demo-{role}"))
        for address in addresses:
            one, _body = look(client, str(role), address, 15)
            slow = "slow" if one.p95 > WANTED_MS else "" if one.status == 200 else f"status {one.status}"
            told = f"{statistics.median(one.took):5.0f} ms{one.p95:6.0f} ms{statistics.median(one.own):7.0f} ms"
            told += f"{one.weight / 1000:8.1f} kB"
            print(f"{f'{address} ({role})':<66}{told}{one.statements:>7}  {slow}", flush=True)


def keep_busy(states: list, cycle: object) -> None:
    """What waits: the demonstration's people on the teams of these States, whose drafts are open again, and of each
    State recommendations of which somebody has begun the adoption.
    """
    from gatehouse.assessment.access.teams import name_member
    from gatehouse.assessment.findings.models import Assessment
    from gatehouse.assessment.recommendations.models import Recommendation
    from gatehouse.assessment.waiting.models import Begun
    from gatehouse.safeguards.decision import Actor
    from gatehouse.safeguards.vocabulary import Role
    from gatehouse.web.accounts.models import Account

    operator = Actor("operator:1", Role.OPERATOR)
    for role, state in product((Role.TEAM_LEAD, Role.TRANSLATOR), states):
        account = Account.objects.get(identifier=f"demo-{role}")
        name_member(operator, state, cycle, Actor(account.reference, role))
    Assessment.objects.filter(state__in=states, cycle=cycle).update(stand="drafting")
    told = {"text": "coined", "obligation": "2396-1", "priority": 1, "obstacle": "none", "drafted_by": "account:1"}
    rows = Recommendation.objects.bulk_create(
        Recommendation(state=state, cycle=cycle, number=number, stage="replied", **told)
        for state, number in product(states, range(1, WAITING_EACH + 1))
    )
    Begun.objects.bulk_create(
        Begun(
            ref=f"recommendation:{one.pk}",
            told="recommendation.adopted",
            said={"report_on": "2024-12-01"},
            by="account:2",
            role=Role.COMMITTEE_MEMBER.value,
        )
        for one in rows
    )


def coded_of(cycles: list, questions: list[str]) -> dict[str, dict[str, str]]:
    """The coded answers to the coined questions, by the statement that the report itself uses."""
    from django.db import connection

    from gatehouse.assessment.questions.coded_answers import CODED

    found: dict[str, dict[str, str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(CODED, [[cycle.pk for cycle in cycles], questions])
        for question, key, code in cursor.fetchall():
            found.setdefault(question, {})[key] = code
    return found


if __name__ == "__main__":
    main()
