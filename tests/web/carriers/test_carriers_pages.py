"""Carriers beside each other and one of them, by whoever works here; the report is for a carrier and names nobody."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.utils import timezone, translation
from lxml import etree

from accessible import violations
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.counts.carrier_days import count_due
from gatehouse.screening.counts.counting import Span
from gatehouse.screening.counts.fault_kinds import FaultKind
from gatehouse.screening.counts.models import CarrierDay
from gatehouse.screening.counts.timing import BANDS
from gatehouse.web.carriers import pictures, words
from gatehouse.web.carriers.report import report
from stored_day import store_day

pytestmark = pytest.mark.usefixtures("database")


def _today() -> dt.date:
    return timezone.now().date()


@pytest.fixture
def counted(database: object, tmp_path: Path) -> None:
    """A stored day, counted, with a fault of each kind."""
    del database
    store_day(tmp_path)
    count_due(_today())
    codes = {"element-missing": 1, "segment-count": 1, "series-part-missing": 1, "document-expired": 1}
    CarrierDay.objects.update(codes=codes, missing=1, syntax=1, lost=1, content=1)


@pytest.mark.usefixtures("counted")
def test_a_carrier_stands_with_its_shares_and_its_faults(browser: Callable[..., Client]) -> None:
    client = browser(Role.OPERATOR)
    page = client.get("/carriers/")
    assert [(slug, sums.messages) for slug, _name, sums, _shares in page.context["rows"]] == [("ZZ", 1)]
    one = client.get("/carriers/ZZ/").content.decode()
    assert "mandatory elements are missing" in one
    for text in (page.content.decode(), one):
        assert "KARIM" not in text.upper()
    assert client.get("/carriers/XX/").status_code == 404


@pytest.mark.usefixtures("counted")
def test_pictures_hold_no_script(browser: Callable[..., Client]) -> None:
    client = browser(Role.ANALYST)
    for address in ("/carriers/days.svg", "/carriers/ZZ/days.svg"):
        root = etree.fromstring(client.get(address).content)
        assert {etree.QName(one).localname for one in root.iter() if isinstance(one.tag, str)}.isdisjoint({"script"})
        assert "ZZ" in etree.tostring(root, encoding="unicode") or "ZZ" in address


@pytest.mark.usefixtures("counted")
def test_the_report_is_a_file_of_each_form(browser: Callable[..., Client]) -> None:
    client = browser(Role.SENIOR_ANALYST)
    answer = client.get("/carriers/ZZ/report.pdf?days=7")
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(answer.content)).pages)
    assert "element-missing" in text
    assert "KARIM" not in text.upper()
    assert "Carrier ZZ" in client.get("/carriers/ZZ/report.html").content.decode()
    lines = client.get("/carriers/ZZ/report.csv").content.decode().splitlines()
    assert len(lines) == 2
    assert lines[1].startswith(f"{_today()},ZZ,PAXLST,1,2,0,1,1,1,1,")
    assert client.get("/carriers/ZZ/report.exe").status_code == 404


@pytest.mark.usefixtures("counted")
def test_the_report_is_in_the_readers_language() -> None:
    span = Span.until(_today(), 7)
    with translation.override("zh-hans"):
        made = report(span, "ZZ", _today())
    assert (made.language, made.title) != ("en", "Quality of passenger data")
    assert made.language == "zh"


def test_of_nothing_the_page_says_how_it_is_counted(browser: Callable[..., Client]) -> None:
    page = browser(Role.OPERATOR).get("/carriers/")
    assert page.status_code == 200
    assert b"gatehouse carriers count" in page.content
    assert browser(Role.OPERATOR).get("/carriers/days.svg").status_code == 200


def test_all_kinds_and_bands_have_words() -> None:
    assert [*words.KINDS] == [*FaultKind, "late"]
    assert tuple(words.BANDS) == BANDS
    assert str(words.carrier_name("")) == "not known"


@pytest.mark.usefixtures("counted")
def test_a_long_span_is_drawn_without_words_in_the_cells() -> None:
    for days in range(1, pictures.CARRIERS_MAX + 3):
        row = CarrierDay.objects.get(day=_today())
        row.pk, row.day = None, _today() - dt.timedelta(days=days)
        row.save()
    assert pictures.beside_each_other(Span.until(_today(), 31)).to_dict()["layer"][0]["mark"]["type"] == "rect"
    assert len(pictures.beside_each_other(Span.until(_today(), 31)).to_dict()["layer"]) == 1
    assert len(pictures.beside_each_other(Span.until(_today(), 7)).to_dict()["layer"]) == 2


@pytest.mark.usefixtures("counted")
def test_the_pages_are_accessible(tab: Callable[..., Any]) -> None:
    page = tab(Role.ANALYST)
    for address in ("/carriers/", "/carriers/ZZ/"):
        page.goto(address)
        assert violations(page) == [], address
