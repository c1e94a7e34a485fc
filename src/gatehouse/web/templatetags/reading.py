"""Dates, numbers and codes in the reader's form: `{{ when|moment }}`, `{{ count|number }}`; known to every template."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from babel import Locale, dates, numbers
from django import template
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext

from gatehouse.assessment.obligations.catalogue import Obligation
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.review.data_findings import Finding
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.places import country_alpha_2, country_name
from gatehouse.terms.saying import Saying
from gatehouse.web.act_names import act_name
from gatehouse.web.assessment.people import named_to
from gatehouse.web.assessment.words import called
from gatehouse.web.finding_words import FindingSaid, finding_said
from gatehouse.web.names import purpose_name, role_name
from gatehouse.web.sayings import said
from gatehouse.web.wording.languages import language

register = template.Library()
register.filter(called)

MINUTES_IN_HOUR = 60
HOURS_SHOWN_BELOW = 48
SOON_HOURS = 3
"""From here on a countdown is marked as near."""


AS_STATED = re.compile(r"(\d{4})(-\d{2})?(-\d{2})?(?:[T ](\d{2}:\d{2}))?(?::\d{2})?", re.ASCII)
"""A date or local time as messages and lists state it, as far as it is known."""
WHOLE_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b", re.ASCII)
FORMS = {"en": "en_GB"}
"""English pages are read all over the world: the day comes first and hours count to 24."""


def _locale() -> str:
    locale = language(translation.get_language()).locale
    return FORMS.get(locale, locale)


@register.filter
def day(when: dt.date | dt.datetime | None) -> str:
    """A date, as 3 Mar 2026 in the reader's language; nothing for none."""
    return dates.format_date(when, "medium", locale=_locale()) if when else ""


@register.filter
def day_and_month(when: dt.date) -> str:
    """A day of a year that is known, as 3 Mar."""
    return dates.format_skeleton("MMMd", when, locale=_locale())


@register.filter
def moment(when: dt.datetime | None) -> SafeString | str:
    """A time in UTC to the minute, machine-readable beside it."""
    if when is None:
        return ""
    shown = dates.format_datetime(when, "medium", tzinfo=dt.UTC, locale=_locale())
    return format_html('<time datetime="{}">{}</time>', when.isoformat(), f"{_without_seconds(shown, when)} UTC")


@register.filter
def brief_moment(when: dt.datetime) -> SafeString:
    """A time in UTC without its year and without saying that it is UTC, for tables whose head says so."""
    locale = _locale()
    at = dates.format_time(when, "short", tzinfo=dt.UTC, locale=locale)
    joined = str(dates.get_datetime_format("medium", locale=locale))
    shown = joined.replace("{1}", day_and_month(when.astimezone(dt.UTC).date())).replace("{0}", at)
    return format_html('<time datetime="{}">{}</time>', when.isoformat(), shown)


@register.filter
def written(text: str) -> SafeString | str:
    """A moment that a file holds in ISO 8601, with its offset from UTC, as `moment` shows one."""
    return moment(dt.datetime.fromisoformat(text))


def _without_seconds(shown: str, when: dt.datetime) -> str:
    at = dates.format_time(when, "medium", tzinfo=dt.UTC, locale=_locale())
    return shown.replace(at, dates.format_time(when, "short", tzinfo=dt.UTC, locale=_locale()))


@register.filter
def stated(text: str | None) -> str:
    """A date or local time of a message or list as far as stated, `1975-03` as Mar 1975; of other text its days."""
    found = AS_STATED.fullmatch(text or "")
    if found is None:
        return WHOLE_DAY.sub(
            lambda one: f"\N{FIRST STRONG ISOLATE}{stated(one[0])}\N{POP DIRECTIONAL ISOLATE}", text or ""
        )
    year, month, day_of_month, hour = found.groups()
    try:
        when = dt.date.fromisoformat(f"{year}{month or '-01'}{day_of_month or '-01'}")
    except ValueError:
        return text or ""
    if not month:
        return year
    shown = day(when) if day_of_month else dates.format_skeleton("yMMM", when, locale=_locale())
    return f"{shown}, {hour}" if hour else shown


@register.filter
def span(when: DateSpan | None) -> str:
    """When something was, as a list states it."""
    if when is None:
        return ""
    said = stated(when.earliest)
    if when.latest != when.earliest:
        said = gettext("%(first)s to %(last)s") % {"first": said, "last": stated(when.latest)}
    return gettext("about %(date)s") % {"date": said} if when.circa else said


@register.filter
def country(code: str | None) -> str:
    """A country by its code, with its name in the reader's language; the code alone where it is no country's."""
    alpha_2 = country_alpha_2(code or "")
    name = Locale.parse(_locale()).territories.get(alpha_2) if alpha_2 else country_name(code or "")
    return f"{name} ({code})" if name else code or ""


@register.filter
def number(count: float | None) -> str:
    """A number with the reader's separators."""
    return "" if count is None else numbers.format_decimal(count, locale=_locale())


@register.filter
def decimal(value: float | None, places: int) -> str:
    """A number with so many places behind the reader's point."""
    return "" if value is None else numbers.format_decimal(value, format=f"#,##0.{'0' * places}", locale=_locale())


@register.filter
def hours(value: float) -> str:
    """A time in hours, to one place."""
    return gettext("%(hours)s hours") % {"hours": decimal(value, 1)}


@register.filter
def percent(share: float | None) -> str:
    """A share between 0 and 1, to one place."""
    return "" if share is None else numbers.format_percent(share, format="#,##0.0%", locale=_locale())


@register.filter
def in_words(text: str | Saying | tuple[Saying, ...]) -> str:
    """A sentence of a table or of another room in the reader's language; one that no catalogue knows as it is.

    Several sentences are parted by semicolons.
    """
    if isinstance(text, Saying | tuple):
        return said(text) if isinstance(text, Saying) else said(*text)
    return gettext(text) if text else ""


@register.filter
def duty_words(obligation: Obligation, words: int = 0) -> SafeString:
    """What an obligation asks, in the reader's language where we have words in it, else in English; at most so many
    words, a Chinese one taken as three characters.
    """
    text, of = obligation.duty_in(translation.get_language() or "en")
    if words:
        text = Truncator(text).chars(3 * words) if of == "zh" else Truncator(text).words(words)
    return format_html('<span lang="{}">{}</span>', of, text)


@register.filter
def recorded(finding: Finding) -> FindingSaid:
    """A finding about data in the reader's language, and what was recorded beside it."""
    return finding_said(finding.code, finding.type, finding.text)


@register.filter
def of(words: Mapping[str, object], code: str) -> object:
    """The words of a code in a table of words; the code itself where it has none."""
    return words.get(code, code)


@register.simple_tag
def countdown(when: dt.datetime | None) -> SafeString | str:
    """How long it is until `when`, or since: in minutes, hours or days, marked in words and shape when it is near."""
    if when is None:
        return ""
    minutes = int((when - timezone.now()).total_seconds() // 60)
    state = "past" if minutes < 0 else "near" if minutes < SOON_HOURS * MINUTES_IN_HOUR else "far"
    words = _distance(abs(minutes))
    told = gettext("%(time)s ago") if minutes < 0 else gettext("in %(time)s")
    return format_html(
        '<time class="countdown countdown-{}" datetime="{}">{}</time>', state, when.isoformat(), told % {"time": words}
    )


def _distance(minutes: int) -> str:
    hours, rest = divmod(minutes, MINUTES_IN_HOUR)
    if hours >= HOURS_SHOWN_BELOW:
        days = hours // 24
        return ngettext("%(count)s day", "%(count)s days", days) % {"count": number(days)}
    if hours:
        return gettext("%(hours)s h %(minutes)s min") % {"hours": number(hours), "minutes": number(rest)}
    return gettext("%(minutes)s min") % {"minutes": number(rest)}


@register.filter
def role(code: Role | str) -> str:
    """A role's name in the reader's language; the code itself where it is none of ours."""
    return str(role_name(Role(code))) if code in set(Role) else str(code)


@register.filter
def act(code: str) -> str:
    """What an entry of the log says was done, in the reader's language."""
    return str(act_name(code))


@register.filter
def purpose(code: str) -> str:
    """A purpose of the law profile in the reader's language; the code itself where it is a deployment's own."""
    return str(purpose_name(code))


@register.simple_tag(takes_context=True)
def who(context: template.Context, reference: str) -> str:
    """A person who acted on the assessment side, as the reader of this page may have them; each is read once."""
    request = context["request"]
    known: dict[str, str] = request.__dict__.setdefault("people_called", {})
    if reference not in known:
        known.update(named_to(request.sitting.actor, [reference]))
    return known[reference]


@register.simple_tag(takes_context=True)
def here_with(context: template.Context, **changes: object) -> str:
    """This page's address with other values in its query; a value of None goes out, and the place in a list with it."""
    query = context["request"].GET.copy()
    query.pop("after", None)
    for name, value in changes.items():
        if value is None or value == "":
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}" if query else "?"
