"""Bytes beyond ASCII, in repertoires that fit and that do not."""

import pytest

from gatehouse.edifact.charset import CODECS, decoded


def latin(text: str, codec: str) -> str:
    return text.encode(codec).decode("latin-1")


@pytest.mark.parametrize(
    ("name", "codec", "repertoire", "kept"),
    [
        ("MULLER roe", "ascii", "UNOA", True),
        ("MÜLLER", "latin-1", "UNOC", True),
        ("MÜLLER", "utf-8", "UNOC", False),
        ("MÜLLER", "utf-8", "UNOY", True),
        ("MÜLLER", "utf-8", "UNOA", False),
        ("MÜLLER", "cp1252", "UNOA", False),
        ("O’ROE", "cp1252", "", False),
        ("ŁÓDŹ", "iso8859-2", "UNOD", True),
        ("ИВАНОВ", "iso8859-5", "UNOE", True),
        ("ТАТА", "iso8859-5", "UNOE", True),
        ("محمد", "iso8859-6", "UNOI", True),
        ("محمد", "utf-8", "UNOB", False),
        ("İZMİR", "iso8859-9", "UNOK", True),
    ],
)
def test_names_survive_their_repertoire(name, codec, repertoire, kept):
    assert decoded(latin(name, codec), repertoire) == (name, kept)


@pytest.mark.parametrize("repertoire", [*CODECS, "UNOA", "IATB", ""])
def test_no_byte_is_refused(repertoire):
    text = bytes(range(128, 256)).decode("latin-1")
    assert len(decoded(text, repertoire)[0]) > 0
    assert decoded("\x81\x8d", "UNOA") == ("\x81\x8d", False)
