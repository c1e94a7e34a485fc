"""A request larger than any form takes is refused by its stated length."""

from __future__ import annotations

import pytest
from django.core.exceptions import RequestDataTooBig

from gatehouse.web.uploads import REQUEST_BYTES_MAX, BoundedUploads


def test_the_bound() -> None:
    handler = BoundedUploads()
    handler.handle_raw_input(None, {}, REQUEST_BYTES_MAX, "x", encoding=None)
    with pytest.raises(RequestDataTooBig):
        handler.handle_raw_input(None, {}, REQUEST_BYTES_MAX + 1, "x", encoding=None)
    assert handler.receive_data_chunk(b"abc", 0) == b"abc"
