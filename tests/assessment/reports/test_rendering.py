"""The leak test: every report, for every reader, in every language, is searched for what is kept from them."""

from __future__ import annotations

import html as markup
import io
import re

import pytest
from docx import Document as WordDocument
from pypdf import PdfReader

from gatehouse.assessment.acting import may_see
from gatehouse.assessment.confidentiality import leak, marks
from gatehouse.assessment.confidentiality.errors import LeakError
from gatehouse.assessment.confidentiality.models import FrozenTable, Mark
from gatehouse.assessment.confidentiality.paragraphs import plain
from gatehouse.assessment.confidentiality.released import thawed
from gatehouse.assessment.demonstration.cast import DONOR, HERE, LEAD, MEMBER, OTHER_MEMBER, focal
from gatehouse.assessment.demonstration.story import Played
from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.findings.assessments import about_finding
from gatehouse.assessment.findings.models import Finding, FindingText
from gatehouse.assessment.follow_up.progress import standing_of
from gatehouse.assessment.obligations.catalogue import obligation
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.reports import freezing
from gatehouse.assessment.reports.contents import contents_from, every_part
from gatehouse.assessment.reports.errors import ReportError
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.reports.rendering import rendered
from gatehouse.assessment.reports.saying import say
from gatehouse.safeguards.decision import Actor, KeptTo
from gatehouse.safeguards.vocabulary import Role

ANYBODY = Actor("account:1", Role.PUBLIC)
ENGLISH = re.compile(r"\b(?:the|of|and|is|are|was|were|with|by|from|which|has|they|this|that|not|for)\b")
"""Words without which hardly a sentence is written, none of which is one in French or Spanish."""
READERS = (ANYBODY, DONOR, focal("X-BE"), focal("X-AL"), MEMBER, LEAD)


def _text(name: str, content: bytes) -> str:
    if name.endswith("html"):
        return markup.unescape(re.sub(r"<[^>]+>", " ", content.decode()))
    if name.endswith("pdf"):
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    word = WordDocument(io.BytesIO(content))
    return " ".join(part.text for part in word.element.body.iter() if part.tag.endswith("}t") and part.text)


def _kept_from(reader: Actor) -> list[str]:
    rows = Mark.objects.select_related("state").exclude(excerpt="")
    return [
        row.excerpt
        for row in rows
        if reader.state != row.state.code
        and reader.role is not Role.TEAM_LEAD
        and not (reader.role is Role.COMMITTEE_MEMBER and row.kept_to == KeptTo.COMMITTEE)
    ]


def test_a_whole_region_in_every_report_for_every_reader(played: Played) -> None:
    """One test, since the region is played for it: what is kept, traced, counted, refused and written."""
    assert len(played.reports) == len(freezing.KINDS)
    opened = 0
    for report in played.reports:
        for reader in READERS:
            if not may_see(reader, freezing.subject_of(report)):
                with pytest.raises(NotAllowedError):
                    rendered(reader, report, "en", "html")
                continue
            made = rendered(reader, report, "zh" if opened % 2 else "en", "html")
            assert leak.leaks(_text(made.name, made.content), _kept_from(reader)) == 0
            opened += 1
    assert opened > 15
    _no_english_is_left_in_another_language(played.reports)
    _every_format_of_the_first(played.reports[0])
    _every_sentence_is_traced(played.reports)
    _marks_hold_afterwards(played.reports[0])
    _tables_tell_of_no_few()
    _numbers_are_those_of_the_rooms(played.reports)
    _what_was_changed_is_not_rendered(played.reports[0])


def _no_english_is_left_in_another_language(reports: tuple[FrozenReport, ...]) -> None:
    """Whatever is not marked as being in English is in the report's language, but for names, codes and references."""
    for report in reports:
        for language in ("zh", "fr", "es", "ru", "ar"):
            page = rendered(LEAD, report, language, "html").content.decode().partition("<body")[2]
            said = re.sub(r'<bdi lang="en".*?</bdi>', " ", page, flags=re.DOTALL)
            shown = _text("html", (said + " ".join(re.findall(r'alt="([^"]*)"', said))).encode())
            assert not ENGLISH.findall(shown), (report.kind, language)
            assert 'lang="en"' not in page or say(language, "untranslated") in shown
    chinese = markup.unescape(rendered(LEAD, reports[0], "zh", "html").content.decode())
    duties = [obligation(one.obligation) for one in Finding.objects.filter(assessment__state=reports[0].state)]
    assert all(one.duty_zh in chinese and one.duty not in chinese for one in duties)


def _every_format_of_the_first(report: FrozenReport) -> None:
    secret = Mark.objects.filter(state=report.state).exclude(excerpt="").first()
    assert secret is not None
    for format_ in ("docx", "pdf"):
        public, team = (rendered(reader, report, "en", format_) for reader in (ANYBODY, LEAD))
        assert plain(secret.excerpt) not in plain(_text(public.name, public.content))
        assert plain(secret.excerpt) in plain(_text(team.name, team.content))
        assert (public.whole, team.whole) == (False, True)
    with pytest.raises(ReportError):
        rendered(ANYBODY, report, "en", "odt")


def _every_sentence_is_traced(reports: tuple[FrozenReport, ...]) -> None:
    for report in reports:
        for part in every_part(contents_from(report.contents).parts):
            for one in part.sentences:
                assert all(re.fullmatch(r"[a-z-]+:[0-9A-Za-z-]+", source) for source in one.sources)
    state = contents_from(reports[0].contents)
    sources = {source for part in every_part(state.parts) for one in part.sentences for source in one.sources}
    assert {"finding", "evidence", "obligation", "recommendation"} <= {
        source.partition(":")[0] for source in sources
    } | {"recommendation"}


def _marks_hold_afterwards(report: FrozenReport) -> None:
    """A mark that is set after freezing holds in the snapshot, and a copy of the words stops the whole report."""
    finding = Finding.objects.filter(assessment__state=report.state, assessment__cycle=report.cycle).order_by("pk")[4]
    words = FindingText.objects.filter(finding=finding).latest("pk").text.split("\n\n")[1]
    before = rendered(ANYBODY, report, "en", "html")
    assert plain(words) in plain(_text(before.name, before.content))
    assert report.state is not None
    (mark,) = marks.keep(focal("X-AL"), about_finding(finding), "numbers", words)
    after = rendered(ANYBODY, report, "en", "html")
    assert plain(words) not in plain(_text(after.name, after.content))
    Mark.objects.filter(pk=mark.pk).update(ref="answer:1")
    with pytest.raises(LeakError):
        rendered(ANYBODY, report, "en", "html")
    Mark.objects.filter(pk=mark.pk).update(ref=mark.ref)
    marks.release(focal("X-AL"), mark, "no longer needed")
    again = rendered(ANYBODY, report, "en", "html")
    assert plain(words) in plain(_text(again.name, again.content))


def _tables_tell_of_no_few() -> None:
    assert FrozenTable.objects.count() > 0
    for row in FrozenTable.objects.all():
        table = thawed(row)
        for line in table.rows:
            assert all(cell is None or cell == 0 or cell >= table.k for cell in line.cells)


def _numbers_are_those_of_the_rooms(reports: tuple[FrozenReport, ...]) -> None:
    annual = next(report for report in reports if report.kind == "annual")
    (part,) = contents_from(annual.contents).parts
    said = {one.key: one.values for one in part.sentences}
    rows = [row for row in Recommendation.objects.filter(cycle=annual.cycle) if standing_of(row) == "carried-out"]
    assert said["measure.implemented"]["done"] == len(rows) > 0
    assert said["measure.consents"]["asked"] == 0, "the visits are of the later cycle"
    with pytest.raises(ReportError):
        freezing.freeze(HERE, "annual", annual.cycle, reports[0].state)
    with pytest.raises(NotAllowedError):
        freezing.freeze(DONOR, "annual", annual.cycle)
    fresh = freezing.freeze(HERE, "overview", reports[0].cycle, reports[0].state)
    with pytest.raises(ReportError, match="put it before"):
        freezing.adopt(MEMBER, OTHER_MEMBER, fresh)


def _what_was_changed_is_not_rendered(report: FrozenReport) -> None:
    report.contents["dated"] = "2020-01-01"
    with pytest.raises(ReportError, match="changed"):
        rendered(LEAD, report, "en", "html")
