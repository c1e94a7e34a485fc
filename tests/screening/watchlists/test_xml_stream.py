"""XML: streamed, cut files refused, attacks refused."""

from __future__ import annotations

import io

import pytest

from gatehouse.screening.watchlists import xml_stream
from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.source import Source
from gatehouse.screening.watchlists.xml_stream import elements, local_name, text, texts

WANTED = frozenset({"e"})
BILLION_LAUGHS = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><r><e>&b;</e></r>'
EXTERNAL = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]><r><e>&a;</e></r>'
OUTSIDE_DTD = '<!DOCTYPE r SYSTEM "http://localhost/list.dtd"><r><e/></r>'


def of(data: str | bytes) -> Source:
    return Source("list", io.BytesIO(data.encode() if isinstance(data, str) else data))


def test_the_root_comes_first_and_then_each_entry_whatever_its_namespace() -> None:
    found = list(elements(of('<r xmlns="urn:x" d="1"><skip><x/></skip><g><e n="1"/><e n="2"><e/></e></g></r>'), WANTED))
    assert found[0].get("d") == "1"
    assert [(local_name(e), e.get("n")) for e in found[1:]] == [("e", "1"), ("e", "2")]


def test_entries_are_forgotten_once_they_were_used() -> None:
    # The parser reads ahead by some kilobytes, so a few hundred of the twenty thousand are there at any time.
    walk = elements(of("<r>" + "<g><e><x>1</x></e></g>" * 20_000 + "</r>"), WANTED)
    root = next(walk)
    assert max(len(root) for _ in walk) < 5_000
    assert len(root) == 0


def test_texts_are_tidied() -> None:
    (_, entry) = elements(of("<r><e><a> 1\n 2 </a><l><v>x</v><v/></l><l><v>y</v></l></e></r>"), WANTED)
    assert text(entry, "a") == "1 2"
    assert text(entry, "b") == ""
    assert texts(entry, "l", "v") == ["x", "y"]


@pytest.mark.parametrize("data", [BILLION_LAUGHS, EXTERNAL, OUTSIDE_DTD])
def test_document_types_and_entities_are_refused(data: str) -> None:
    with pytest.raises(ListFileError, match="document type or entities"):
        list(elements(of(data), WANTED))


@pytest.mark.parametrize(
    "data",
    [
        "<r><e>",
        "<r><e></r>",
        "<r>&undefined;</r>",
        "",
        "<r/><r/>",
        b"<r>\xff</r>",
        '<?xml version="1.0" encoding="x-y"?><r/>',
    ],
)
def test_xml_that_is_cut_or_damaged_is_refused(data: str | bytes) -> None:
    with pytest.raises(ListFileError) as caught:
        list(elements(of(data), WANTED))
    assert caught.value.remedy


def test_depth_and_size_have_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_stream, "ENTRY_ELEMENTS_MAX", 5)
    assert len(list(elements(of("<r>" + "<e><x/><x/><x/><x/><x/></e>" * 9 + "</r>"), WANTED))) == 10
    with pytest.raises(ListFileError, match="too many"):
        list(elements(of("<r><e>" + "<x/>" * 6 + "</e></r>"), WANTED))
    monkeypatch.setattr(xml_stream, "DEPTH_MAX", 3)
    with pytest.raises(ListFileError, match="too deep"):
        list(elements(of("<r><a><b><c/></b></a></r>"), WANTED))
    monkeypatch.setattr(xml_stream, "XML_BYTES_MAX", 3)
    with pytest.raises(ListFileError, match="more than the 3"):
        list(elements(of("<r/>"), WANTED))
