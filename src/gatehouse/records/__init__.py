"""The one door to personal data: it asks the safeguards, writes the audit log, and only then opens.

Enters: a visit (who, in which role, for which purpose, under which reference), an act and what it is done to. Leaves:
a transaction in which the data can be read or changed, or a `RefusedError` with the rule and the provision. Words:
**visit**, **opening** (what was allowed in it), ticket (the database's own note that this transaction has told the
log). Invariants: what the kernel does not allow is not opened; what is opened is in the log, committed together with
what was done; a refusal is in the log too. The database holds the second wall: to the role of the web process
(`WEB_ROLE`) a table with personal data is empty in a transaction that has no ticket, and tickets are given for entries
only (`migrations/0001_door.py`).

Trust: whoever holds the tables' owner's password can read past this door; whoever runs code in the web process can lie
about the reason, and cannot read without leaving an entry.
"""

from gatehouse.records.door import Opening, opened
from gatehouse.records.errors import RecordsError, RefusedError
from gatehouse.records.facts import known_by, subject
from gatehouse.records.visit import Visit

WEB_ROLE = "gatehouse_web"
"""The database role of the web process: no right to personal data but through the door."""

__all__ = ["WEB_ROLE", "Opening", "RecordsError", "RefusedError", "Visit", "known_by", "opened", "subject"]
