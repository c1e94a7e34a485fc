"""What the kernel allows is opened and told of in one transaction; what it does not is told of and not opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from gatehouse.audit import log
from gatehouse.audit.entry import Decision, Entry, decoded
from gatehouse.records import RecordsError, RefusedError, Visit, opened
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass
from gatehouse.screening.watchlists.models import WatchList

HIT = Subject(SubjectClass.HIT, "hit:12")
CASE = Subject(SubjectClass.CASE, "case:3")
ANALYST = Visit(Actor("account:7", Role.ANALYST), "screening")
OPERATOR = Visit(Actor("account:9", Role.OPERATOR), "screening")


def told() -> list[Entry]:
    return [decoded(leaf) for _, leaf in log.leaves(0, log.size())]


def shown(entries: list[Entry]) -> list[tuple[str, str, Decision, str]]:
    return [(entry.actor, entry.act, entry.decision, entry.reason) for entry in entries]


@pytest.mark.usefixtures("database")
class TestOpened:
    def test_what_is_allowed_is_in_the_log_with_what_was_done(self) -> None:
        with opened(ANALYST, Act.VIEW, HIT, {"traveller": "traveller:3"}) as opening:
            WatchList.objects.create(name="X")
        assert [allowed.rule for allowed in opening.allowed] == ["work-on-hits"]
        assert shown(told()) == [("account:7", "hit.opened", Decision.ALLOWED, "work-on-hits")]
        assert WatchList.objects.count() == 1

    def test_what_is_refused_is_in_the_log_and_not_done(self) -> None:
        with pytest.raises(RefusedError, match="sees no person's data"), opened(OPERATOR, Act.VIEW, HIT):
            raise AssertionError("opened")
        assert shown(told()) == [("account:9", "act.refused", Decision.REFUSED, "no-personal-data")]

    def test_what_wants_a_second_person_says_so(self) -> None:
        with pytest.raises(RefusedError) as refused, opened(ANALYST, Act.DECIDE, HIT):
            raise AssertionError("opened")
        assert refused.value.wants_second_person
        assert shown(told()) == [("account:7", "act.refused", Decision.SECOND_PERSON, "confirm-a-hit")]

    def test_what_fails_inside_leaves_neither_act_nor_entry(self) -> None:
        with pytest.raises(IntegrityError), opened(ANALYST, Act.VIEW, HIT):
            WatchList.objects.bulk_create([WatchList(name="X"), WatchList(name="X")])
        assert (told(), WatchList.objects.count()) == ([], 0)

    def test_a_refusal_inside_undoes_the_whole_and_is_told(self) -> None:
        def done_and_refused() -> None:
            with opened(ANALYST, Act.VIEW, HIT) as opening:
                WatchList.objects.create(name="X")
                opening.also(Act.EXPORT, CASE)

        with pytest.raises(RefusedError):
            done_and_refused()
        assert shown(told()) == [("account:7", "act.refused", Decision.REFUSED, "else-analyst")]
        assert WatchList.objects.count() == 0

    def test_two_acts_in_one_opening_are_two_entries(self) -> None:
        with opened(ANALYST, Act.VIEW, HIT) as opening:
            opening.also(Act.VIEW, CASE)
        assert [entry.act for entry in told()] == ["hit.opened", "case.viewed"]

    def test_what_came_of_a_search_is_told_beside_it(self) -> None:
        store = Subject(SubjectClass.HIT, "store:hits")
        visit = Visit(ANALYST.actor, "screening", reference="R-1")
        with opened(visit, Act.SEARCH, store) as opening:
            opening.note(Act.SEARCH, store, {"shown": 3})
        assert [dict(entry.details) for entry in told()] == [{}, {"shown": 3}]

    def test_what_was_not_allowed_is_not_told_as_if_it_were(self) -> None:
        with pytest.raises(RecordsError, match="not allowed here"), opened(ANALYST, Act.VIEW, HIT) as opening:
            opening.note(Act.SEARCH, HIT, {"shown": 3})

    def test_a_door_inside_a_door_is_a_fault(self) -> None:
        with opened(ANALYST, Act.VIEW, HIT), pytest.raises(RecordsError, match="another transaction"):
            opened(ANALYST, Act.VIEW, CASE).__enter__()

    def test_a_door_inside_a_transaction_is_a_fault(self) -> None:
        with transaction.atomic(), pytest.raises(RecordsError, match="another transaction"):
            opened(ANALYST, Act.VIEW, HIT).__enter__()

    def test_the_ticket_is_gone_with_the_transaction(self, database: Path) -> None:
        assert database.exists()
        with opened(ANALYST, Act.VIEW, HIT), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM records_ticket")
            assert cursor.fetchone() == (1,)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM records_ticket")
            assert cursor.fetchone() == (0,)
