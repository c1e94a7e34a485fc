"""An oversight reader, and a log with keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from gatehouse.audit import key_files
from gatehouse.safeguards.vocabulary import Role


@pytest.fixture
def reader(browser: Callable[..., Client]) -> Client:
    """An oversight reader, after somebody was refused something."""
    browser(Role.ANALYST).get("/accounts/")
    return browser(Role.OVERSIGHT_READER, purpose="oversight", reference="SV-1")


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> key_files.Keys:
    """The log's keys, and a checkpoint that covers what was written so far."""
    key_files.make(tmp_path / key_files.PRIVATE_FILE, tmp_path / key_files.PUBLIC_FILE, "border.example/audit")
    monkeypatch.setattr(settings, "AUDIT_KEYS", tmp_path, raising=False)
    return key_files.keys_in(tmp_path)
