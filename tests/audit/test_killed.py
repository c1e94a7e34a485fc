"""A process killed at any line of recording or signing leaves a true log, and acts only with their entries.

A real program forks a child for each line that the acts go through, kills it there with SIGKILL, and looks at what the
database holds afterwards.
"""

from __future__ import annotations

from pathlib import Path

from killing import printed

PROGRAM = '''
from gatehouse.app.settings import setup
setup()
from django.db import transaction
from gatehouse.audit import log
from gatehouse.screening.watchlists.models import WatchList
from killing import killed
from stored_log import codes, entries, report, sign

def act(turn):
    """An act with its entries, then a checkpoint."""
    with transaction.atomic():
        WatchList.objects.create(name=str(turn))
        log.record(entries(3, first=turn))
    sign()

died, wrong = -1, []
for line, status in killed(act, ("audit/log.py", "audit/keeping.py", "db/transaction.py")):
    found, acts, end = report(), WatchList.objects.count(), log.size()
    if codes(found) not in ([], ["never-signed"]) or end != 3 * acts or log.left_waiting() or found.size != end:
        wrong.append((line, codes(found), acts, end))
    sign()  # so that the next one has as few entries to sign, and passes as many lines
    died += 1
print(died, status, wrong)
'''


def test_killed_at_any_line_the_log_is_true(database: Path) -> None:
    died, status, wrong = printed(PROGRAM, database).split(maxsplit=2)
    assert (status, wrong.strip()) == ("0", "[]")
    assert int(died) > 50, "the acts go through many lines, and the program died at each"
