"""Strings are found in templates, modules and tables; catalogues follow them and keep what was translated."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.web.wording.compiling import CATALOGUES, areas, merged
from gatehouse.web.wording.extracting import bring_up_to_date, marked
from gatehouse.web.wording.filling import FillingError, fill
from gatehouse.web.wording.languages import TRANSLATED

TEMPLATE = """{% load i18n %}{% translate "Plain" %}{% blocktranslate count n=n trimmed %}
  {{ n }} thing{% plural %}{{ n }} things{% endblocktranslate %}{% include "x" with label=_("Label") %}"""


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """Two areas of pages that share a string."""
    for area, text in (("a", TEMPLATE), ("b", '{% load i18n %}{% translate "Plain" %}{% translate "Only b" %}')):
        (tmp_path / "web" / area).mkdir(parents=True)
        (tmp_path / "web" / area / "page.html").write_text(text)
    (tmp_path / "web" / "names.py").write_text('from x import gettext_lazy as _\nNAME = _("Name")\n')
    return tmp_path / "web"


def test_each_area_has_its_strings_once(web: Path) -> None:
    found = marked(web)
    assert found["a"] == {"Plain", "Label", ("%(n)s thing", "%(n)s things")}
    assert found["b"] == {"Only b"}
    assert {"Name", "not the work of an analyst"} <= found["shell"]


def test_catalogues_keep_translations_wherever_a_string_goes(web: Path, tmp_path: Path) -> None:
    catalogues, table = tmp_path / "catalogues", tmp_path / "t.csv"
    bring_up_to_date(catalogues, web)
    table.write_text("en,fr\nPlain,Simple\n%(n)s thing,%(n)s chose | %(n)s choses | %(n)s choses\n", encoding="utf-8")
    assert fill(table, catalogues) == 2
    before = {path: path.read_bytes() for path in (catalogues / "fr").iterdir()}
    assert bring_up_to_date(catalogues, web)["fr"] == bring_up_to_date(catalogues, web)["ar"] - 2
    assert {path: path.read_bytes() for path in (catalogues / "fr").iterdir()} == before
    (web / "a" / "page.html").unlink()
    bring_up_to_date(catalogues, web)
    french = next(one for one in TRANSLATED if one.code == "fr")
    assert merged(french, catalogues)["Plain"].string == "Simple"
    assert [path.stem for path in areas(french, catalogues)] == ["b", "shell"]


def test_what_no_page_marks_and_wrong_forms_are_refused(web: Path, tmp_path: Path) -> None:
    catalogues, table = tmp_path / "catalogues", tmp_path / "t.csv"
    bring_up_to_date(catalogues, web)
    table.write_text("en,fr\nNowhere,Nulle part\n", encoding="utf-8")
    with pytest.raises(FillingError, match="Nowhere"):
        fill(table, catalogues)
    table.write_text("en,fr\n%(n)s thing,a | b\n", encoding="utf-8")
    with pytest.raises(FillingError, match="3"):
        fill(table, catalogues)


def test_the_catalogues_that_are_shipped_hold_what_is_marked_now() -> None:
    now = {(area, word if isinstance(word, str) else word[0]) for area, words in marked().items() for word in words}
    for language in TRANSLATED:
        shipped = set()
        for path in areas(language, CATALOGUES):
            text = path.read_text(encoding="utf-8")
            assert path.stem in {area for area, _word in now}, f"{path.name}: run `make messages`"
            assert "fuzzy" not in text
            shipped.add(path.stem)
        assert shipped == {area for area, _word in now}, "run `make messages`"
