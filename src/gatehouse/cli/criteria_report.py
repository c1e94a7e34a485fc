"""A report of a criterion as people read it on a terminal."""

from __future__ import annotations

from itertools import groupby

from rich.table import Table

from gatehouse.cli.console import OUT, plain
from gatehouse.measures.proportion import Proportion
from gatehouse.screening.criteria.report import GroupRow, Proxy, Report
from gatehouse.screening.criteria.report_json import PER

WITHHELD = "withheld"
ROWS_MAX = 12
"""Groups of a dimension that are printed, those hit most beside others first; the kept report has all."""


def show(report: Report) -> None:
    """Print the report: the two rates first, then what is flagged, then the groups and the proxies."""
    OUT.print(plain(f"{report.identifier} {report.version} ({report.sha256[:12]}) on {report.history}"))
    days = f", departing {report.first_day} to {report.last_day}" if report.first_day else ""
    OUT.print(plain(f"{report.travellers} travellers{days}"))
    OUT.print(f"  expected hits per {PER:,} travellers        {_rate(report.hits)}")
    OUT.print(f"  expected false hits per {PER:,} travellers  {_rate(report.false_hits)}")
    known = f"{report.confirmed} confirmed, {report.cleared} cleared, {report.unlabelled} without outcome"
    OUT.print(f"  {report.hits.count} hits: {known}; those without outcome are counted as false")
    OUT.print(f"  {report.silenced} silenced by an exculpating condition; {report.not_known} could not be judged")
    for flag in report.flags:
        OUT.print(f"  [bold]to be answered:[/] {plain(flag)}")
    OUT.print(_groups(report))
    OUT.print(_proxies(report))


def _rate(of: Proportion) -> str:
    low, high = (PER * end for end in of.interval)
    return f"{PER * of.rate:.1f}, 95 % interval {low:.1f} to {high:.1f} (design effect {of.design_effect:.1f})"


def _groups(report: Report) -> Table:
    table = Table("group", "", "travellers", "hits", "false", "ratio to all others", box=None)
    for _, of in groupby(report.disparity, key=lambda row: row.dimension):
        rows = sorted(of, key=_ratio, reverse=True)
        for row in rows[:ROWS_MAX]:
            table.add_row(row.dimension, plain(row.group), *_cells(row))
        if len(rows) > ROWS_MAX:
            table.add_row("", f"… {len(rows) - ROWS_MAX} more")
    table.caption = f"rows that would tell of fewer than {report.k} people are withheld, and as many as hide them"
    return table


def _ratio(row: GroupRow) -> tuple[bool, float]:
    return row.is_flagged, row.ratio.value if row.ratio else 0.0


def _cells(row: GroupRow) -> tuple[str, str, str, str]:
    if row.travellers is None:
        return WITHHELD, "", "", ""
    false = "not told" if row.false_hits is None else str(row.false_hits)
    if not row.ratio:
        return str(row.travellers), str(row.hits), false, "nothing to compare"
    low, high = row.ratio.interval
    mark = "  flagged" if row.is_flagged else ""
    return str(row.travellers), str(row.hits), false, f"{row.ratio.value:.2f} ({low:.2f} to {high:.2f}){mark}"


def _proxies(report: Report) -> Table:
    table = Table("what is asked", "goes with", "finding", "Cramér's V", "p", "more often in", box=None)
    for one in report.proxies:
        table.add_row(plain(one.asked), one.dimension, one.finding, *_measured(one), " ".join(one.groups_above))
    return table


def _measured(proxy: Proxy) -> tuple[str, str]:
    if proxy.strength is None or proxy.p_value is None:
        return "", ""
    return f"{proxy.strength:.2f}", f"{proxy.p_value:.4f}"
