"""A deployment's own tables are read from its folder."""

from __future__ import annotations

from pathlib import Path

from django.test import override_settings

from gatehouse.screening.review import tables


def test_the_folder_of_the_settings_comes_first(tmp_path: Path) -> None:
    assert tables.routes() == ()
    (tmp_path / "routing.csv").write_text("unit,lists,airports\nsouth,*,*\n")
    with override_settings(REVIEW_FOLDER=tmp_path):
        assert [route.unit for route in tables.routes()] == ["south"]
        assert "UN-SC" in tables.handling_table()
