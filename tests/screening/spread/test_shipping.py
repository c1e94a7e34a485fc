"""Lists arrive as they were sent; an index is used where it lies, or fetched once and checked."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from gatehouse.screening.matching.index import layout
from gatehouse.screening.matching.operating import AS_SHIPPED, Thresholds
from gatehouse.screening.spread.shipping import folder_here, screener_of, shipped
from gatehouse.terms.candidate import Subject


def test_a_compiled_list_is_opened_once_by_a_process(entries: list, tmp_path: Path) -> None:
    lists = shipped(layout.write(entries, tmp_path / "index", {}, lambda _: None), Thresholds(0.7, {}), ["DEMO"])
    screener = screener_of(lists, {}.__getitem__)
    assert screener.thresholds.default == 0.7
    assert [found.entry_id for found in screener.screen(Subject(("Boris Fiktivov",)))] == ["E2"]
    assert screener_of(lists, {}.__getitem__) is screener
    assert screener_of(lists._replace(thresholds=AS_SHIPPED), {}.__getitem__).thresholds == AS_SHIPPED


def test_the_same_entries_are_the_same_index(entries: list, tmp_path: Path) -> None:
    folders = [layout.write(entries, tmp_path / name, {}, lambda _: None) for name in "ab"]
    one, two = (shipped(folder, AS_SHIPPED, ["DEMO"]) for folder in folders)
    assert one.checksum == two.checksum


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "index"
    (made / "deep").mkdir(parents=True)
    (made / "manifest.json").write_bytes(b"m1")
    (made / "deep" / "array").write_bytes(bytes(1000))
    return made


@pytest.fixture
def contents(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    nodes_own = tmp_path / "node"
    nodes_own.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(nodes_own))
    return {name: (folder / name).read_bytes() for name in ("manifest.json", "deep/array")}


def test_a_folder_that_is_here_is_used_in_place(folder: Path) -> None:
    assert folder_here(shipped(folder, AS_SHIPPED, ["DEMO"]), {}.__getitem__) == folder.resolve()


@pytest.mark.parametrize("other", ["gone", "another"])
def test_a_folder_that_is_not_here_is_fetched_once(folder: Path, contents: dict[str, bytes], other: str) -> None:
    lists = shipped(folder, AS_SHIPPED, ["DEMO"])
    folder.rename(folder.with_name("moved"))
    if other == "another":
        folder.with_name("moved").rename(folder)
        (folder / "manifest.json").write_bytes(b"m2")
    copy = folder_here(lists, contents.__getitem__)
    assert copy != folder
    assert {name: (copy / name).read_bytes() for name in contents} == contents
    assert folder_here(lists, {}.__getitem__) == copy


def test_what_arrives_damaged_is_refused_and_leaves_nothing(folder: Path, contents: dict[str, bytes]) -> None:
    lists = shipped(folder, AS_SHIPPED, ["DEMO"])
    (folder / "manifest.json").unlink()
    with pytest.raises(OSError, match="damaged"):
        folder_here(lists, lambda name: contents[name] + b"x")
    assert folder_here(lists, contents.__getitem__).is_dir()
