"""A process is warm before its first request: what is slow the first time was done."""

from __future__ import annotations

import sys

import pytest
from django.template import engines
from django.urls import get_resolver

from gatehouse.web import warming
from gatehouse.web.wording.languages import LANGUAGES


@pytest.mark.usefixtures("database")
def test_every_template_is_compiled_and_every_page_imported() -> None:
    (loader,) = engines["django"].engine.template_loaders
    loader.reset()
    found = warming.warmed()
    compiled = {template.name for template in loader.get_template_cache.values()}
    assert {"hits/one.html", "holds/holds.html", "shell/failed.html"} <= compiled
    assert found.templates == len(list(warming.WEB.rglob("*.html")))
    assert found.pages > 100
    assert found.languages == len(LANGUAGES)
    assert "vl_convert" in sys.modules
    assert "gatehouse.web.criteria.pictures" in sys.modules
    assert get_resolver().url_patterns
