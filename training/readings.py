"""Writes the reading tables of Han names: `names/han.csv` (one character) and `names/japanese.csv` (name parts).

    python training/readings.py --unihan Unihan_Readings.txt --variants Unihan_Variants.txt --unidic sys.dic

Sources, both needed at build time only:
  Unihan (Unicode licence): files of the Unicode Character Database, plain or .bz2 (in Debian's `unicode-data`).
  UniDic-MeCab 2.1.2 (BSD licence of three offered): `unidic_lite/dicdir/sys.dic` in the sdist `unidic-lite`.

Only single name parts are taken (the dictionary's surnames and given names), never full names.
"""

from __future__ import annotations

import argparse
import bz2
import csv
import re
import struct
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from gatehouse.names.kana import hepburn

TABLES = Path(__file__).resolve().parent.parent / "src" / "gatehouse" / "names"
READINGS_KEPT = 2
"""Readings of one written name part that are kept, the dictionary's cheapest (usual) first."""
RARITY_SPAN = 2500
"""How much dearer (MeCab word cost) a second reading may be than the first and still be kept."""
KINDS = {"姓": "surname", "名": "given"}
HAN = re.compile(r"[\u3400-\u9fff\u3005\u30f6\u30b1\u30ce]+")
HEADER = struct.Struct("<10I32x")
WORD = struct.Struct("<HHHhII")


def _lines(path: Path) -> Iterator[tuple[str, str, str]]:
    text = bz2.decompress(path.read_bytes()).decode() if path.suffix == ".bz2" else path.read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("U+"):
            code, field, value = line.split("\t")
            yield chr(int(code[2:], 16)), field, value


def _traditional(path: Path) -> dict[str, str]:
    """Simplified character → its traditional form, where there is one that differs."""
    pairs = {c: v.split()[0] for c, field, v in _lines(path) if field == "kTraditionalVariant"}
    return {c: chr(int(code[2:], 16)) for c, code in pairs.items() if chr(int(code[2:], 16)) != c}


def _hangul(value: str) -> str:
    # a name's reading first where Unihan marks one (N), else an educational one (E)
    readings = [item.split(":") for item in value.split()]
    return sorted(readings, key=lambda item: ("N" not in item[1], "E" not in item[1]))[0][0]


def characters(readings: Path, variants: Path) -> list[tuple[str, str, str]]:
    """Rows (characters, Jyutping without tone, Hangul), grouped by equal readings."""
    cantonese, korean = {}, {}
    for char, field, value in _lines(readings):
        if field == "kCantonese":
            cantonese[char] = re.sub(r"\d", "", value.split()[0])
        elif field == "kHangul":
            korean[char] = _hangul(value)
    for simple, full in _traditional(variants).items():
        if full in korean:
            korean.setdefault(simple, korean[full])
    grouped: dict[tuple[str, str], list[str]] = defaultdict(list)
    # a character without a Korean reading is too rare for a name; Mandarin reads it
    for char in sorted(korean):
        if len(char.encode("utf-16-le")) == 2 and HAN.fullmatch(char):
            grouped[cantonese.get(char, ""), korean[char]].append(char)
    return [("".join(chars), *key) for key, chars in sorted(grouped.items())]


def _dictionary(path: Path) -> Iterator[tuple[int, list[str]]]:
    data = path.read_bytes()
    _, _, _, _, _, _, double_array, words, _, _ = HEADER.unpack_from(data)
    start = HEADER.size + double_array
    for *_, cost, feature, _ in WORD.iter_unpack(data[start : start + words]):
        at = start + words + feature
        yield cost, data[at : data.index(b"\0", at)].decode().split(",")


def japanese(path: Path) -> list[tuple[str, str, str, str]]:
    """Rows (kind, rank, reading, written parts), grouped by equal readings; rank 1 is the usual reading."""
    costs: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for cost, features in _dictionary(path):
        if features[2] == "人名" and features[3] in KINDS and HAN.fullmatch(features[8]):
            reading = hepburn(features[9])
            kept = costs[KINDS[features[3]], features[8]]
            kept[reading] = min(cost, kept.get(reading, cost))
    grouped: dict[tuple[str, int, str], list[str]] = defaultdict(list)
    for (kind, written), readings in costs.items():
        ordered = sorted(readings, key=lambda reading: (readings[reading], reading))[:READINGS_KEPT]
        for rank, reading in enumerate(ordered, 1):
            if readings[reading] - readings[ordered[0]] <= RARITY_SPAN:
                grouped[kind, rank, reading].append(written)
    return [
        (kind, str(rank), reading, " ".join(sorted(found))) for (kind, rank, reading), found in sorted(grouped.items())
    ]


def _write(name: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    with (TABLES / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main() -> None:
    """Reads the sources named on the command line and writes both tables beside the code that reads them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("unihan", "variants", "unidic"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args()
    _write("han.csv", ("characters", "cantonese", "korean"), [*characters(given.unihan, given.variants)])
    _write("japanese.csv", ("kind", "rank", "reading", "written"), [*japanese(given.unidic)])


if __name__ == "__main__":
    main()
