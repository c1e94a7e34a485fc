"""The travellers of one piece of input, and the line that answers each: what every way of bulk screening shares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import BinaryIO

import orjson

from gatehouse.screening.intake.sensitive import Redacted
from gatehouse.screening.matching.name_findings import name_findings
from gatehouse.screening.matching.screener import Screener
from gatehouse.screening.matching.subject import subject_of
from gatehouse.screening.matching.table import looks_like_table, read_table
from gatehouse.screening.messages import read_messages
from gatehouse.screening.messages.json_form import Source, finding_json
from gatehouse.terms.candidate import Candidate, Found, Subject
from gatehouse.terms.finding import Finding

BATCH = 500
"""Travellers screened together. Where input cannot be read on, those before it in the same batch are not answered."""


class Kind(StrEnum):
    """How travellers are written."""

    TABLE = "table"
    MESSAGES = "messages"
    STORED = "stored"


@dataclass(frozen=True, slots=True)
class Asked:
    """One traveller to be screened: `number` counts travellers of the message, or rows of the table, from 1."""

    source: Source
    number: int
    subject: Subject
    findings: tuple[Finding, ...] = ()


def kind_of(beginning: bytes) -> Kind:
    """How the travellers of a file that begins so are written."""
    return Kind.TABLE if looks_like_table(beginning) else Kind.MESSAGES


def rows_asked(stream: BinaryIO, file: str, sha256: str, first: int = 1) -> Iterator[Asked]:
    """The travellers of a table, or of rows of it from number `first` on. Raises `TableError`."""
    source = Source(file, sha256, 0)
    for row in read_table(stream, first):
        findings = (*row.findings, *name_findings(row.subject.names, row.number))
        yield Asked(source, row.number, row.subject, findings)


def messages_asked(stream: BinaryIO, file: str, sha256: str) -> Iterator[Asked]:
    """The travellers of a file of messages. Raises `EdifactError`."""
    for index, reading in enumerate(read_messages(Redacted(stream))):
        source = Source(file, sha256, index)
        for number, traveller in enumerate(reading.travellers, start=1):
            subject = subject_of(traveller)
            yield Asked(source, number, subject, name_findings(subject.names, None))


def answered(asked: Iterator[Asked], screener: Screener) -> Iterator[tuple[Asked, Found]]:
    """Each traveller with what was found, in order."""
    while batch := list(islice(asked, BATCH)):
        yield from zip(batch, screener.find_many([one.subject for one in batch]), strict=True)


def json_line(asked: Asked, found: Found) -> bytes:
    """The contract's line for one traveller."""
    subject = asked.subject
    answer = {
        "source": asked.source.to_json(),
        "traveller": {
            "number": asked.number,
            "names": list(subject.names),
            "birth_date": subject.birth_date,
            "sex": subject.sex,
            "nationalities": list(subject.nationalities),
        },
        "findings": [finding_json(finding) for finding in asked.findings],
        "candidates": [candidate_json(candidate) for candidate in found.candidates],
        "left_out": list(found.left_out),
    }
    return orjson.dumps(answer, option=orjson.OPT_APPEND_NEWLINE)


def candidate_json(candidate: Candidate) -> dict[str, object]:
    """The contract's object for one candidate."""
    return {
        "list": candidate.list,
        "entry_id": candidate.entry_id,
        "entry_name": candidate.entry_name,
        "score": round(candidate.score, 4),
        "above_threshold": candidate.above_threshold,
        "explanation": [reason._asdict() for reason in candidate.explanation],
        "engine": candidate.engine,
        "threshold": candidate.threshold,
    }
