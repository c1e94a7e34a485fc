"""Where sessions are kept: in a table that knows whose they are."""

from __future__ import annotations

import datetime as dt
from typing import cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from gatehouse.web.accounts.models import Account, Session

VOUCHED = "second-factor-by-provider"
"""Under which name a session keeps whether the provider that vouched saw a second factor."""
BEGAN = "began"
"""Under which name a session keeps the time of its sign-in, ISO 8601 with zone."""
SESSIONS_AT_ONCE = 3
"""Sessions that an account has at the same time; a further one ends the oldest."""


class SessionStore(DatabaseStore):
    """Django's sessions in the database, in `Session` rows."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table."""
        return Session

    def create_model_instance(self, data: dict[str, object]) -> Session:
        """The row for `data`, with the account that it says has signed in."""
        row = cast(Session, super().create_model_instance(data))
        signed_in = data.get(SESSION_KEY)
        row.account_id = int(str(signed_in)) if signed_in else None
        if BEGAN in data:
            row.began_at = dt.datetime.fromisoformat(str(data[BEGAN]))
        return row


def end_all(account: Account, but: str | None = None) -> int:
    """End the sessions of an account, except the one of key `but`. The number that was ended."""
    return account.sessions.exclude(session_key=but or "").delete()[0]


def end_oldest(account: Account, but: str | None) -> int:
    """End the oldest sessions beyond `SESSIONS_AT_ONCE`, never that of key `but`. The number that was ended."""
    others = account.sessions.exclude(session_key=but or "").order_by("-began_at", "session_key")
    surplus = [session.session_key for session in others[SESSIONS_AT_ONCE - 1 :]]
    return Session.objects.filter(session_key__in=surplus).delete()[0]
