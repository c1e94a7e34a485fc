"""How `gatehouse texts compare` shows what became of each paragraph."""

from __future__ import annotations

from collections import Counter

from gatehouse.assessment.obligations.texts.comparison import CHANGES, Change, Comparison, Difference
from gatehouse.assessment.obligations.texts.comparison_json import to_json
from gatehouse.cli.console import OUT, plain, write_json

STYLES = {
    "carried": "dim",
    "amended": "yellow",
    "split": "magenta",
    "merged": "magenta",
    "new": "green",
    "lapsed": "red",
}
AROUND_CHARS = 24
"""Of words that are the same, so many characters are shown beside those that changed."""


def write_comparison(comparison: Comparison) -> None:
    """The comparison as JSON."""
    write_json(to_json(comparison))


def show_comparison(comparison: Comparison, words: bool) -> None:
    """The comparison for people: one line for each change, the changed words under it, the counts at the end."""
    for change in comparison.changes:
        OUT.print(_line(change))
        if words and change.differences and change.kind != "carried":
            OUT.print("    " + "".join(_shown(difference) for difference in change.differences))
    for body, number, years in comparison.years_differ:
        OUT.print(f"[yellow]warning[/] {body} {number} is cited with different years: {', '.join(map(str, years))}")
    counts = Counter(change.kind for change in comparison.changes)
    OUT.print(", ".join(f"{counts[kind]} {kind}" for kind in CHANGES))


def _line(change: Change) -> str:
    before = " ".join(map(str, change.before)) or "–"
    after = " ".join(map(str, change.after)) or "–"
    alike = f"  {change.similarity:.2f}" if change.similarity is not None else ""
    return f"[{STYLES[change.kind]}]{change.kind:8}[/] {before:>5} → {after:<8}{alike}"


def _shown(difference: Difference) -> str:
    if difference.same:
        long = len(difference.same) > 2 * AROUND_CHARS
        text = f"{difference.same[:AROUND_CHARS]} … {difference.same[-AROUND_CHARS:]}" if long else difference.same
        return f"[dim]{plain(text)}[/]"
    gone = f"[red strike][-{plain(difference.before)}-][/]" if difference.before else ""
    come = f"[green]{{+{plain(difference.after)}+}}[/]" if difference.after else ""
    return gone + come
