"""The document is what the operations are; and what it says holds for hostile input too.

After a change: `GATEHOUSE_GOLDEN=write pytest tests/web/api/test_service.py`, and read the difference.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client as Browser
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.api.service import document

KEPT = Path(__file__).parents[3] / "docs" / "contracts" / "openapi.json"
EXAMPLES = 12
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
SERVED = {(method, path) for path, found in document()["paths"].items() for method in found}


def test_the_document_that_is_kept_is_the_one_that_is_served(database: object) -> None:
    del database
    drawn = json.dumps(document(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    if os.environ.get("GATEHOUSE_GOLDEN") == "write":
        KEPT.write_text(drawn, encoding="utf-8")
    assert KEPT.read_text(encoding="utf-8") == drawn
    assert Browser().get("/api/v1/openapi.json").json() == json.loads(drawn)


@pytest.mark.usefixtures("stored_day")
@pytest.mark.parametrize(("method", "path"), sorted(SERVED))
def test_hostile_input_gets_an_answer_that_the_document_knows(
    caller: Callable[..., Any], method: str, path: str
) -> None:
    call = caller(
        Role.MACHINE if "messages" in path else _role_of(path), person="messages" not in path, per_minute=6000
    )
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    headers = {"Authorization": f"Bearer {call.token}", "X-Gatehouse-Purpose": "screening"}

    (one,) = [found.ok() for found in schema.include(method=method.upper(), path=path).get_all_operations()]

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=one.as_strategy())
    def asked(case: Any) -> None:
        case.headers = {**(case.headers or {}), **headers}
        case.call_and_validate(checks=CHECKS)

    asked()


def _role_of(path: str) -> Role:
    if "border" in path:
        return Role.BORDER_OFFICER
    return Role.LIST_MANAGER if "lists" in path else Role.ANALYST
