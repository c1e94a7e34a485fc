"""Counts how common the parts of names are: `python training/frequencies.py --data DIR` → `names/frequencies.csv`.

Sources: the name lists of Faker (MIT), weighted where Faker weighs them; the counts of `wd_*_dev.tsv` in DIR (CC0),
both spellings; `common.csv` beside this, by hand, for what these do not know. Only single words are counted, by their
fold, in parts per million. The same data give the same file.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import faker.providers.person as persons

from gatehouse.names.cleaning import clean, words_of
from gatehouse.names.commonness import RARE, log_weight
from gatehouse.names.romanise import romanise
from gatehouse.names.script import LATIN
from gatehouse.names.token import token

NAMES = Path(__file__).parents[1] / "src" / "gatehouse" / "names"
LISTS = ("first_names", "first_names_male", "first_names_female", "last_names", "last_names_male", "last_names_female")
WEIGHTED_SHARE, UNWEIGHTED_SHARE = 0.05, 0.01
"""What part of its own people's frequency a name has among all travellers; less where Faker does not weigh its list."""
NATIVE_SHARE = 0.3
"""The same for native spellings: a file tells of one script only."""
FILES = ("arabic", "hebrew", "russian", "chinese", "katakana", "korean")
PPM_MIN = 15
Shares = dict[str, float]


def _folds(word: str) -> list[str]:
    read = (item for part in words_of(clean(word)) for item in romanise(part, False)[:1])
    return [token(r.text, r.script or LATIN, r.syllables).fold for r in read if len(r.text) > 1]


def _shared_out(names: Mapping[str, float], share: float) -> Shares:
    total = sum(names.values())
    found: Shares = defaultdict(float)
    for name, weight in names.items():
        # The words of a name of several count one by one.
        for folded in _folds(name):
            found[folded] += share * weight / total
    return found


def _faker_lists() -> Iterable[tuple[Mapping[str, float], float]]:
    for module in sorted(iter_modules(persons.__path__), key=lambda m: m.name):
        provider = import_module(f"{persons.__name__}.{module.name}").Provider
        for kind in LISTS:
            names = getattr(provider, kind, ())
            if isinstance(names, Mapping):
                yield {str(k): float(v) for k, v in names.items()}, WEIGHTED_SHARE
            elif isinstance(names, Sequence) and names:
                yield dict.fromkeys(map(str, names), 1.0), UNWEIGHTED_SHARE


def _counted(paths: list[Path], side: int, share: float) -> Shares:
    counts: dict[str, float] = defaultdict(float)
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            # A pair met once may be a wrong one, and says that the name is rare.
            if int(fields[2]) > 1:
                counts[fields[side].replace(" ", "")] += int(fields[2])
    return _shared_out(counts, share)


def _by_hand() -> Shares:
    text = (Path(__file__).parent / "common.csv").read_text(encoding="utf-8")
    found: Shares = {}
    for row in csv.DictReader(text.splitlines()):
        for name in row["names"].split():
            found.setdefault(token(name).fold, RARE ** float(row["weight"]))
    return found


def main() -> None:
    """Writes the table, the commonest first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    tables = [_by_hand(), *(_shared_out(names, share) for names, share in _faker_lists())]
    files = [data / f"wd_{name}_dev.tsv" for name in FILES]
    tables += [_counted(files, 0, 1.0), *(_counted([file], 1, NATIVE_SHARE) for file in files)]
    best: Shares = defaultdict(float)
    for table in tables:
        for folded, share in table.items():
            best[folded] = max(best[folded], share)
    rows = sorted(((round(1e6 * share), folded) for folded, share in best.items()), key=lambda r: (-r[0], r[1]))
    kept = [(folded, ppm) for ppm, folded in rows if ppm >= PPM_MIN and folded]
    with (NAMES / "frequencies.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([("fold", "ppm"), *kept])
    print(
        f"{len(kept)} folds; the commonest weighs {log_weight(kept[0][1]):.2f}, the last {log_weight(kept[-1][1]):.2f}"
    )


if __name__ == "__main__":
    main()
