"""An answer as a value: held to the kind of its question, in one canonical form that JSON keeps.

A code is a text, a number `{"value": "12.5", "unit": "percent", "year": 2026}`, a day ISO 8601, a document its SHA-256
and name. What does not fit is refused with what would; the refusal never repeats what was given.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from gatehouse.assessment.questions.errors import AnswerError
from gatehouse.assessment.questions.question import Kind, Question
from gatehouse.measures.live_number import LiveNumber
from gatehouse.terms.saying import Saying

TEXT_CHARS_MAX = 20_000
DIGITS_MAX = 20
YEARS = (2001, 2100)
"""Resolution 1373 is of 2001; nothing that is asked here was counted before."""
CITED_MAX = 10
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
Value = str | dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Given:
    """A value in its canonical form, remarks in words, and live numbers that speak for it."""

    value: Value
    remarks: str = ""
    cited: tuple[LiveNumber, ...] = field(default=())

    def said(self) -> tuple[Value, str, tuple[LiveNumber, ...]]:
        """What makes two answers the same."""
        return self.value, self.remarks, self.cited


def given(question: Question, value: object, remarks: str = "", cited: tuple[LiveNumber, ...] = ()) -> Given:
    """The answer, checked. Raises `AnswerError` where it does not answer the question."""
    if len(remarks) > TEXT_CHARS_MAX or len(cited) > CITED_MAX:
        raise AnswerError(
            Saying(
                "remarks have at most %(most)s characters, and cite at most %(most_2)s numbers",
                most=TEXT_CHARS_MAX,
                most_2=CITED_MAX,
            )
        )
    return Given(_READ[question.kind](question, value), storable(remarks).strip(), cited)


def storable(text: str) -> str:
    """The text without what no database keeps: NUL and halves of characters. Line ends are one sign."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return whole.encode("utf-8", errors="replace").decode("utf-8")


def _code(question: Question, value: object) -> Value:
    if isinstance(value, str) and value.strip() in question.options:
        return value.strip()
    raise AnswerError(Saying("answer with one of %(choices)s", choices=", ".join(question.options)))


def _number(question: Question, value: object) -> Value:
    unit = question.unit
    if unit is None:
        raise AnswerError(Saying("the question takes no number"))
    told = value if isinstance(value, dict) else {"value": value}
    if told.get("unit", unit.code) != unit.code:
        raise AnswerError(Saying("give the number in %(en)s", en=unit.en))
    number = _decimal(told.get("value"))
    if number is None or not unit.least <= number <= unit.most:
        raise AnswerError(
            Saying(
                "give a number between %(least)s and %(most)s (%(en)s), in digits",
                least=unit.least,
                most=unit.most,
                en=unit.en,
            )
        )
    found: dict[str, str | int] = {"value": str(number.normalize() + 0), "unit": unit.code}
    if (year := told.get("year")) not in (None, ""):
        found["year"] = _year(year)
    if "E" in str(found["value"]):
        found["value"] = f"{number:f}"
    return found


def _decimal(value: object) -> Decimal | None:
    text = str(value).strip() if isinstance(value, str | int | float | Decimal) and not isinstance(value, bool) else ""
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) or len(text) > DIGITS_MAX:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _year(value: object) -> int:
    text = str(value).strip()
    if text.isascii() and text.isdigit() and YEARS[0] <= int(text) <= YEARS[1]:
        return int(text)
    raise AnswerError(Saying("the year of a number lies between %(first)s and %(last)s", first=YEARS[0], last=YEARS[1]))


def _date(question: Question, value: object) -> Value:
    del question  # a day is a day
    try:
        day = dt.date.fromisoformat(str(value).strip()) if not isinstance(value, dt.date) else value
    except ValueError:
        raise AnswerError(Saying("give the day as YYYY-MM-DD")) from None
    day = day.date() if isinstance(day, dt.datetime) else day
    if not 1945 <= day.year <= YEARS[1]:
        raise AnswerError(Saying("the day lies between 1945 and %(last)s", last=YEARS[1]))
    return day.isoformat()


def _text(question: Question, value: object) -> Value:
    del question  # any words
    if not isinstance(value, str) or not storable(value).strip() or len(value) > TEXT_CHARS_MAX:
        raise AnswerError(Saying("answer in words, at most %(most)s characters", most=TEXT_CHARS_MAX))
    return storable(value).strip()


def _document(question: Question, value: object) -> Value:
    del question  # any file
    told = value if isinstance(value, dict) else {}
    sha256, name = str(told.get("sha256", "")), storable(str(told.get("name", ""))).strip()
    if not _SHA256.fullmatch(sha256) or not name or len(name) > 200:
        raise AnswerError(Saying("a document is given by its SHA-256 and a name of at most 200 characters"))
    return {"sha256": sha256, "name": name}


_READ = {
    Kind.SCALE: _code,
    Kind.STAGE: _code,
    Kind.NUMBER: _number,
    Kind.DATE: _date,
    Kind.TEXT: _text,
    Kind.DOCUMENT: _document,
}


def shown(question: Question, value: Value, language: str = "en") -> str:
    """The value in words for people."""
    if isinstance(value, str):
        option = question.options.get(value)
        return (option.zh if language.startswith("zh") else option.en) if option else value
    if "sha256" in value:
        return f"{value['name']} ({str(value['sha256'])[:12]})"
    unit = question.unit
    of = (unit.zh if language.startswith("zh") else unit.en) if unit else str(value["unit"])
    return f"{value['value']} {of}" + (f" ({value['year']})" if "year" in value else "")
