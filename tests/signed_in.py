"""What tests of the pages share: signing in as people do, and what the log then holds."""

from __future__ import annotations

from django.http import HttpResponse
from django.test import Client

from gatehouse.audit.entry import Entry, decoded
from gatehouse.audit.log import leaves, size

PASSWORD = "a long pass phrase of tests"


def sign_in(client: Client, identifier: str, password: str = PASSWORD) -> HttpResponse:
    """Send the form of the sign-in page."""
    return client.post("/sign-in/", {"login": identifier, "password": password})


def entries(act: str) -> list[Entry]:
    """The log's entries of an act, in order."""
    found = [decoded(body) for _number, body in leaves(0, size())]
    return [entry for entry in found if entry.act == act]
