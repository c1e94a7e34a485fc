"""Who calls: a token becomes a sitting like that of a page, within the client's scopes and its share of requests.

The purpose and the reference come in headers with each request: `X-Gatehouse-Purpose` (a code of the law profile) and
`X-Gatehouse-Reference`.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any, cast

from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from gatehouse.records import RefusedError
from gatehouse.safeguards.decision import NeedsSecondPerson, Refuse, Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.accounts.log import write_refusal
from gatehouse.web.accounts.models import reference_shape
from gatehouse.web.api.clients import Scope, hashed
from gatehouse.web.api.faults import fault
from gatehouse.web.api.models import Client, Token
from gatehouse.web.door import PAGES, Door, ask
from gatehouse.web.law import law, purposes_of
from gatehouse.web.sitting import Sitting

PURPOSE, REFERENCE = "X-Gatehouse-Purpose", "X-Gatehouse-Reference"
COUNT = """
INSERT INTO api_asked AS a (client_id, minute, count) VALUES (%s, %s, 1) ON CONFLICT (client_id) DO UPDATE
SET count = CASE WHEN a.minute = excluded.minute THEN a.count + 1 ELSE 1 END, minute = excluded.minute RETURNING count
"""


class CalledRequest(HttpRequest):
    """A request of a client that is known: its sitting, and the client."""

    sitting: Sitting
    client: Client


class TokenBearer(HttpBearer):
    """`Authorization: Bearer gh_…`."""

    def authenticate(self, request: HttpRequest, token: str) -> Client | None:
        """The client, with its sitting on the request; none for a token that is not in force."""
        found = Token.objects.filter(sha256=hashed(token), expires_at__gt=timezone.now())
        known = found.select_related("client__account").first()
        if known is None or known.client.revoked_at or not known.client.account.is_active:
            return None
        client = known.client
        role = Role(client.role)
        if role is not Role.MACHINE and role not in client.account.roles():
            return None
        _count(client)
        called = cast(CalledRequest, request)
        called.client, called.sitting = client, _sitting(request, client, role)
        return client


def _count(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [client.pk, int(time.time()) // 60])
        count = cursor.fetchone()[0]
    if count > client.per_minute:
        says = f"this client is answered {client.per_minute} times a minute"
        raise fault(429, "too-many", says, "Authorization", "wait a minute, then go on more slowly")


def _sitting(request: HttpRequest, client: Client, role: Role) -> Sitting:
    stated = request.headers.get(PURPOSE, "")
    reference = request.headers.get(REFERENCE, "")
    if not stated:
        raise fault(400, "no-purpose", "no purpose is stated", PURPOSE, "send a purpose of the law profile")
    if reference and not re.match(reference_shape.regex, reference):
        raise fault(400, "bad-reference", str(reference_shape.message), REFERENCE, "send a reference of that form")
    purposes = purposes_of(role, law().profile)
    purpose = next((one for one in purposes if one.code == stated), None)
    account = client.account
    known = (account.pk, account.display_name, account.unit or None, (role,), role)
    return Sitting(*known, purposes, purpose, reference or None)


def operation(
    scope: Scope, act: Act, kind: SubjectClass, *purposes: PurposeClass, method: str = "GET", begins: bool = False
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Let an operation be reached by clients of this scope whose account the kernel allows the act (as `door.page`)."""
    door = Door((method,), act, kind, frozenset(purposes), begins)

    def decorated(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def through(request: CalledRequest, *args: Any, **kwargs: Any) -> Any:
            if scope.value not in request.client.scopes:
                says = f"this client has not the scope {scope}"
                raise fault(403, "no-scope", says, "Authorization", "ask an operator for a client that has it")
            answer = ask(request.sitting, act, Subject(kind, PAGES), door.purposes)
            if isinstance(answer, Refuse) or (isinstance(answer, NeedsSecondPerson) and not begins):
                write_refusal(answer)
                raise RefusedError(answer)
            return view(request, *args, **kwargs)

        through.door = door  # type: ignore[attr-defined]
        # The library reads annotations by this module's names, and they are written in the view's.
        through.__signature__ = signature(view, eval_str=True)  # type: ignore[attr-defined]
        return through

    return decorated
