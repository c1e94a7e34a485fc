"""How far the reader of resolutions holds when a text's layout is spoilt, and what reading costs.

    python bench/texts.py FOLDER          # a folder of texts of resolutions (UTF-8)
    python bench/texts.py FOLDER akomantoso30.xsd   # and how many are valid by OASIS's schema, once written as XML

Each text is read as it is; then its own paragraphs are laid out anew in the ways that texts reach us (`LAYOUTS`) and
read again. Printed for each layout: paragraphs that came back unchanged but for spaces, of all. A text whose paragraphs
were wrong to begin with is compared with the same wrong ones: only the layout is measured here.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from gatehouse.assessment.obligations.texts import TextError
from gatehouse.assessment.obligations.texts.akoma import to_akoma
from gatehouse.assessment.obligations.texts.paragraph import OPERATIVE, PREAMBULAR, ResolutionText
from gatehouse.assessment.obligations.texts.reading import read_string
from gatehouse.assessment.obligations.texts.tables import rows

RUNS = 5
ORGANS = {
    ("SC", "zh"): "安全理事会，",
    ("GA", "zh"): "大会，",
    ("SC", "en"): "The Security Council,",
    ("GA", "en"): "The General Assembly,",
}
TRADITIONAL = str.maketrans({row["simplified"]: row["traditional"] for row in rows("traditional")})
FULL_WIDTH = str.maketrans({code: code + 0xFEE0 for code in (*range(0x30, 0x3A), 0x28, 0x29)})


def blocks_of(text: ResolutionText) -> list[str]:
    """A text as blocks: the organ, preambular paragraphs, headings, numbered paragraphs."""
    found = [ORGANS.get((text.organ or "GA", text.language), "大会，"), *(p.text for p in text.of_kind(PREAMBULAR))]
    section = None
    for paragraph in text.of_kind(OPERATIVE):
        if paragraph.section != section and paragraph.section:
            found.append(paragraph.section)
        section = paragraph.section
        found.append(f"{paragraph.number}. {paragraph.text}")
    return found


def wrapped(block: str, columns: int) -> list[str]:
    """A block broken at a width, never before a mark."""
    lines, line, used = [], "", 0
    for piece in re.findall(r"[A-Za-z0-9/().,;:'’-]+\s?|.", block):
        wide = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in piece)
        if used + wide > columns and piece not in "，；。、：》”）":
            lines.append(line)
            line, used = "", 0
        line, used = line + piece, used + wide
    return [*lines, line]


def apart(columns: int) -> Callable[[list[str]], str]:
    """Wrapped, with blank lines between paragraphs."""
    return lambda blocks: "\n\n".join("\n".join(wrapped(block, columns)) for block in blocks)


def indented(columns: int, gap: str) -> Callable[[list[str]], str]:
    """Wrapped, each paragraph with an indent, `gap` between lines."""
    return lambda blocks: gap.join(gap.join(wrapped("  " + block, columns)) for block in blocks)


def dense(columns: int) -> Callable[[list[str]], str]:
    """Wrapped, with neither blank lines nor indents: the hardest."""
    return lambda blocks: "\n".join("\n".join(wrapped(block, columns)) for block in blocks)


def paged(columns: int, height: int) -> Callable[[list[str]], str]:
    """Wrapped and apart, cut into pages with heads and feet."""

    def layout(blocks: list[str]) -> str:
        lines = apart(columns)(blocks).split("\n")
        pages = [lines[at : at + height] for at in range(0, len(lines), height)]
        return "\n".join(
            "\n".join(["S/RES/9001 (2031)", "", *page, "", f"31-04711 {number}/{len(pages)}"])
            for number, page in enumerate(pages, start=1)
        )

    return layout


def noisy(blocks: list[str]) -> str:
    """Links, page numbers and form feeds between the lines of paragraphs."""
    dice, found = random.Random(7), []
    for block in blocks:
        for line in wrapped(block, 76):
            found.append(line)
            if dice.random() < 0.1 and not line.rstrip().endswith((",", ";", "，", "；", ".", "。")):
                found += dice.choice((["https://undocs.org/S/RES/1"], ["", "- 7 -", ""], ["第 3 页"], ["\f"]))
        found.append("")
    return "\n".join(found)


LAYOUTS: dict[str, Callable[[list[str]], str]] = {
    "a paragraph a line": "\n\n".join,
    "no blank lines": "\n".join,
    "wrapped, apart": apart(72),
    "wrapped narrow, apart": apart(38),
    "wrapped, indented": indented(74, "\n"),
    "double-spaced, indented": indented(72, " \n\n"),
    "pages": paged(74, 40),
    "short pages": paged(74, 11),
    "noise between lines": noisy,
    "full-width digits": lambda blocks: "\n\n".join(blocks).translate(FULL_WIDTH),
    "traditional characters": lambda blocks: "\n\n".join(blocks).translate(TRADITIONAL),
    "wrapped, no sign at all": dense(72),
}


def bare(text: str) -> str:
    """A text for comparing: no spaces, halved, simplified."""
    back = {value: key for key, value in TRADITIONAL.items()}
    table = {ord(v) if isinstance(v, str) else v: k for v, k in back.items()}
    halved = {code + 0xFEE0: code for code in range(0x21, 0x7F)}
    return re.sub(r"\s", "", text).translate(table).translate(halved)


def unchanged(text: ResolutionText, layout: Callable[[list[str]], str]) -> int:
    """How many paragraphs come back from a layout as they were."""
    try:
        again = read_string(layout(blocks_of(text)))
    except TextError:
        return 0
    # By kind and words alone, so that one border lost does not count for all that follow.
    wanted = Counter((paragraph.kind, bare(paragraph.text)) for paragraph in text.paragraphs)
    return (wanted & Counter((paragraph.kind, bare(paragraph.text)) for paragraph in again.paragraphs)).total()


def valid(texts: dict[str, ResolutionText], schema: Path) -> int:
    """How many texts are valid by a schema of Akoma Ntoso; the first fault of each other is printed."""
    rules = etree.XMLSchema(etree.parse(schema))
    count = 0
    for name, text in texts.items():
        if rules.validate(etree.fromstring(to_akoma(text))):
            count += 1
        else:
            print(f"{name}: {rules.error_log[0].message}")
    return count


def main(folder: Path, schema: Path | None) -> None:
    """Read, spoil, read again."""
    texts = {}
    for path in sorted(folder.glob("*.txt")):
        characters = path.read_text(encoding="utf-8")
        seconds = []
        for _ in range(RUNS):
            begun = time.perf_counter()
            texts[path.name] = read_string(characters)
            seconds.append(time.perf_counter() - begun)
        text = texts[path.name]
        counts = f"{len(text.of_kind(PREAMBULAR))} preambular, {len(text.of_kind(OPERATIVE))} operative"
        print(f"{path.name}: {counts}, {len(characters):,} characters, {statistics.median(seconds) * 1000:.0f} ms")
    whole = sum(len(text.paragraphs) for text in texts.values())
    for name, layout in LAYOUTS.items():
        kept = sum(unchanged(text, layout) for text in texts.values())
        print(f"{name:26} {kept}/{whole}")

    if schema is not None:
        print(f"{'valid Akoma Ntoso':26} {valid(texts, schema)}/{len(texts)}")


if __name__ == "__main__":
    if len(sys.argv) not in {2, 3}:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else None)
