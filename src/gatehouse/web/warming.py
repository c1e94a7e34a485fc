"""What a process makes ready before it answers, so that no reader waits for it: pages, templates, words, pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import altair
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation
from django.utils.translation import gettext

from gatehouse.web.drawn import svg
from gatehouse.web.templatetags.reading import day, decimal
from gatehouse.web.wording.languages import LANGUAGES

WEB = Path(__file__).parent


class Warmed(NamedTuple):
    """How many of each are ready: pages that answer, compiled templates, languages with their words and dates."""

    pages: int
    templates: int
    languages: int


def warmed() -> Warmed:
    """Import every page, compile every template, take up every language, and draw once. It asks no database."""
    _draw()
    return Warmed(sum(1 for _ in _pages(get_resolver().url_patterns)), _compile_templates(), _take_up_languages())


def _pages(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _pages(one.url_patterns)
        else:
            yield one


def _compile_templates() -> int:
    names = [path.relative_to(WEB).as_posix() for path in WEB.rglob("*.html")]
    for name in names:
        get_template(name)
    return len(names)


def _take_up_languages() -> int:
    for language in LANGUAGES:
        with translation.override(language.code):
            gettext("Start")
            day(dt.date(2026, 1, 1))
            decimal(1.0, 1)
    return len(LANGUAGES)


def _draw() -> None:
    """The renderer takes about a second to start, and the first chart its schema."""
    svg(altair.Chart(altair.Data(values=[{"x": 1}])).mark_bar().encode(x="x:Q"))
