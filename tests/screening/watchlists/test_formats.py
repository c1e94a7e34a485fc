"""The format is told by what stands in the file."""

from __future__ import annotations

import io

import pytest

from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.formats import recognise
from gatehouse.screening.watchlists.source import Source


def of(head: bytes) -> str:
    return recognise(Source("list", io.BytesIO(head)), head).name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<?xml version="1.0"?>\n<!-- x <sdnList> --><CONSOLIDATED_LIST>', "un-xml"),
        (b"\xef\xbb\xbf<CONSOLIDATED_LIST>", "un-xml"),
        (b"  <x:sdnList xmlns:x='u'>", "ofac-sdn-xml"),
        (b"<export generationDate='2026'>", "eu-xml"),
        (b'36,"X",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n', "ofac-sdn-csv"),
        (b"fileGenerationDate;Entity_LogicalId;x\n", "eu-csv"),
        (b"Last Updated,03/06/2026\nName 6,Name 1\n", "uk-csv"),
        (b'"Report Date: 1"\n"Last Updated","Unique ID"\n', "uk-csv"),
        (b'{"id": "1"}\n', "ftm-json-lines"),
        (b"List,Entry_ID,Name\n", "gatehouse-csv"),
    ],
)
def test_known_formats(head: bytes, name: str) -> None:
    assert of(head) == name


@pytest.mark.parametrize(
    ("head", "cause"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"PK\x03\x04", "zip"),
        (b"%PDF-1.7", "PDF"),
        (b"\xff\xfe<\x00", "UTF-16"),
        (b"a\x00b", "binary"),
        (b"<html><body>", "no known list format"),
        (b"<!DOCTYPE html><html>", "document type"),
        (b'<!DOCTYPE sdnList [<!ENTITY a "b">]><sdnList>', "document type"),
        (b"<", "no known list format"),
        (b'[{"id": "1"}]', "JSON array"),
        (b"UNA:+.? 'UNB+UNOA:4", "no known list format"),
        (b"Jane Doe,1970\n", "no known list format"),
        (b'36,12,"aka","X",-0- \n', "alternate names"),
        (b"\x80\x81\x82", "no known list format"),
    ],
)
def test_everything_else_is_refused_with_a_remedy(head: bytes, cause: str) -> None:
    with pytest.raises(ListFileError, match=cause) as caught:
        of(head)
    assert caught.value.remedy
    assert "Jane" not in str(caught.value)
