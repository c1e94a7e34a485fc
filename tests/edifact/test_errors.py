"""Errors say where, why and what to do."""

import pytest

from gatehouse.edifact import EdifactError, NotEdifactError, TooLargeError


@pytest.mark.parametrize("kind", [NotEdifactError, TooLargeError])
def test_errors_name_byte_cause_and_remedy(kind):
    refused = kind("a message is too long", 512, "split it")
    assert isinstance(refused, EdifactError)
    assert str(refused) == "byte 512: a message is too long; split it"
    assert (refused.cause, refused.offset, refused.remedy) == ("a message is too long", 512, "split it")
