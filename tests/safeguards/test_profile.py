"""The values that a profile is made of."""

from __future__ import annotations

import pytest

from gatehouse.safeguards.profile import PublicKey
from gatehouse.safeguards.shipped import demo_profile


def test_a_key_is_32_bytes_in_base64() -> None:
    text = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
    assert str(PublicKey.from_text(text)) == text


@pytest.mark.parametrize("text", ["", "AAAA", "not base64", "é", "1" * 44, "A" * 10_000])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"bytes|base64"):
        PublicKey.from_text(text)


def test_purposes_and_recipients_are_found_by_their_whole_code_only() -> None:
    profile = demo_profile()
    for code in ("", "scree", "SCREENING", "screening "):
        assert profile.purpose(code) is None
        assert profile.recipient(code) is None
    assert profile.purpose("upkeep").kind == "upkeep"
