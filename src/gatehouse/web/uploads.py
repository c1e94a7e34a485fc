"""Files that are sent to pages: a request that is larger than any form takes is refused before it is read."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

REQUEST_BYTES_MAX = 32 << 20
"""Of a whole request with its files; each form says less, beside its field."""


class BoundedUploads(FileUploadHandler):
    """Stands before the handlers that keep files, and keeps none itself."""

    def handle_raw_input(  # type: ignore[override]  # what else it is given is not looked at
        self, input_data: Any, meta: Any, content_length: int, *more: Any, **named: Any
    ) -> None:
        """Refuse by the stated length. RequestDataTooBig becomes a 400 page."""
        del input_data, meta, more, named
        if content_length > REQUEST_BYTES_MAX:
            raise RequestDataTooBig("a request with files is larger than any form takes")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass it on."""
        del start
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Another handler has it."""
