"""`gatehouse texts` as people meet it: a table, JSON, XML, and refusals in one line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from resolutions import CHINESE, ENGLISH, plain


@pytest.fixture
def english(tmp_path: Path) -> Path:
    path = tmp_path / "english.txt"
    path.write_text(plain(ENGLISH), encoding="utf-8")
    return path


def test_a_table_for_people(run: Callable, english: Path) -> None:
    shown = run("texts", "read", english).out
    assert "S/RES/9001 (2031)" in shown
    assert "5 preambular and 5 operative paragraphs" in shown
    assert "binding" in shown


def test_json(run: Callable, tmp_path: Path) -> None:
    path = tmp_path / "chinese.txt"
    path.write_text(plain(CHINESE), encoding="utf-8")
    text = json.loads(run("texts", "read", path, "--json").out)
    assert (text["organ"], text["chapter_vii"], len(text["paragraphs"])) == ("SC", True, 11)


def test_akoma_ntoso(run: Callable, english: Path) -> None:
    root = etree.fromstring(run("texts", "read", english, "--xml").out.encode())
    assert etree.QName(root).localname == "akomaNtoso"


def test_a_file_that_is_no_resolution_does_not_stop_the_others(run: Callable, english: Path, tmp_path: Path) -> None:
    novel = tmp_path / "novel.txt"
    novel.write_text("It was a dark night.\n", encoding="utf-8")
    done = run("texts", "read", "--json", novel, english)
    assert done.status == 2
    assert "novel.txt: is not the text of a resolution" in done.err
    assert len(done.out.splitlines()) == 1


def test_two_forms_at_once_are_refused(run: Callable, english: Path) -> None:
    assert run("texts", "read", "--json", "--xml", english).status == 2
