"""The leak test of the whole side: every way out, for every reader without the right, searched for what is kept."""

from __future__ import annotations

import datetime as dt
import html
import importlib
import io
import pkgutil
import re
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

import gatehouse.assessment
from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.assistance import needs, projects
from gatehouse.assessment.confidentiality import marks
from gatehouse.assessment.confidentiality.reading import Piece, search
from gatehouse.assessment.errors import AssessmentError, NotAllowedError
from gatehouse.assessment.evidence import store as evidence
from gatehouse.assessment.evidence.models import Item
from gatehouse.assessment.findings import assessments, history
from gatehouse.assessment.findings import store as findings
from gatehouse.assessment.findings.assessments import about_finding
from gatehouse.assessment.findings.method import Axis, gates
from gatehouse.assessment.findings.models import Assessment
from gatehouse.assessment.follow_up import progress, uptake
from gatehouse.assessment.questions import answers, coded_answers, importing, offers, pieces
from gatehouse.assessment.questions.answers import Place
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.given import Given
from gatehouse.assessment.questions.ods_reading import ods_sheets
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.recommendations import store as recommendations
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.reports import freezing
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.reports.rendering import rendered
from gatehouse.assessment.selecting import open_selectable
from gatehouse.assessment.states import store as states
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.translations import store as translations
from gatehouse.assessment.visits import planning, visit_file
from gatehouse.assessment.visits.calendar import open_calendar
from gatehouse.assessment.waiting.store import begin, open_waiting
from gatehouse.safeguards.decision import Actor, KeptTo
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account, RoleHeld
from gatehouse.web.door import door_of

SECRET = "Two posts at the northern crossing are not staffed at night."
OPEN = "The law of 2024 is in force."
BOTH = f"{OPEN}\n\n{SECRET}"
TODAY = dt.datetime.now(dt.UTC).date()


class World:
    """One State in which every kind of piece holds a paragraph that the State keeps to itself and the team."""

    def __init__(
        self, people: dict[str, Actor], state: State, cycles: tuple[Cycle, Cycle], row: Recommendation
    ) -> None:
        self.people, self.state, self.row = people, state, row
        self.place = Place(state, cycles[1], questionnaire_of("self-assessment"))
        self.before = self.place._replace(cycle=cycles[0])
        self.assessment = Assessment.objects.select_related("state", "cycle").get(state=state, cycle=cycles[1])
        self.visit = planning.plan(people["lead"], state, cycles[1], "comprehensive", BOTH)
        self.item = evidence.add(
            people["focal"], state, cycles[1], evidence.Brought("document", "An act", told=BOTH, content=b"%PDF")
        )
        told = ("Posts", "borders", "A fund", Decimal(1), "USD", TODAY, TODAY, "note")
        self.project = projects.make(people["donor"], state, projects.Planned(*told))
        self.need = needs.state_need(people["focal"], state, "borders", BOTH)
        self.finding = self.assessment.findings.get(obligation="2396-11c")
        assessments.write_gate(people["lead"], self.assessment, "children", BOTH)
        self._tell()
        self._keep()
        Assessment.objects.filter(pk=self.assessment.pk).update(stand="replied")  # so that the committee reads it

    def _tell(self) -> None:
        said = Given("yes", BOTH)
        for place in (self.place, self.before):
            answers.give(self.people["focal"], place, bank()["strategy-adopted"], said, 0)
        answers.give(self.people["focal"], self.place, bank()["strategy-adopted"], Given("no", BOTH), 0)
        answers.give(self.people["focal"], self.before, bank()["api-stage"], Given("building", BOTH), 0)
        told = progress.Reported("under-way", BOTH, TODAY)
        progress.report(self.people["focal"], self.row, told)
        found = {"decision": "further", "evidence": [], "further_help": False, "on": TODAY.isoformat()}
        begin(self.people["lead"], "progress.verified", recommendations.subject_of(self.row), BOTH, found)
        uptake.record(self.people["donor"], self.row, "UNOCT", "Borders", ("not", BOTH, TODAY))
        planning.move(self.people["lead"], self.visit, "ask-consent", TODAY, "letter")
        planning.move(self.people["focal"], self.visit, "consent", TODAY, BOTH)

    def _keep(self) -> None:
        kept = [pieces.about_answer(*place[:2], "strategy-adopted") for place in (self.place, self.before)]
        kept += [pieces.about_answer(*self.before[:2], "api-stage")]
        kept += [evidence.about(self.item), recommendations.subject_of(self.row), planning.subject_of(self.visit)]
        kept += [needs.subject_of(self.need), assessments.about(self.assessment)]
        kept += [about_finding(one) for one in self.assessment.findings.all()]
        for piece in kept:
            marks.keep(self.people["focal"], piece, "security", SECRET, KeptTo.TEAM)


@pytest.fixture
def world(
    actor: Actor, lead: Actor, assessor: Actor, focal: Actor, donor: Actor, adopted: Recommendation, cycle: Cycle
) -> World:
    state = adopted.state
    before = states.add_cycle(actor, "2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    before = states.move_cycle(actor, before, "open")
    assessment = assessments.begin(assessor, state, cycle)
    found = findings.find(assessor, assessment, "2396-11c", BOTH)
    translator = Actor("account:78", Role.TRANSLATOR)
    name_member(actor, state, cycle, translator)
    translations.translate(translator, findings.source_of(found), "fr", SECRET)
    translations.approve(lead, findings.source_of(found), translations.newest(f"finding:{found.pk}", "fr").pk)
    people = {"lead": lead, "focal": focal, "donor": donor}
    Recommendation.objects.filter(pk=adopted.pk).update(report_on=TODAY, reply=BOTH)
    adopted.refresh_from_db()
    return World(people, state, (before, cycle), adopted)


def _opened(world: World) -> dict[str, Callable[[Actor], object]]:
    """Every function that opens something, by its name: a new one has to be put here."""
    at = world.place
    return {
        "open_answers": lambda who: answers.open_answers(who, at),
        "open_conflicts": lambda who: answers.open_conflicts(who, at),
        "open_offers": lambda who: offers.open_offers(who, at, TODAY),
        "open_coded_answers": lambda who: coded_answers.open_coded_answers(who, [at.cycle, world.before.cycle]),
        "open_items": lambda who: [_words(one.item) for one in evidence.open_items(who, at.state, at.cycle)],
        "open_file": lambda who: evidence.open_file(who, world.item),
        "open_sections": lambda who: assessments.open_sections(who, world.assessment),
        "open_findings": lambda who: findings.open_findings(who, world.assessment),
        "open_history": lambda who: history.open_history(who, world.finding),
        "open_translations": lambda who: translations.open_translations(who, findings.source_of(world.finding)),
        "open_agreement": lambda who: findings.open_agreement(who, at.cycle),
        "open_recommendations": lambda who: [
            _words(row) for row, _ in recommendations.open_recommendations(who, at.state, at.cycle)
        ],
        "open_recommendation": lambda who: _words(
            recommendations.open_recommendation(who, Recommendation.objects.get(pk=world.row.pk))
        ),
        "open_waiting": lambda who: [_words(one) for one in open_waiting(who, recommendations.subject_of(world.row))],
        "open_progress": lambda who: [_words(one) for one in progress.open_progress(who, world.row).progress],
        "open_selectable": lambda who: open_selectable(who, at.state, at.cycle),
        "open_calendar": open_calendar,
        "open_register": lambda who: [_words(one) for one in uptake.open_register(who)],
    }


def _others(world: World) -> dict[str, Callable[[Actor], object]]:
    at = world.place
    kinds = [(kind, at.state if kind in freezing.OF_A_STATE else None) for kind in freezing.KINDS]
    made = {kind: freezing.freeze(world.people["lead"], kind, at.cycle, of) for kind, of in kinds}
    now = timezone.now()  # published, so that every reader has each of them as a file
    FrozenReport.objects.update(put_at=now, adopted_at=now, shared_at=now, published_at=now)
    made = {kind: FrozenReport.objects.get(pk=report.pk) for kind, report in made.items()}
    ways: dict[str, Callable[[Actor], object]] = {
        f"report {kind}": lambda who, of=report: rendered(who, of, "en", "html").content.decode()
        for kind, report in made.items()
    }
    found = [Piece(recommendations.subject_of(world.row), BOTH), Piece(planning.subject_of(world.visit), BOTH)]
    return ways | {
        "search page": lambda who: _page(who, "/assessment/search/", {"words": "northern crossing", "state": "X-AL"}),
        "search": lambda who: search(who, found, "northern crossing"),
        "visit_file": lambda who: _file(visit_file.visit_file(who, planning.Visit.objects.get(pk=world.visit.pk))),
        "ledger": lambda who: [_words(one) for one in visit_file.ledger(who, at.state)],
        "visible_needs": lambda who: [_words(one) for one in needs.visible_needs(who)],
        "export_workbook": lambda who: _cells(importing.export_workbook(who, at)),
        "export_workbook ods": lambda who: repr(ods_sheets(importing.export_workbook(who, at, form="ods"), 11)),
    }


def _words(row: object) -> dict[str, object]:
    return dict(vars(row))


def _file(told: visit_file.VisitFile) -> list[object]:
    parts = [told.visit, *told.events, *told.consents, *told.agenda, *(one for _, one in told.checklist if one)]
    return [_words(part) for part in parts]


def _cells(data: bytes) -> list[object]:
    return [
        cell for sheet in load_workbook(io.BytesIO(data)) for row in sheet.iter_rows(values_only=True) for cell in row
    ]


def test_nothing_kept_leaves_by_any_way(
    world: World, donor: Actor, anybody: Actor, stranger: Actor, member: Actor, focal: Actor, lead: Actor
) -> None:
    ways = _opened(world)
    assert set(ways) == _named_open(), "a function that opens something is not in the leak test"
    ways |= _others(world) | _pages(world)
    translator = Actor("account:77", Role.TRANSLATOR)
    for name, way in ways.items():
        for reader in (donor, anybody, stranger, member, translator):
            assert SECRET not in _had(way, reader), f"{name} tells a {reader.role} what is kept"
    seen = {name for name, way in ways.items() for reader in (focal, lead) if SECRET in _had(way, reader)}
    silent = {"open_coded_answers", "open_agreement", "open_file", "ledger", "open_calendar"}
    silent |= {f"report {kind}" for kind in freezing.OVER_STATES}
    silent |= {name for name in ways if name.startswith("/") and name not in TELLING}
    assert set(ways) - silent <= seen, "a way on which nobody finds the words proves nothing"
    coded = coded_answers.coded_answers([world.place.cycle])
    assert not coded.get("strategy-adopted"), "a marked answer is in no table"


TELLING = {
    "/assessment/reports/1/zh.docx",
    "/assessment/reports/1/en.pdf",
    "/assessment/X-AL/2026/",
    "/assessment/X-AL/2026/marks/answer/strategy-adopted/",
    "/recommendations/1/",
    "/assessment/X-AL/2026/workbook/self-assessment/ods/",
    "/assessment/X-AL/2026/findings/",
    "/assessment/X-AL/2026/findings/104/",
    "/assessment/X-AL/2026/adoption/",
    "/assessment/X-AL/2026/sections/children/",
    "/visits/1/",
    "/assistance/needs/1/",
    "/assessment/X-AL/2026/consents/",
    "/assessment/X-AL/2026/evidence/",
    "/assessment/X-AL/2026/answers/self-assessment/strategy-and-law/",
}
"""Pages on which the words stand for those who may read them: it is known that the test reads them."""


def _pages(world: World) -> dict[str, Callable[[Actor], object]]:
    """Every page of this side that can be read, found in the URLs: a new one with a new kind of name fails here."""
    at = world.place
    names = {
        "code": (at.state.code,),
        "cycle": (at.cycle.pk,),
        "questionnaire": ("self-assessment",),
        "form": ("xlsx", "ods"),
        "section": [section.code for section in at.questionnaire.sections],
        "kind": ("answer",),
        "name": ("strategy-adopted",),
        "number": (world.finding.number,),
        "axis": list(Axis),
        "gate": list(gates()),
        "language": ("fr",),
    }
    of_the_state = list(FrozenReport.objects.exclude(state=None).values_list("pk", flat=True))[:2]
    numbers = {
        "assistance-need": {"pk": [world.need.pk]},
        "assistance-project": {"pk": [world.project.pk]},
        "visit": {"pk": [world.visit.pk]},
        "recommendation": {"pk": [world.row.pk]},
        "recommendation-translate": {"pk": [world.row.pk]},
        "assessment-evidence-file": {"pk": [world.item.pk]},
        "published-report": {"pk": list(FrozenReport.objects.values_list("pk", flat=True)), "file": FILES[:1]},
        "assessment-report-page": {"pk": list(FrozenReport.objects.values_list("pk", flat=True))},
        "assessment-report": {"pk": of_the_state, "file": FILES},
    }
    found = {}
    for route, pattern in _patterns(get_resolver().url_patterns):
        door = door_of(pattern.callback)
        if not pattern.lookup_str.startswith("gatehouse.web.assessment.") or "GET" not in door.methods:
            continue
        for address in _addresses(f"/{route}", pattern, names | numbers.get(pattern.name or "", {})):
            found[address.replace(f"/{at.cycle.pk}/", f"/{at.cycle.name}/")] = lambda who, to=address: _page(who, to)
    return found


FILES = ("en.html", "zh.docx", "en.pdf")


def _patterns(of: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in of:
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns, f"{before}{one.pattern}")
        else:
            yield f"{before}{one.pattern}", one


def _addresses(route: str, pattern: URLPattern, names: dict) -> list[str]:
    found = [route]
    for name, converter in pattern.pattern.converters.items():
        part = next(f"<{kind}:{name}>" for kind in ("int", "str", "slug") if f"<{kind}:{name}>" in route)
        found = [one.replace(part, converter.to_url(value)) for one in found for value in names[name]]
    return found


def _page(who: Actor, address: str, sent: dict[str, str] | None = None) -> str:
    """What somebody has of a page: its text, or the texts inside of its file."""
    number = int(who.id.partition(":")[2])
    known = {"identifier": f"staff-{number}", "display_name": "Colleague", "unit": who.state or "UNIT-1"}
    account, _ = Account.objects.get_or_create(pk=number, defaults={**known, "password": "!"})
    RoleHeld.objects.get_or_create(account=account, role=who.role)
    client = Client()
    client.force_login(account)
    data = (client.post(address, sent) if sent else client.get(address)).content
    if data.startswith(b"%PDF-"):
        return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)
    if not data.startswith(b"PK"):
        return html.unescape(data.decode(errors="replace"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        told = " ".join(archive.read(name).decode(errors="replace") for name in archive.namelist())
    return html.unescape(told + re.sub(r"<[^>]+>", "", told))  # words may be parted by marks


def _had(way: Callable[[Actor], object], reader: Actor) -> str:
    try:
        return repr(way(reader)).replace("\\n", "\n")
    except (NotAllowedError, AssessmentError):
        return ""


def _named_open() -> set[str]:
    found = set()
    for module in pkgutil.walk_packages(gatehouse.assessment.__path__, "gatehouse.assessment."):
        if ".migrations" not in module.name and not module.name.endswith(".models"):
            of = importlib.import_module(module.name)
            found |= {name for name in vars(of) if name.startswith("open_") and callable(getattr(of, name))}
    return found


def test_a_file_with_a_mark_is_opened_whole_or_not_at_all(world: World, focal: Actor, lead: Actor) -> None:
    item = Item.objects.get(pk=world.item.pk)
    assert evidence.open_file(lead, item)[0] == evidence.open_file(focal, item)[0] == b"%PDF"
