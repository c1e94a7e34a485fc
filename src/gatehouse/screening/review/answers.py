"""What a person can answer, and the closed list of reasons for each answer (`reasons.csv`)."""

from __future__ import annotations

import csv
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from gatehouse.screening.review.errors import AnswerError, TableError
from gatehouse.terms.saying import Saying

TEXT_MAX = 3500
"""Characters that a person may write: with the reason before it, what a confirmed match keeps of its grounds."""


class Answer(StrEnum):
    """The three things that can be said of a traveller beside a list entry, and what may be asked later."""

    NOT_SAME = "not-same"
    SAME = "same"
    CANNOT_TELL = "cannot-tell"
    REOPEN = "reopen"


class Reason(NamedTuple):
    """One reason of the closed list. `wants_text`: the code alone says too little."""

    answer: Answer
    code: str
    says: str
    wants_text: bool


@lru_cache(maxsize=1)
def reasons() -> dict[tuple[Answer, str], Reason]:
    """Every reason, by answer and code, in the order in which they are offered."""
    text = resources.files(__package__).joinpath("reasons.csv").read_text(encoding="utf-8")
    found = {}
    for row in csv.DictReader(text.splitlines()):
        if row["text"] not in ("optional", "needed") or not row["says"]:
            raise TableError(f"reasons.csv: {row['code']} is not understood", "write optional or needed, and words")
        reason = Reason(Answer(row["answer"]), row["code"], row["says"], row["text"] == "needed")
        found[reason.answer, reason.code] = reason
    return found


def reasons_for(answer: Answer) -> list[Reason]:
    """The reasons that are offered for an answer."""
    return [reason for reason in reasons().values() if reason.answer is answer]


def checked(answer: Answer, code: str, text: str) -> Reason:
    """The reason that was given. AnswerError for one of another answer, or where words are missing or too many."""
    reason = reasons().get((answer, code))
    if reason is None:
        offered = ", ".join(one.code for one in reasons_for(answer))
        raise AnswerError(
            Saying("this is no reason for the answer %(answer)s", answer=answer),
            Saying("choose one of %(offered)s", offered=offered),
        )
    if reason.wants_text and not text.strip():
        raise AnswerError(
            Saying("the reason %(code)s needs words of your own", code=code),
            Saying("write what was compared and what was found"),
        )
    if len(text) > TEXT_MAX:
        raise AnswerError(Saying("the text has more than %(most)s characters", most=TEXT_MAX), Saying("shorten it"))
    if "\x00" in text:
        raise AnswerError(Saying("the text holds a NUL"), Saying("take it out"))
    return reason
