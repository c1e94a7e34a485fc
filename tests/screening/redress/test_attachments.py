"""Files are known by their first bytes, few and small, and never unpacked."""

from __future__ import annotations

import pytest

from gatehouse.screening.redress.attachments import ALL_BYTES_MAX, BYTES_MAX, COUNT_MAX, attachments
from gatehouse.screening.redress.errors import RedressError

PDF, JPEG = b"%PDF-1.7", b"\xff\xd8\xff\xe0"


def test_three_kinds_are_known() -> None:
    assert [one.kind for one in attachments([PDF, JPEG])] == ["pdf", "jpeg"]


@pytest.mark.parametrize(
    "contents",
    [[PDF] * (COUNT_MAX + 1), [PDF + bytes(BYTES_MAX)], [PDF + bytes(ALL_BYTES_MAX // 3)] * 3, [b""], [b"PK\x03\x04"]],
    ids=range(5),
)
def test_more_larger_and_other_ones_are_refused(contents: list[bytes]) -> None:
    with pytest.raises(RedressError):
        attachments(contents)
