"""What follows in the story: recommendations, progress, decisions, uptake, visits, marks of confidentiality."""

from __future__ import annotations

import datetime as dt
import random

from django.utils import timezone

from gatehouse.assessment.assistance.themes import themes
from gatehouse.assessment.confidentiality import marks
from gatehouse.assessment.demonstration.cast import ASSESSOR, DONOR, LEAD, MEMBER, OTHER_MEMBER, focal
from gatehouse.assessment.demonstration.region import Told, duties
from gatehouse.assessment.evidence import store as evidence
from gatehouse.assessment.evidence.store import Brought
from gatehouse.assessment.findings.assessments import about_finding
from gatehouse.assessment.findings.models import Assessment, Finding, FindingText
from gatehouse.assessment.follow_up import progress, uptake
from gatehouse.assessment.recommendations import store
from gatehouse.assessment.recommendations.draft import Draft
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.states.models import Cycle
from gatehouse.assessment.visits import planning, visit_file
from gatehouse.assessment.visits.models import Visit
from gatehouse.safeguards.decision import KeptTo

REPORTED = dt.date(2025, 9, 30)
OF_EACH_STATE = 3


def recommend(
    told: Told, assessment: Assessment, chance: random.Random, reported: dt.date = REPORTED
) -> list[Recommendation]:
    """Three recommendations from findings: drafted, replied to, adopted, most of them shared."""
    made = []
    findings = list(Finding.objects.filter(assessment=assessment).order_by("number"))
    for place, finding in enumerate(chance.sample(findings, OF_EACH_STATE), 1):
        theme = next(duty.theme for duty in duties() if duty.obligation == finding.obligation)
        about = themes()[theme].words("en")
        words = f"Bring what is found on {about} into line with the obligation, with an office that answers for it."
        said = Draft(
            words, finding.obligation, (finding.pk,), place, "Ministry of the Interior", "resources", "posts that work"
        )
        row = store.draft(ASSESSOR, told.state, assessment.cycle, said)
        store.move(LEAD, row, "propose")
        store.reply(
            focal(told.state.code), row, "accepted" if place < 3 else "partly", "We agree, as far as means allow."
        )
        store.adopt(MEMBER, OTHER_MEMBER, row, reported)
        if told.state.code != "X-DU":
            store.share(MEMBER, OTHER_MEMBER, row, "decision 2025/4")
        made.append(row)
    return made


def follow_up(told: Told, rows: list[Recommendation], chance: random.Random) -> None:
    """The State reports on most; two persons decide; one body says what it took up."""
    speaks, on = focal(told.state.code), REPORTED + dt.timedelta(days=150)
    for row in rows:
        if told.state.code == "X-JU":
            continue
        done = told.state.code == "X-EL" or (told.gains and chance.random() < 0.5)
        waits = told.state.code == "X-BE"
        status = "done" if done else "not-begun" if waits else "under-way"
        obstacle = "none" if done else "help-pending" if waits else "resources"
        shown = (_order(told, row),) if done else ()
        progress.report(speaks, row, progress.Reported(status, "This is where we stand.", on, obstacle, shown))
        if done:
            _closed(told, row, shown, on + dt.timedelta(days=60))
        elif row.priority == 1:
            found = progress.Found("further", "Not yet; another look in a year.", on + dt.timedelta(days=60), (), waits)
            progress.decide(ASSESSOR, LEAD, row, found)
        if row.shared_at and chance.random() < 0.6:
            today = timezone.now().date()
            taken = ("taken", "", today) if chance.random() < 0.7 else ("not", "no means this year", today)
            uptake.record(DONOR, row, "UNOCT", "Border programme", taken)


def _order(told: Told, row: Recommendation) -> int:
    """A document that the State brings with its report; who checks it is handed it. Its number."""
    speaks = focal(told.state.code)
    words = f"{told.state.name_en}: order on {row.obligation}, in force (fictitious).\n"
    brought = Brought(
        "document", f"Order on {row.obligation}", (row.obligation,), file_name="order.txt", content=words.encode()
    )
    item = evidence.add(speaks, told.state, row.cycle, brought)
    evidence.hand_over(speaks, item, ASSESSOR.id)
    evidence.check(ASSESSOR, item)
    return item.pk


def _closed(told: Told, row: Recommendation, shown: tuple[int, ...], on: dt.date) -> None:
    """Two close it, on what the State brought and on what was seen there."""
    brought = Brought("observation", f"Seen for {row.code}", (row.obligation,), told="The posts work.")
    seen = evidence.add(ASSESSOR, told.state, row.cycle, brought)
    found = progress.Found("close", "Seen on the spot by two of the team.", on, (*shown, seen.pk))
    progress.decide(ASSESSOR, LEAD, row, found)


def visit(told: Told, cycle: Cycle, starts: dt.date) -> Visit:
    """A visit from plan to adoption, jointly with two bodies; refused by one State."""
    speaks, code = focal(told.state.code), told.state.code
    made = planning.plan(LEAD, told.state, cycle, "comprehensive", "the list of the year")
    planning.move(LEAD, made, "ask-consent", starts - dt.timedelta(days=150), "letter of the Chair")
    if code == "X-JU":
        return planning.move(speaks, made, "refuse", starts - dt.timedelta(days=120), "note verbale 3")
    planning.move(speaks, made, "consent", starts - dt.timedelta(days=120), "note verbale 7")
    planning.set_days(LEAD, made, starts, starts + dt.timedelta(days=4), "agreed with the State")
    for body, answer in (("ICAO", "accepted"), ("UNODC", "accepted"), ("INTERPOL", "declined")):
        partner = visit_file.invite(LEAD, made, body, starts - dt.timedelta(days=100))
        visit_file.replied(LEAD, partner, answer, starts - dt.timedelta(days=80))
    morning = dt.datetime.combine(starts, dt.time(9), dt.UTC)
    for title, hours in (("Opening", 0), ("Border crossings", 2), ("Commissioner and women's organisations", 5)):
        begin = morning + dt.timedelta(hours=hours)
        meeting = visit_file.Meeting(begin, begin + dt.timedelta(hours=1), title, "Offices of the State")
        visit_file.add_meeting(LEAD, made, meeting)
    for item in ("invite-partners", "rights-section", "women-consulted", "travel"):
        visit_file.see_to(LEAD, made, item, starts - dt.timedelta(days=40))
    ends = starts + dt.timedelta(days=4)
    planning.move(LEAD, made, "begin", starts, "begun")
    planning.move(LEAD, made, "end", ends, "ended")
    planning.move(LEAD, made, "send-draft", ends + dt.timedelta(days=45), "draft")
    planning.move(speaks, made, "comment", ends + dt.timedelta(days=80), "comments")
    return made


def keep(told: Told, assessment: Assessment) -> None:
    """A State keeps the second paragraph of its findings to itself and the committee, or to the team."""
    to = KeptTo.TEAM if told.state.code == "X-DU" else KeptTo.COMMITTEE
    for finding in Finding.objects.filter(assessment=assessment).order_by("number")[:2]:
        text = FindingText.objects.filter(finding=finding).order_by("pk").last()
        if text is not None:
            numbers = text.text.split("\n\n")[1]
            marks.keep(focal(told.state.code), about_finding(finding), "numbers of officers", numbers, to)
