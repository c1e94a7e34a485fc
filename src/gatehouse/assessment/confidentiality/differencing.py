"""Whether a new table and an earlier one, subtracted from each other, would tell of a few States.

Of two published groups the States that are in only one of them can be told from the difference of their counts. So a
group is withheld when it differs from a published one, with which it shares States, by fewer than k.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def too_close(groups: Mapping[str, frozenset[str]], published: Iterable[frozenset[str]], k: int) -> frozenset[str]:
    """The names of the groups that must be withheld because of what is published already."""
    before = [group for group in published if group]
    return frozenset(name for name, group in groups.items() if any(_is_close(group, one, k) for one in before))


def _is_close(group: frozenset[str], one: frozenset[str], k: int) -> bool:
    # The sizes are asked first: most groups of a survey are told apart by them alone.
    return abs(len(group) - len(one)) < k and 0 < len(group ^ one) < k and not group.isdisjoint(one)
