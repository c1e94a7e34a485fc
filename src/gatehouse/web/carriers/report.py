"""A report that is sent to a carrier: what came from it, what is wrong with it and what that means. Nobody is in it."""

from __future__ import annotations

import csv
import datetime as dt
import io

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gatehouse.printing.document import Column, Document, Inlines, Paragraph, Section, Table
from gatehouse.printing.html_page import html
from gatehouse.printing.pdf_file import pdf
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.counts import carriers as counted
from gatehouse.screening.counts.counting import Span
from gatehouse.web.carriers.carriers import found
from gatehouse.web.carriers.words import BANDS, KINDS, TYPES, carrier_name
from gatehouse.web.door import page
from gatehouse.web.law import law
from gatehouse.web.oversight.proving import file_of
from gatehouse.web.overview.overview import span_of
from gatehouse.web.templatetags.reading import day, number, percent
from gatehouse.web.wording.languages import language

FORMS = ("pdf", "html", "csv")
LANGUAGES = {"zh-hans": "zh"}
"""Where printing calls a language otherwise than the pages do."""


@page(Act.READ_COUNTS, SubjectClass.COUNTS)
def sent(request: HttpRequest, carrier: str, form: str) -> HttpResponse:
    """The report of the span as a file, in the reader's language; as CSV a row for each day, type and fault."""
    if form not in FORMS:
        raise Http404
    span = span_of(request.GET)
    code, _sums = found(carrier, span)
    name = f"data-quality-{carrier}-{span.first}-{span.end - dt.timedelta(days=1)}.{form}"
    if form == "csv":
        return file_of(faults_csv(span, code).encode(), name, "text/csv; charset=utf-8")
    document = report(span, code, timezone.now().date())
    if form == "pdf":
        return file_of(pdf(document), name, "application/pdf")
    return file_of(html(document).encode(), name, "text/html; charset=utf-8")


def report(span: Span, carrier: str, today: dt.date) -> Document:
    """The report as a document in the language that is active."""
    code = language(translation.get_language()).code
    last = span.end - dt.timedelta(days=1)
    sections = (
        Section((_("What came"),), (_sums(span, carrier),)),
        Section((_("How long before departure it came"),), (_timing(span, carrier),)),
        Section((_("What is wrong, most often first"),), _faults(span, carrier)),
    )
    opening = _(
        "This report counts messages that were received, and what was found wrong with them. It names no traveller. "
        "Exact repeats are counted once. Times are those of receipt in UTC; departures are as stated in the messages."
    )
    return Document(
        title=_("Quality of passenger data"),
        subtitle=_("Carrier %(carrier)s, %(first)s to %(last)s")
        % {"carrier": carrier_name(carrier), "first": day(span.first), "last": day(last)},
        language=LANGUAGES.get(code, code),  # type: ignore[arg-type]
        dated=today,
        opening=(Paragraph((opening,)),),
        sections=sections,
        issuer=law().profile.authority.name,
        numbered=True,
    )


def _sums(span: Span, carrier: str) -> Table:
    heads = (_("Messages"), _("Travellers stated"), _("Repeats"), *map(str, KINDS.values()))
    rows = tuple(
        (
            _cell(TYPES.get(kind, kind)),
            *(_cell(number(count)) for count in (sums.messages, sums.travellers, sums.repeats)),
            *(_cell(percent(sums.share(name)) or "–") for name in KINDS),
        )
        for kind, sums in counted.by_type(span, carrier).items()
    )
    return _table(_("Messages, and the share of them with each kind of fault"), (_("Type"), *heads), rows)


def _timing(span: Span, carrier: str) -> Table:
    rows = tuple(
        (_cell(TYPES.get(kind, kind)), *(_cell(number(count)) for count in bands.values()))
        for kind, bands in counted.timing(span, carrier).items()
    )
    return _table(_("Messages by time before departure"), (_("Type"), *map(str, BANDS.values())), rows)


def _faults(span: Span, carrier: str) -> tuple[Table | Paragraph, ...]:
    faults = counted.faults(span, carrier)
    if not faults:
        return (Paragraph((_("Nothing was found wrong."),)),)
    rows = tuple(
        (_cell(one.code), _cell(KINDS[one.kind]), _cell(_(one.meaning)), _cell(number(one.messages))) for one in faults
    )
    columns = (Column((_("Fault"),), share=1.6), Column((_("Kind"),)), Column((_("Meaning"),), share=3.0))
    last = Column((_("Messages"),), numbers=True)
    return (Table((_("Faults and what they mean"),), (*columns, last), rows, row_headings=True),)


def _table(caption: str, heads: tuple[str, ...], rows: tuple[tuple[Inlines, ...], ...]) -> Table:
    first, *others = heads
    columns = (Column((first,), share=1.8), *(Column((head,), numbers=True) for head in others))
    return Table((caption,), columns, rows, row_headings=True)


def _cell(value: object) -> Inlines:
    return (str(value),)


def faults_csv(span: Span, carrier: str) -> str:
    """A row for each day and type with its sums, in English, for whoever draws their own pictures."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["day", "carrier", "type", *SUMS, "codes", "timing"])
    for row in counted.kept(span, carrier):
        told = [" ".join(f"{key}={count}" for key, count in sorted(one.items())) for one in (row.codes, row.timing)]
        writer.writerow([row.day, row.carrier, row.type, *(getattr(row, name) for name in SUMS), *told])
    return text.getvalue()


SUMS = ("messages", "travellers", "repeats", "missing", "syntax", "lost", "content")
"""The columns of the kept counts that hold one number."""
