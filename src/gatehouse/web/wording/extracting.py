"""Every string that pages mark, and the files of translators brought up to date with them.

Strings of a template or module below a folder of pages belong to that area; what the other rooms say (`terms.saying`)
to `rooms`; all others, and those of tables that pages show, to `shell`. A string of two areas stands in
the first one only. What is not used any more goes.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

from gatehouse.safeguards.shipped import shipped, shipped_names
from gatehouse.web.wording.compiling import CATALOGUES, DOMAIN, merged, save
from gatehouse.web.wording.languages import TRANSLATED, Language

WEB = Path(__file__).parents[1]
SHELL, ROOMS = "shell", "rooms"
Keywords = dict[str, tuple[int, int] | None]
KEYWORDS: Keywords = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "Saying": None,
}
OF_ROOMS: Keywords = {"Saying": None}
TABLES = (
    ("gatehouse.edifact", "findings.csv", "meaning"),
    ("gatehouse.screening.intake", "findings.csv", "meaning"),
    ("gatehouse.screening.intake.sensitive", "findings.csv", "meaning"),
    ("gatehouse.screening.messages.paxlst", "findings.csv", "meaning"),
    ("gatehouse.screening.messages.pnrgov", "findings.csv", "meaning"),
    ("gatehouse.screening.travellers", "findings.csv", "meaning"),
    ("gatehouse.screening.criteria", "protected.csv", "attribute"),
    ("gatehouse.screening.criteria", "protected.csv", "provision"),
    ("gatehouse.screening.review", "list_handling.csv", "authority"),
    ("gatehouse.screening.review", "list_handling.csv", "asks"),
    ("gatehouse.screening.review", "list_handling.csv", "contact"),
    ("gatehouse.safeguards", "policy.csv", "reason"),
    ("gatehouse.safeguards", "roles.csv", "says"),
    ("gatehouse.oversight", "topics.csv", "says"),
    ("gatehouse.assessment.findings", "gates.csv", "en"),
)
"""Columns of tables whose sentences pages show."""
Words = str | tuple[str, str]


def marked(web: Path = WEB) -> dict[str, set[Words]]:
    """The strings of each area: one text each, or a pair of singular and plural. The rooms lie beside `web`."""
    found: dict[str, set[Words]] = {SHELL: {*_of_tables(), *_of_profiles()}}
    for path in sorted((*web.rglob("*.html"), *web.rglob("*.py"))):
        parts = path.relative_to(web).parts
        area = parts[0] if len(parts) > 1 and parts[0] != "templatetags" else SHELL
        found.setdefault(area, set()).update(_of_file(path))
    for path in sorted(set(web.parent.rglob("*.py")) - set(web.rglob("*.py"))):
        if b"Saying(" in path.read_bytes():
            found.setdefault(ROOMS, set()).update(_of_file(path, OF_ROOMS))
    seen: set[Words] = set()
    for area in (SHELL, *sorted(set(found) - {SHELL})):
        found[area] -= seen
        seen |= found[area]
    return {area: words for area, words in found.items() if words}


def _of_file(path: Path, keywords: Keywords = KEYWORDS) -> Iterator[Words]:
    text = path.read_text(encoding="utf-8")
    source = templatize(text, origin=str(path)) if path.suffix == ".html" else text
    for _line, words, _comments, _context in extract("python", io.BytesIO(source.encode()), keywords=keywords):
        if words and words != ("", ""):
            yield words if isinstance(words, str) else (str(words[0]), str(words[1]))


def _of_profiles() -> Iterator[str]:
    """What the purposes of the law profiles say that Gatehouse comes with."""
    for name in shipped_names():
        yield from (one["says"] for one in tomllib.loads(shipped(name).decode())["purposes"])


def _of_tables() -> Iterator[str]:
    for room, name, column in TABLES:
        text = resources.files(room).joinpath(name).read_text(encoding="utf-8")
        yield from (row[column] for row in csv.DictReader(ln for ln in text.splitlines() if not ln.startswith("#")))


def bring_up_to_date(catalogues: Path = CATALOGUES, web: Path = WEB) -> dict[str, int]:
    """Write the files of all languages anew from what is marked, keeping translations. What each language lacks."""
    areas = marked(web)
    lacking = {}
    for language in TRANSLATED:
        known = merged(language, catalogues)
        folder = catalogues / language.locale
        folder.mkdir(parents=True, exist_ok=True)
        for stale in set(folder.glob("*.po")) - {folder / f"{area}.po" for area in areas}:
            stale.unlink()
        lacking[language.code] = sum(_written(language, folder / f"{area}.po", areas[area], known) for area in areas)
    return lacking


def _written(language: Language, path: Path, words: set[Words], known: Catalog) -> int:
    """Write one file, sorted; how many of its strings have no translation."""
    catalogue = Catalog(locale=language.locale, domain=DOMAIN, fuzzy=False, header_comment=_header(language))
    lacking = 0
    for text in sorted(words, key=str):
        before = known.get(text if isinstance(text, str) else text[0])
        string = before.string if before else ""
        catalogue.add(text, string)
        lacking += not (string if isinstance(string, str) else all(string or ("",)))
    save(catalogue, path)
    return lacking


def _header(language: Language) -> str:
    reviewed = "reviewed" if language.is_reviewed else "NOT REVIEWED by a native reader yet"
    return f"# {language.name} ({language.locale}): {reviewed}."
