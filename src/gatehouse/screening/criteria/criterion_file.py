"""Criterion files: one TOML file is one version of one criterion. Read strictly, and bounded before it is parsed.

Reading checks the form. Whether the criterion may be used is another question: `checking`.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

from gatehouse.screening.criteria.condition_file import condition
from gatehouse.screening.criteria.criterion import Case, Criterion, Exculpating, Retirement
from gatehouse.screening.criteria.errors import CriterionFileError
from gatehouse.screening.criteria.journey_json import strict_journey
from gatehouse.screening.criteria.tables import Table
from gatehouse.terms.saying import Saying

FILE_BYTES_MAX = 256 * 1024
CASES_MAX = 200
VERSION_MAX = 9_999
EXCULPATING_MAX = 20
_IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)
IDENTIFIER_MAX = 48
"""As many as the audit log takes in a reference (audit/references.csv)."""
KEYS = (
    "identifier", "version", "title", "purpose", "legal_basis", "author", "approver", "written", "review_by", "sunset",
    "blind_to", "triage", "condition", "case", "exculpating", "no_exculpating_reason", "retired",
)  # fmt: skip


def read_criterion(path: Path) -> Criterion:
    """The criterion in a file. Raises `CriterionFileError` for what is not one, `OSError` when it cannot be read."""
    with path.open("rb") as stream:
        content = stream.read(FILE_BYTES_MAX + 1)
    return parse_criterion(content, path.name)


def parse_criterion(content: bytes, file: str) -> Criterion:
    """The criterion of a file's bytes; `file` is its name for refusals."""
    if len(content) > FILE_BYTES_MAX:
        raise CriterionFileError(
            file, "size", Saying("is more than %(most)s bytes", most=FILE_BYTES_MAX), Saying("shorten it")
        )
    try:
        values = tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise CriterionFileError(
            file, f"byte {fault.start}", Saying("is no UTF-8"), Saying("save it as UTF-8")
        ) from fault
    except tomllib.TOMLDecodeError as fault:
        # The parser's own text quotes the file; only its position is passed on.
        place = re.search(r"line \d+", str(fault))
        raise CriterionFileError(
            file, place[0] if place else "end", Saying("is no TOML"), Saying("see docs/criteria.md")
        ) from fault
    except RecursionError as fault:
        raise CriterionFileError(file, "nesting", Saying("is nested too deep"), Saying("write it flatter")) from fault
    return _criterion(Table(values, file, "criterion"), hashlib.sha256(content).hexdigest())


def _criterion(table: Table, sha256: str) -> Criterion:
    table.only(*KEYS)
    return Criterion(
        identifier=_identifier(table),
        version=_version(table),
        title=table.text("title"),
        purpose=table.text("purpose"),
        legal_basis=table.text("legal_basis"),
        author=table.text("author"),
        approver=table.text("approver"),
        written=table.date("written"),
        review_by=table.date("review_by"),
        sunset=table.date("sunset"),
        blind_to=table.texts("blind_to"),
        triage=table.text("triage"),
        condition=condition(table.table("condition")),
        cases=_cases(table),
        exculpating=_exculpating(table),
        no_exculpating_reason=table.maybe_text("no_exculpating_reason"),
        retirement=_retirement(table),
        sha256=sha256,
    )


def _identifier(table: Table) -> str:
    found = table.text("identifier")
    if len(found) > IDENTIFIER_MAX or not _IDENTIFIER.fullmatch(found):
        raise table.refused(
            "identifier", Saying("is no identifier"), Saying("write small letters, digits and single hyphens")
        )
    return found


def _version(table: Table) -> int:
    found = table.whole("version")
    if not 1 <= found <= VERSION_MAX:
        raise table.refused(
            "version", Saying("is not from 1 to %(most)s", most=VERSION_MAX), Saying("count the versions from 1")
        )
    return found


def _cases(table: Table) -> tuple[Case, ...]:
    cases = []
    for number, case in enumerate(table.tables("case"), 1):
        if number > CASES_MAX:
            raise case.refused(
                "", Saying("is one of more than %(most)s", most=CASES_MAX), Saying("keep the telling ones")
            )
        expected = case.maybe_flag("expect")
        if expected is None:
            raise case.refused(
                "expect", Saying("is missing"), Saying("write true where the criterion should match, else false")
            )
        cases.append(Case(case.text("name"), expected, strict_journey(case, number)))
    return tuple(cases)


def _exculpating(table: Table) -> tuple[Exculpating, ...]:
    found = list(table.tables("exculpating"))
    if len(found) > EXCULPATING_MAX:
        raise table.refused(
            "exculpating", Saying("are more than %(most)s", most=EXCULPATING_MAX), Saying("join some with any")
        )
    for one in found:
        one.only("why", "condition")
    return tuple(Exculpating(one.text("why"), condition(one.table("condition"))) for one in found)


def _retirement(table: Table) -> Retirement | None:
    retired = table.maybe_table("retired")
    if not retired:
        return None
    retired.only("on", "reason")
    return Retirement(retired.date("on"), retired.text("reason"))
