"""Catalogues compiled without GNU gettext, once."""

from __future__ import annotations

import gettext
from pathlib import Path

from gatehouse.web.wording.compiling import compiled

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "House"
msgstr "{}"

msgid "Untold"
msgstr ""
"""


def test_areas_are_laid_together_and_what_is_untranslated_falls_back(tmp_path: Path) -> None:
    source = tmp_path / "catalogues" / "fr"
    source.mkdir(parents=True)
    (source / "a.po").write_text(PO.format("Maison"), encoding="utf-8")
    (source / "b.po").write_text(PO.format("Demeure").replace("Untold", "Other"), encoding="utf-8")
    folder = compiled(tmp_path / "out", tmp_path / "catalogues")
    french = gettext.translation("django", folder, ["fr"])
    assert french.gettext("House") == "Maison"
    assert french.gettext("Untold") == "Untold"
    assert compiled(tmp_path / "out", tmp_path / "catalogues") == folder


def test_a_changed_catalogue_is_compiled_anew(tmp_path: Path) -> None:
    source = tmp_path / "catalogues" / "fr"
    source.mkdir(parents=True)
    (source / "a.po").write_text(PO.format("Maison"), encoding="utf-8")
    first = compiled(tmp_path / "out", tmp_path / "catalogues")
    (source / "a.po").write_text(PO.format("Demeure"), encoding="utf-8")
    assert compiled(tmp_path / "out", tmp_path / "catalogues") != first
