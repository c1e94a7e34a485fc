"""Catalogues compiled for gettext, into a folder named after what they were compiled from.

No GNU gettext is needed. Areas of one language are laid together; a string that two areas translate differently keeps
the first one's, in the order of the areas' names.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from gatehouse.web.wording.languages import TRANSLATED, Language

CATALOGUES = Path(__file__).parent / "catalogues"
"""A folder for each language, in it a file for each area."""
DOMAIN = "django"
NOT_KEPT = ('"POT-Creation', '"PO-Revision', '"Last-Tr', '"Language-Team', '"Report-', '"Project-Id', '"Generated-')


def compiled(into: Path, source: Path = CATALOGUES) -> Path:
    """The folder with the compiled catalogues below `into`, made when it is not there yet.

    Written under another name and renamed, so that two first programs at once do not meet.
    """
    folder = into / _digest(source)
    if folder.exists():
        return folder
    draft = into / f"{folder.name}.{os.getpid()}"
    for language in TRANSLATED:
        messages = draft / language.locale / "LC_MESSAGES"
        messages.mkdir(parents=True, exist_ok=True)
        with (messages / f"{DOMAIN}.mo").open("wb") as stream:
            write_mo(stream, merged(language, source))
    try:
        draft.rename(folder)
    except OSError:
        # Somebody else was first; what they made is the same.
        if not folder.exists():
            raise
    return folder


def merged(language: Language, source: Path = CATALOGUES) -> Catalog:
    """The catalogue of a language: its areas laid together. Strings without a translation are left out."""
    whole = Catalog(locale=language.locale, domain=DOMAIN, fuzzy=False)
    for path in areas(language, source):
        with path.open("rb") as stream:
            for message in read_po(stream, locale=language.locale):
                translated = message.string if isinstance(message.string, str) else all(message.string or ("",))
                if message.id and translated and message.id not in whole:
                    whole.add(message.id, message.string, context=message.context)
    return whole


def areas(language: Language, source: Path = CATALOGUES) -> list[Path]:
    """The files of a language, by name."""
    return sorted((source / language.locale).glob("*.po"))


def save(catalogue: Catalog, path: Path) -> None:
    """Write a file of a catalogue, the same for the same content: no dates, no names, no lines of code."""
    draft = io.BytesIO()
    write_po(draft, catalogue, width=0, no_location=True)
    lines = draft.getvalue().decode().splitlines(keepends=True)
    kept = "".join(line for line in lines if not line.startswith(NOT_KEPT))
    path.write_text(f"{kept.rstrip()}\n", encoding="utf-8")


def _files(source: Path) -> Iterator[Path]:
    for language in TRANSLATED:
        yield from areas(language, source)


def _digest(source: Path) -> str:
    digest = hashlib.sha256()
    for path in _files(source):
        digest.update(path.relative_to(source).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
