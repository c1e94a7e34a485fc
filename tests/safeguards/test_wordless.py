"""Faults are told by their kind and place, and never by what they say."""

from __future__ import annotations

import logging
import sys
import threading
from types import SimpleNamespace

import pytest

from gatehouse.safeguards import wordless

SAID = "KARIM/YUSUF X1234567"


def failed() -> Exception:
    """A fault with a cause, both of which name somebody."""
    try:
        try:
            raise ValueError(SAID)
        except ValueError as cause:
            raise KeyError(SAID) from cause
    except KeyError as fault:
        return fault


def test_kind_and_place_are_told_and_no_word() -> None:
    lines = list(wordless.told(failed()))
    assert lines[0] == "builtins.KeyError"
    assert lines[1].startswith("  test_wordless.py:")
    assert lines[1].endswith(" in failed")
    assert "builtins.ValueError" in lines
    assert SAID not in "\n".join(lines)


def test_what_a_fault_hid_is_not_told() -> None:
    fault = KeyError(SAID)
    fault.__context__ = ValueError(SAID)
    assert "builtins.ValueError" in list(wordless.told(fault))
    fault.__suppress_context__ = True
    assert "builtins.ValueError" not in list(wordless.told(fault))


def test_a_fault_that_is_its_own_cause_ends() -> None:
    fault = failed()
    fault.__cause__ = fault
    assert len(list(wordless.told(fault))) <= 2 * wordless.CAUSES_MAX


def test_a_database_says_its_code_and_constraint_and_no_row(database: object) -> None:
    from django.db import IntegrityError, transaction

    from gatehouse.screening.redress.models import RedressRequest

    del database
    known = {"case": SAID, "kind": "access", "language": "en", "state": "received", "received": "2026-01-01", "days": 1}
    RedressRequest.objects.create(**known)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        RedressRequest.objects.create(**known)
    assert SAID in str(refused.value)
    told = "\n".join(wordless.told(refused.value))
    assert "(23505, redress_redressrequest_case_key)" in told
    assert SAID not in told


def test_a_process_ends_by_it(capsys: pytest.CaptureFixture[str]) -> None:
    def act(word: str) -> None:
        raise ValueError(word)

    with pytest.raises(SystemExit) as ended:
        wordless.guarded(act, SAID)
    assert ended.value.code == wordless.FAILED
    said = capsys.readouterr().err
    assert "builtins.ValueError" in said
    assert SAID not in said


def test_a_thread_ends_by_it(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for hooks, name in ((sys, "excepthook"), (threading, "excepthook")):
        monkeypatch.setattr(hooks, name, getattr(hooks, name))
    wordless.everywhere()
    thread = threading.Thread(target=int, args=(SAID,))
    thread.start()
    thread.join()
    said = capsys.readouterr().err
    assert "builtins.ValueError" in said
    assert SAID not in said


def test_a_log_line_has_no_message(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        logging.getLogger("some.library").error("cannot read %s", SAID, exc_info=failed())
    line = wordless.WordlessFormatter().format(caplog.records[0])
    assert "ERROR some.library test_wordless.py:" in line
    assert "builtins.KeyError" in line
    assert SAID not in line


def test_of_a_request_the_way_is_told_and_no_value() -> None:
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, SAID, None, None)
    record.status_code = 500
    record.request = SimpleNamespace(
        method="GET", path=f"/lists/{SAID}/", resolver_match=SimpleNamespace(route="lists/<str:name>/")
    )
    assert wordless.WordlessFormatter().format(record).endswith("GET /lists/<str:name>/ 500")
    record.request.resolver_match = None
    assert SAID not in wordless.WordlessFormatter().format(record)
