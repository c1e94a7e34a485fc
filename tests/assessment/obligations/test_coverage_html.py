"""The page stands alone, is well built for screen readers, and hides nothing."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from gatehouse.assessment.obligations.catalogue import catalogue
from gatehouse.assessment.obligations.catalogue.coverage import coverage
from gatehouse.assessment.obligations.catalogue.coverage_html import coverage_html

ROWS = coverage(catalogue())


def _page() -> html.HtmlElement:
    return html.document_fromstring(coverage_html(catalogue().versions, ROWS, "Made for a test."))


def test_it_needs_nothing_from_elsewhere() -> None:
    page = _page()
    assert page.xpath("//script | //img | //link | //iframe | //*[@style]") == []
    assert all(href.startswith("#") for href in page.xpath("//@href"))


def test_it_is_built_for_everybody() -> None:
    page = _page()
    assert page.get("lang") == "en"
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//table[not(caption)]") == []
    assert page.xpath("//th[not(@scope)]") == []
    identifiers = page.xpath("//@id")
    assert len(identifiers) == len(set(identifiers))
    assert {href[1:] for href in page.xpath("//@href")} <= set(identifiers)


def test_every_paragraph_has_a_row_with_its_state_in_words() -> None:
    states = [cell.text for cell in _page().xpath("//td[contains(@class, 'state')]")]
    assert len(states) == 199
    assert states.count("not yet") == sum(row.state == "not-yet" for row in ROWS)


def test_what_a_catalogue_says_is_text_and_never_markup() -> None:
    obligation = replace(ROWS[0].obligations[0], duty="<script>alert</script>.")
    rows = [replace(ROWS[0], obligations=(obligation,))]
    written = coverage_html(catalogue().versions[:1], rows, "")
    assert b"<script>" not in written
    assert b"&lt;script&gt;" in written
