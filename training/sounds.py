"""Learns the costs of sounds and writes them to `names/costs.csv`: `python training/sounds.py --data DIRECTORY`.

`DIRECTORY` holds `wd_*_dev.tsv` (CC0); the places of CLDR come with Babel. The same data and SEED give the same file.
Prints, for each script, the share of the reporting rows found at 1 % and 0.1 % of random negatives; wrong pairs in the
data count as missed.
"""

from __future__ import annotations

import argparse
import csv
import random
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from places import LANGUAGES, place_rows
from sound_model import Units, best_scores, encoded, learned
from sound_pairs import Row, across, mistyped, neighbours, respelled, rows_of, wade_giles

SEED = 20261121
OUT = Path(__file__).parents[1] / "src" / "gatehouse" / "names" / "costs.csv"
SCRIPTS = ("Arab", "Hebr", "Cyrl", "Hani", "Kana", "Hang")
MIXED, LATIN = "mixed", "Latn"
STRANGERS = 60_000
STRANGERS_WEIGHT, NEIGHBOURS_WEIGHT = 4.0, 1.0
"""What all random negatives, and all pairs one letter apart, weigh beside all true pairs."""
LATIN_SHIFT, ACROSS_SHIFT = 0.7, 1.0
"""Added to the constant: typing errors, and two scripts, make more pairs one letter apart than the data shows."""
POOLS = {"other": ("Cyrl", "Hebr"), "vowelless": ("Arab", "Hebr")}
"""Scripts that tables for scripts without data of their own are learned from."""
MISTYPED_SHARE = 0.25
HABITS = 1_500
"""Pairs of POOLS["other"] learned from beside the places of a script: places are spelled with more care than names."""
FLOOR = -8.0
"""No letter changed costs more, in nats: one odd letter must not outweigh a whole name."""
GAIN_MIN = 0.3
"""Nats by which a unit of two letters must be better than its letters one by one, to be written down."""
HEADER = (
    "# How letters of one spelling turn into those of another, in nats above chance. Made by training/sounds.py, seed "
    f"{SEED},",
    "# from name tokens of Wikidata (CC0): 'Latin and native spellings' of the COLING 2018 transliteration set.",
    f"# {', '.join(LANGUAGES)}: from names of places, languages and scripts of CLDR (Unicode-3.0) as well.",
    "# ours: letters of the Latin side; theirs: letters of the romanised native side; empty for none.",
    "# (floor): what a unit not listed scores; (weights): constant, per nat, per nat and letter of the likeness.",
)


class Pairs(NamedTuple):
    """Rows of both sides of pairs."""

    ours: NDArray[np.uint8]
    theirs: NDArray[np.uint8]


def _pairs(items: list[tuple[str, str]]) -> Pairs:
    return Pairs(encoded([one for one, _ in items]), encoded([other for _, other in items]))


def _strangers(pairs: Pairs, dice: np.random.Generator) -> Pairs:
    one, other = dice.integers(0, len(pairs.ours), STRANGERS), dice.integers(0, len(pairs.ours), STRANGERS)
    apart = (pairs.ours[one] != pairs.ours[other]).any(axis=1) & (pairs.theirs[one] != pairs.theirs[other]).any(axis=1)
    return Pairs(pairs.ours[one[apart]], pairs.theirs[other[apart]])


def _symmetric(scores: Units) -> Units:
    turned = scores.parted.transpose(1, 2, 0)
    merged = (scores.merged + turned) / 2
    return Units((scores.single + scores.single.T) / 2, merged, merged.transpose(2, 0, 1))


def _pruned(scores: Units) -> Units:
    """The scores with a floor, and without units of two letters that say no more than their letters."""
    single = np.maximum(scores.single, FLOOR)
    drop_ours, drop_theirs = single[:, 0], single[0, :]
    by_one = np.maximum(single[:, None, :] + drop_ours[None, :, None], drop_ours[:, None, None] + single[None, :, :])
    merged = np.where(scores.merged > by_one + GAIN_MIN, scores.merged, -np.inf)
    by_one = np.maximum(
        single[:, :, None] + drop_theirs[None, None, :], drop_theirs[None, :, None] + single[:, None, :]
    )
    parted = np.where(scores.parted > by_one + GAIN_MIN, scores.parted, -np.inf)
    return Units(single, merged, parted)


def _features(pairs: Pairs, scores: Units) -> NDArray[np.float64]:
    total = best_scores(pairs.ours, pairs.theirs, tuple(scores))
    return np.stack([total, total / np.maximum(pairs.ours[:, 0], pairs.theirs[:, 0])], axis=1)


def _calibrated(same: Pairs, strangers: Pairs, near: Pairs, scores: Units) -> list[float]:
    """Weights (constant, per nat, per nat and letter) of the log-odds that a pair is one name."""
    parts = [_features(pairs, scores) for pairs in (same, strangers, near)]
    # Pairs that score like strangers are the wrong ones of the data.
    parts[0] = parts[0][parts[0][:, 0] > np.quantile(parts[1][:, 0], 0.99)]
    shares = (1.0, STRANGERS_WEIGHT, NEIGHBOURS_WEIGHT)
    weights = np.concatenate([np.full(len(p), 1e4 * s / max(len(p), 1)) for p, s in zip(parts, shares, strict=True)])
    truth = np.concatenate([np.full(len(p), place == 0) for place, p in enumerate(parts)])
    model = LogisticRegression(C=10.0).fit(np.concatenate(parts), truth, sample_weight=weights)
    return [float(model.intercept_[0]), *map(float, model.coef_[0])]


def _near(rows: list[tuple[str, str]]) -> Pairs:
    """Pairs of a Latin name and the native spelling of another name one letter apart from it."""
    natives: dict[str, set[str]] = {}
    for latin, native in rows:
        natives.setdefault(latin, set()).add(native)
    found = []
    for one, other in neighbours([latin for latin, _ in rows]):
        if natives[one].isdisjoint(natives[other]):
            found += [(one, native) for native in sorted(natives[other])[:1]]
    return _pairs(found)


def _letters(*codes: int) -> str:
    return "".join(chr(96 + code) for code in codes if code)


def _table(name: str, scores: Units, weights: list[float]) -> list[list[str]]:
    lines = [[name, "(floor)", "", f"{FLOOR:.2f}"]]
    lines += [[name, "(weights)", str(place), f"{value:.4f}"] for place, value in enumerate(weights)]
    for a in range(27):
        for b in range(27):
            if scores.single[a, b] > FLOOR and (a or b):
                lines.append([name, _letters(a), _letters(b), f"{scores.single[a, b]:.2f}"])
    for a, b, c in np.argwhere(scores.merged > FLOOR):
        lines.append([name, _letters(a, b), _letters(c), f"{scores.merged[a, b, c]:.2f}"])
    for a, b, c in np.argwhere(scores.parted > FLOOR):
        lines.append([name, _letters(a), _letters(b, c), f"{scores.parted[a, b, c]:.2f}"])
    return lines


def _odds(pairs: Pairs, scores: Units, weights: list[float]) -> NDArray[np.float64]:
    return np.asarray(weights[0] + _features(pairs, scores) @ np.array(weights[1:]))


def _told(name: str, same: Pairs, scores: Units, dice: np.random.Generator) -> None:
    ours = best_scores(same.ours, same.theirs, tuple(scores))
    strangers = _strangers(same, dice)
    theirs = best_scores(strangers.ours, strangers.theirs, tuple(scores))
    recall = [100 * (ours > np.quantile(theirs, q)).mean() for q in (0.99, 0.999)]
    print(f"{name}: {len(ours)} reporting rows, recall {recall[0]:.1f} % at 1 %, {recall[1]:.1f} % at 0.1 %")


def _learn(name: str, items: list[tuple[str, str]], reporting: list[tuple[str, str]]) -> list[list[str]]:
    dice = np.random.default_rng(SEED)
    same = _pairs(items)
    scores = learned(*same)
    if name in (LATIN, MIXED):
        scores = _symmetric(scores)
    scores = _pruned(scores)
    weights = _calibrated(same, _strangers(same, dice), _near(items), scores)
    weights[0] += LATIN_SHIFT if name == LATIN else ACROSS_SHIFT
    _told(name, _pairs(reporting), scores, dice)
    even = [100 * (_odds(pairs, scores, weights) > 0).mean() for pairs in (same, _strangers(same, dice), _near(items))]
    print(f"  likelier one than two: same {even[0]:.1f} %, strangers {even[1]:.2f} %, one letter apart {even[2]:.1f} %")
    return _table(name, scores, weights)


def _cross(rows: list[Row], script: str) -> list[tuple[str, str]]:
    return [(row.latin, row.native) for row in rows if row.script in POOLS.get(script, (script,))]


def _with_typing_errors(pairs: list[tuple[str, str]], rows: list[Row]) -> list[tuple[str, str]]:
    dice = random.Random(SEED)
    words = sorted({row.latin for row in rows if len(row.latin) > 3})
    chosen = dice.sample(words, min(len(words), int(MISTYPED_SHARE * len(pairs))))
    wrong = [(word, mistyped(word, dice)) for word in chosen]
    return pairs + wrong + [(other, one) for one, other in wrong]


def _by_places(habits: list[tuple[str, str]]) -> list[list[str]]:
    """The tables of scripts that only places are spelled in."""
    places = place_rows()
    known, told = [r for r in places if not r.reporting], [r for r in places if r.reporting]
    return [line for s in LANGUAGES for line in _learn(s, _cross(known, s) + habits, _cross(told, s))]


def main() -> None:
    """Trains every table and writes them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    rows = rows_of(parser.parse_args().data)
    learn, report = [r for r in rows if not r.reporting], [r for r in rows if r.reporting]
    lines = [line for s in (*SCRIPTS, *POOLS) for line in _learn(s, _cross(learn, s), _cross(report, s))]
    lines += _by_places(random.Random(SEED).sample(_cross(learn, "other"), HABITS))
    lines += _learn(MIXED, across(learn), across(report))
    lines += _learn(LATIN, _with_typing_errors(respelled(learn) + wade_giles(SEED), learn), respelled(report))
    with OUT.open("w", encoding="utf-8", newline="") as out:
        out.write("".join(line + "\n" for line in HEADER))
        csv.writer(out, lineterminator="\n").writerows([["table", "ours", "theirs", "score"], *lines])
    print(f"{len(lines)} lines in {OUT.name}")


if __name__ == "__main__":
    main()
