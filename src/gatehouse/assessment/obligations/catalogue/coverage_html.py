"""The coverage as one HTML file that needs nothing else: no script, no font, no picture from elsewhere.

For screen readers and printers too (WCAG 2.2 AA): a language, a way past the summary, tables with captions and headed
rows and columns, states in words and not by colour alone, contrast of at least 4.5 to 1 in light and dark.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import html
from lxml.html import builder as E  # noqa: N812  (the name that lxml gives it)

from gatehouse.assessment.obligations.catalogue.coverage import Covered, totals
from gatehouse.assessment.obligations.catalogue.thread import Obligation, State, Version

NAMES = {State.SERVES: "served", State.PARTLY: "partly", State.NOT_YET: "not yet", State.RECORD: "only recorded"}
EXPLAINED = {
    State.SERVES: "a command or page answers all of it",
    State.PARTLY: "something answers a part; what is missing is said",
    State.NOT_YET: "nothing answers it today",
    State.RECORD: "it asks nothing that a system could do",
}
STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --line: #767676; --soft: #f2f2f2; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f0f0; --paper: #161616; --line: #8f8f8f; --soft: #262626; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto;
  padding: 1rem; max-width: 80rem; }
a { color: inherit; } .skip:not(:focus) { position: absolute; left: -99rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; }
thead th { background: var(--soft); } ul { margin: 0; padding-left: 1.1rem; }
.state { white-space: nowrap; font-weight: 600; } .not-yet { text-decoration: underline dotted; }
@media print { body { max-width: none; } tr { break-inside: avoid; } }
"""


def coverage_html(versions: Sequence[Version], rows: Sequence[Covered], made: str) -> bytes:
    """The page as UTF-8. `made` says when and by what it was made, in words."""
    title = "What the resolutions ask, and what answers it"
    head = E.HEAD(
        E.META(charset="utf-8"),
        E.META(name="viewport", content="width=device-width, initial-scale=1"),
        E.TITLE(title),
        E.STYLE(STYLE),
    )
    main = E.MAIN(E.H1(title), E.P(made), _legend(), _summary(versions, rows), id="main")
    for version in versions:
        main.append(_section(version, [row for row in rows if row.version == version]))
    page = E.HTML(head, E.BODY(E.A("To the tables", {"class": "skip"}, href="#main"), main), lang="en")
    return bytes(html.tostring(page, doctype="<!DOCTYPE html>", encoding="utf-8"))


def _legend() -> html.HtmlElement:
    terms = E.DL()
    for state in State:
        terms.extend([E.DT(NAMES[state]), E.DD(EXPLAINED[state])])
    return terms


def _summary(versions: Sequence[Version], rows: Sequence[Covered]) -> html.HtmlElement:
    counted = totals(rows)
    head = ["Version", "Status", "Paragraphs", *(NAMES[state].capitalize() for state in State), "Asked"]
    table = _table("Operative paragraphs by state", head)
    for version in versions:
        asked = sum(bool(row.questions) for row in rows if row.version == version)
        counts = [str(counted[version.code][state]) for state in State]
        cells = [version.status, str(version.operative), *counts, str(asked)]
        link = E.A(version.symbol or version.code, href=f"#{version.code}")
        table.find("tbody").append(E.TR(E.TH(link, scope="row"), *(E.TD(cell) for cell in cells)))
    return E.DIV(table, {"class": "wide"})


def _section(version: Version, rows: Sequence[Covered]) -> html.HtmlElement:
    title = f"{version.symbol or version.code}: {version.title}"
    table = _table(
        f"Operative paragraphs of {version.symbol or version.code}", ["Paragraph", "State", "What it asks", "Asked by"]
    )
    for row in rows:
        state = E.TD(NAMES[row.state], {"class": f"state {row.state}"})
        duties = E.TD(E.UL(*(_duty(obligation) for obligation in row.obligations)))
        asked = E.TD(", ".join(row.questions) or "not asked")
        table.find("tbody").append(E.TR(E.TH(str(row.paragraph), scope="row"), state, duties, asked))
    heading = E.H2(title, id=version.code)
    return E.SECTION(heading, E.P(f"Status: {version.status}. {version.remark}"), E.DIV(table, {"class": "wide"}))


def _duty(obligation: Obligation) -> html.HtmlElement:
    item = E.LI(
        E.STRONG(obligation.code), f" {obligation.duty} ({obligation.force}; {', '.join(obligation.addressees)}) "
    )
    if obligation.evidence:
        item.append(E.CODE(obligation.evidence))
    if obligation.missing:
        item.append(E.SPAN(f" Missing: {obligation.missing}."))
    return item


def _table(caption: str, columns: Sequence[str]) -> html.HtmlElement:
    head = E.THEAD(E.TR(*(E.TH(column, scope="col") for column in columns)))
    return E.TABLE(E.CAPTION(caption), head, E.TBODY())
