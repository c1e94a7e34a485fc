"""A candidate in plain words, for an analyst.

The words are `explanations.csv`: a code of feature and outcome, and its text. Another language is another such table;
nothing here or in the reasons would change.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from gatehouse.terms.candidate import Candidate, Reason

TABLE = Path(__file__).with_name("explanations.csv")
REASONS_SAID_MAX = 8
WORTH_SAYING = 0.05
"""Log-odds below which a reason changes nothing an analyst would notice."""
NOTED = ("name-remark", "names-ignored", "handling")
"""Reasons that weigh nothing and are said all the same."""
DEGREES = ((3.0, "degree.3"), (1.5, "degree.2"), (0.0, "degree.1"))
"""Log-odds from which a reason speaks strongly, clearly or weakly."""


@lru_cache(maxsize=8)
def messages(table: Path = TABLE) -> dict[str, str]:
    """Code → text of one language."""
    with table.open(encoding="utf-8", newline="") as stream:
        return {row["code"]: row["text"] for row in csv.DictReader(stream)}


def code_of(reason: Reason) -> str:
    """The code of the text that tells `reason`: of its feature and outcome, else of the feature."""
    exact = f"{reason.feature}.{reason.outcome.replace(' ', '-')}"
    return exact if exact in messages() else reason.feature


def _said(reason: Reason, table: dict[str, str]) -> str:
    text = _text(reason, table)
    degree = next(code for least, code in DEGREES if abs(reason.weight) >= least)
    side = "side.for" if reason.weight > 0 else "side.against"
    # Where text and how are the same words, once is enough.
    said = table["said.plain" if text == reason.how else "said"]
    return said.format(text=text, how=reason.how, degree=table[degree], side=table[side])


def _text(reason: Reason, table: dict[str, str]) -> str:
    values = " / ".join(value for value in (reason.traveller, reason.entry) if value)
    return table[code_of(reason)].format(
        traveller=reason.traveller or "—", entry=reason.entry or "—", values=values, outcome=reason.outcome
    )


def _note(reason: Reason, table: dict[str, str]) -> str:
    return table["note"].format(text=_text(reason, table), how=reason.how)


def sentence(candidate: Candidate) -> str:
    """One sentence: the score, whether it is above the threshold, and each reason that mattered, strongest first."""
    table = messages()
    told = [r for r in candidate.explanation if abs(r.weight) >= WORTH_SAYING and r.feature != "starting-point"]
    because = "; ".join(_said(reason, table) for reason in told[:REASONS_SAID_MAX])
    # Said as well, because an analyst can ask for what was not known.
    missing = [table[f"feature.{r.feature}"] for r in candidate.explanation if r.outcome == "missing"]
    notes = "; ".join(_note(r, table) for r in candidate.explanation if r.feature in NOTED)
    return table["sentence"].format(
        whom=f"{candidate.entry_name} ({candidate.list})",
        score=f"{candidate.score:.2f}",
        place=table["place.above" if candidate.above_threshold else "place.below"],
        because=because or table["because.nothing"],
        lacking=table["lacking"].format(features=", ".join(missing)) if missing else "",
        noted=table["noted"].format(notes=notes) if notes else "",
    )
