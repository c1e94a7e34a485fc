"""Jyutping in Hong Kong's spelling."""

import pytest

from gatehouse.names.cantonese import hong_kong, surname


@pytest.mark.parametrize(
    ("jyutping", "spelled"),
    [("can", "chan"), ("gwok", "kwok"), ("loeng", "leung"), ("jyun", "yuen"), ("ng", "ng"), ("m", "m"), ("", "")],
)
def test_syllable(jyutping, spelled):
    assert hong_kong(jyutping) == spelled


def test_customary_surname():
    assert surname("謝") == "tse"
    assert surname("x") is None
