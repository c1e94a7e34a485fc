"""From interchange to interchange."""

import io

import pytest

from gatehouse.edifact import NotEdifactError, limits
from gatehouse.edifact.scanner import Scanner

TEXT = "UNB+UNOA:4+A+B+260301:1200+1'UNH+1+PAXLST:D:05B'UNT+2+1'UNZ+1+1'"


def interchanges(raw):
    scanner = Scanner(io.BytesIO(raw))
    found = []
    while header := scanner.next_interchange():
        found.append([text for batch in scanner.pieces(header) for text in batch.texts if text])
    return found, scanner.offset


def test_noise_around_interchanges_is_passed_over():
    found, offset = interchanges(f"mail\n{TEXT}\nfooter\n{TEXT}isn't".encode())
    assert found == [TEXT[:-1].split("'")] * 2
    assert offset >= len(TEXT) * 2


def test_unclosed_interchange_ends_where_the_next_begins():
    found, _ = interchanges(f"{TEXT.split('UNZ')[0]}\n  UNA:+.? '\n{TEXT}".encode())
    assert [pieces[-1] for pieces in found] == ["UNT+2+1", "UNZ+1+1"]


def test_wrapped_trailer_still_closes():
    found, _ = interchanges((TEXT.replace("UNZ", "U\r\nNZ") + "footer's end").encode())
    assert found == [TEXT[:-1].split("'")]


def test_trailer_inside_a_value_does_not_close():
    text = TEXT.replace("UNT+2", "FTX+A UNZ+?'B'UNT+3")
    assert interchanges(text.encode())[0] == [
        text[:-1].replace("?'", "\0").replace("'", "\n").replace("\0", "?'").split("\n")
    ]


def test_wrapper_is_bounded(monkeypatch):
    monkeypatch.setattr(limits, "WRAPPER_MAX", 1000)
    assert len(interchanges(b" " * 900 + TEXT.encode())[0]) == 1
    with pytest.raises(NotEdifactError, match="text without UNA"):
        interchanges(b" " * 1100 + TEXT.encode())
    with pytest.raises(NotEdifactError, match="what follows") as caught:
        interchanges(TEXT.encode() + b" " * 5000)
    assert caught.value.offset == len(TEXT)


def test_nothing_is_found_in_text():
    assert interchanges(b"hello")[0] == []


def test_many_small_interchanges_in_one_chunk():
    found, _ = interchanges(TEXT.encode() * 300)
    assert found == [TEXT[:-1].split("'")] * 300


@pytest.mark.parametrize("before", ["\x03", "\n \t", "'", "\x0c"])
def test_what_may_stand_before_the_next_interchange(before):
    found, _ = interchanges(f"{TEXT.split('UNZ')[0]}{before}{TEXT}".encode())
    assert len(found) == 2


@pytest.mark.parametrize("before", ["A", ":", "+", "-", "?'"])
def test_what_stands_inside_a_value_opens_nothing(before):
    text = f"{TEXT.split('UNT')[0]}FTX+{before}{TEXT}"
    text = text.replace("FTX+?'UNB", "FTX+?'XUNB")
    found, _ = interchanges(text.encode())
    assert len(found) == 1


def test_stream_that_gives_little_at_a_time():
    class Trickle(io.BytesIO):
        def read(self, size=-1):
            return super().read(min(size, 7))

    scanner = Scanner(Trickle(TEXT.encode()))
    header = scanner.next_interchange()
    assert [text for batch in scanner.pieces(header) for text in batch.texts] == TEXT[:-1].split("'")
