"""The committed figures of an earlier run, and how today's differ. They inform and never assert."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

import figures

FILE = Path(__file__).with_name("baselines") / "accuracy.json"
CHANGED_MIN = 0.0005
"""Smaller differences are not shown."""

Nested = Mapping[str, "Nested | float | int | str | None"]


def _flat(tree: Nested, above: str = "") -> Iterator[tuple[str, float]]:
    for key, value in tree.items():
        path = f"{above} / {key}" if above else key
        if isinstance(value, Mapping):
            yield from _flat(value, path)
        elif isinstance(value, int | float):
            yield path, float(value)


def _plain_numbers(tree: Nested) -> Nested:
    """NaN is not JSON: it becomes null. Four decimals are more than the rows carry."""
    made: dict[str, Nested | float | int | str | None] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            made[key] = _plain_numbers(value)
        elif isinstance(value, float):
            made[key] = None if math.isnan(value) else round(value, 4)
        else:
            made[key] = value
    return made


def write(about: Nested, sections: Nested) -> None:
    """Replace the sections measured in this run; those of other runs stay, each with what it was measured with."""
    kept: dict[str, object] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    for name, found in sections.items():
        kept[name] = {"about": about, "figures": _plain_numbers(found)} if isinstance(found, Mapping) else found
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps(kept, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    print(f"\nwritten: {', '.join(sections)} in {FILE.name}")


def _section(name: str, about: Nested, before: Nested, now: Nested) -> None:
    then, since = before["about"], before["figures"]
    assert isinstance(then, Mapping)
    assert isinstance(since, Mapping)
    unlike = [key for key in sorted(about) if about[key] != then.get(key)]
    said = ", ".join(f"{key} {then.get(key)} → {about[key]}" for key in unlike)
    old = dict(_flat(since))
    rows = [
        (path, f"{old[path]:.4f}", f"{value:.4f}", f"{value - old[path]:+.4f}")
        for path, value in _flat(_plain_numbers(now))
        if path in old and abs(value - old[path]) >= CHANGED_MIN
    ]
    title = f"{name}: beside the baseline" + (f" (not the same run: {said})" if said else "")
    if rows:
        figures.show(title, ("figure", "baseline", "now", "difference"), rows)
    else:
        print(f"\n{title}: no difference")


def compare(about: Nested, sections: Nested) -> None:
    """Print every figure that differs from the committed one, and which settings differ."""
    if not FILE.exists():
        print("\nno baseline yet: write one with --baseline write")
        return
    committed: Nested = json.loads(FILE.read_text(encoding="utf-8"))
    for name, now in sections.items():
        before = committed.get(name)
        if isinstance(before, Mapping) and isinstance(now, Mapping):
            _section(name, about, before, now)
        else:
            print(f"\n{name}: not in the baseline")
