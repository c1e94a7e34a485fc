"""What stands in reports over several States: the year's four measures, k-safe tables, the priorities of help."""

from __future__ import annotations

import statistics
from collections import Counter
from decimal import Decimal

from gatehouse.assessment.assistance.models import Indicator, Need, Project
from gatehouse.assessment.assistance.themes import themes
from gatehouse.assessment.confidentiality import released
from gatehouse.assessment.confidentiality.marks import kept
from gatehouse.assessment.confidentiality.tables import K_STATES, SafeTable
from gatehouse.assessment.findings.method import Axis, codes
from gatehouse.assessment.findings.models import Finding
from gatehouse.assessment.findings.standing import standing_codes
from gatehouse.assessment.findings.states import Stand
from gatehouse.assessment.follow_up.progress import AHEAD, standing_of
from gatehouse.assessment.follow_up.standing import Standing
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.recommendations.recommendation_stages import ADOPTED
from gatehouse.assessment.reports.contents import Grid, Part, Sentence, Value
from gatehouse.assessment.states.models import Cycle
from gatehouse.assessment.visits.models import Consent, Partner
from gatehouse.safeguards.decision import Actor


def annual_parts(cycle: Cycle) -> tuple[Part, ...]:
    """The four measures that S/RES/2395 (2017), para 12, names: coordination, consents, implementation, effect."""
    partners = Partner.objects.filter(visit__cycle=cycle)
    said = Counter(
        Consent.objects.filter(visit__cycle=cycle)
        .values_list("said", "state")
        .distinct()
        .values_list("said", flat=True)
    )
    rows = list(Recommendation.objects.filter(cycle=cycle, stage__in=ADOPTED).prefetch_related(*AHEAD))
    stands = Counter(standing_of(row) for row in rows)
    shares = _shares()
    sentences = (
        _measure("partners", {"invited": partners.count(), "accepted": partners.filter(reply="accepted").count()}),
        _measure("consents", {"asked": said["asked"], "given": said["given"], "refused": said["refused"]}),
        _measure(
            "implemented",
            {
                "count": len(rows),
                "done": stands[Standing.CARRIED_OUT],
                "way": stands[Standing.UNDER_WAY] + stands[Standing.SAID_DONE],
                "help": stands[Standing.WAITS_FOR_HELP],
            },
        ),
        _measure("effect", {"closed": len(shares), "share": round(100 * statistics.median(shares)) if shares else 0}),
    )
    return (Part("measures", {}, sentences),)


def survey_parts(actor: Actor, cycle: Cycle, k: int = K_STATES) -> tuple[Part, ...]:
    """A k-safe table of technical compliance for every obligation that was assessed and adopted in the cycle."""
    adopted = Finding.objects.filter(assessment__cycle=cycle, assessment__stand=Stand.ADOPTED)
    findings = list(adopted.select_related("assessment__state"))
    marked = kept(f"finding:{finding.pk}" for finding in findings)
    # A question to the database, not a list of tens of thousands of keys.
    stands = standing_codes(adopted)
    answers: dict[str, dict[str, str]] = {}
    for finding in findings:
        code = stands.get((finding.pk, Axis.COMPLIANCE))
        if code and f"finding:{finding.pk}" not in marked:
            answers.setdefault(finding.obligation, {})[finding.assessment.state.code] = code
    columns = [code.code for code in codes()[Axis.COMPLIANCE].values() if code.rank is not None]
    told = {duty: {state: code for state, code in of.items() if code in columns} for duty, of in answers.items()}
    grids = _together(actor, cycle, told, columns, k)
    intro = Sentence("survey.intro", {"k": k}, ("obligation:2395-17a",))
    return (Part("survey", {}, (intro,), tuple(grids)),)


def _together(actor: Actor, cycle: Cycle, told: dict[str, dict[str, str]], columns: list[str], k: int) -> list[Grid]:
    """The tables of one survey, safe beside each other: which States a table lacks must not stand out.

    The fullest tables come first, so that what is withheld is the row in which fewer than k States are missing.
    """
    made: dict[str, Grid] = {}
    groups: set[frozenset[str]] = set()
    for duty, counted in sorted(told.items(), key=lambda one: (-len(one[1]), one[0])):
        if counted:
            row = released.freeze(actor, duty, cycle, counted, columns, released.Beside(k, tuple(groups)))
            table = released.thawed(row)
            groups |= set(table.groups.values())
            made[duty] = _safe_grid(duty, table, row.pk)
    return [made[duty] for duty in sorted(made)]


def circular_parts(before: dict[str, int]) -> tuple[Part, ...]:
    """The themes by the priority of the resolution: needs, projects, money; and what changed since the last one."""
    projects = list(Project.objects.exclude(stage="dropped"))
    needs = Counter(Need.objects.filter(met_at=None).exclude(shared_at=None).values_list("theme", flat=True))
    ordered = sorted(themes().values(), key=lambda theme: (theme.priority or 99, theme.code))
    rows, changed = [], []
    for place, theme in enumerate(ordered, 1):
        of_theme = [project for project in projects if project.theme == theme.code]
        sources = tuple(f"project:{project.pk}" for project in of_theme) or ("obligation:2396-50b",)
        for currency in sorted({project.currency for project in of_theme}) or ["-"]:
            rows.append(Sentence("priority.row", _money(place, theme.code, needs, of_theme, currency), sources))
        if before and before.get(theme.code, 0) != len(of_theme):
            values: dict[str, Value] = {
                "theme": f"theme:{theme.code}",
                "before": before.get(theme.code, 0),
                "now": len(of_theme),
            }
            changed.append(Sentence("changed.row", values, sources))
    return (Part("priorities", {}, tuple(rows)), Part("changed", {}, tuple(changed)))


def _money(place: int, theme: str, needs: Counter[str], of_theme: list[Project], currency: str) -> dict[str, Value]:
    of_currency = [project for project in of_theme if project.currency == currency]
    return {
        "place": place,
        "theme": f"theme:{theme}",
        "needs": needs[theme],
        "projects": len(of_currency),
        "money": f"{sum((project.budget for project in of_currency), Decimal(0)):,.0f}",
        "spent": f"{sum((project.spent for project in of_currency), Decimal(0)):,.0f}",
        "currency": currency,
    }


def _measure(name: str, values: dict[str, Value]) -> Sentence:
    return Sentence(f"measure.{name}", values, ("obligation:2395-12a",))


def _shares() -> list[float]:
    """The share of its way that each closed project went: the mean of its indicators."""
    found: dict[int, list[float]] = {}
    for one in Indicator.objects.filter(project__stage="closed").exclude(value=None):
        share = float((one.value - one.baseline) / (one.aim - one.baseline)) if one.value is not None else 0.0
        found.setdefault(one.project_id, []).append(share)
    return [statistics.fmean(shares) for shares in found.values()]


def _safe_grid(duty: str, table: SafeTable, number: int) -> Grid:
    columns = ("region", "states", *(f"{Axis.COMPLIANCE}:{column}" for column in table.columns))
    rows = tuple((row.name, row.total, *row.cells) for row in table.rows)
    return Grid(f"survey.caption|{duty}", columns, rows, (f"table:{number}", f"obligation:{duty}"))
